import { type ExtensionContext, Uri, workspace } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, State } from "vscode-languageclient/browser";
import { activateExtension } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** The host without Node, as in vscode.dev: the server is a worker. */
export function activate(context: ExtensionContext): void {
  activateExtension(context, (options) => {
    let worker: Worker | undefined;
    // Its reader and writer instead of the worker itself: the host's own `Worker` hides from `instanceof`.
    const connect = async () => {
      worker = await startWorker(context.extensionUri);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient("pygloss", "PyGloss", connect, options);
    // A worker does not end by itself when it is told to exit.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Stopped) worker?.terminate();
    });
    return client;
  });
}

/** A worker cannot read the extension's files, so it gets their contents before it is spoken to. */
async function startWorker(extension: Uri): Promise<Worker> {
  const dist = (name: string) => Uri.joinPath(extension, "dist", name);
  const [runtime, grammar, queries, notes, codes] = await Promise.all(
    ["web-tree-sitter.wasm", "tree-sitter-python.wasm", "queries.bin", "notes.json", "codes.json"].map((name) =>
      workspace.fs.readFile(dist(name)),
    ),
  );
  const worker = new Worker(dist("web/server.js").toString(true));
  await new Promise<void>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<{ ready?: boolean }>) => {
      if (data.ready) resolve();
    };
    worker.postMessage({
      runtime,
      grammar,
      queries,
      notes: new TextDecoder().decode(notes),
      codes: new TextDecoder().decode(codes),
    });
  });
  worker.onmessage = null;
  return worker;
}
