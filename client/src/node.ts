import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateExtension } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** The host with Node: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath("dist/server.js");
  activateExtension(
    context,
    (options) => new LanguageClient("pygloss", "PyGloss", { module, transport: TransportKind.ipc }, options),
  );
}
