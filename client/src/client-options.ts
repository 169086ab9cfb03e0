import { CancellationError, type LogOutputChannel, l10n, type TextDocument, type Uri, workspace } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn, vsdiag } from "vscode-languageclient";
import { CONFIG_FILES } from "../../server/src/core/config/config.ts";
import { type ClientOptions, OPEN_NOTE, TURN_OFF_RULE } from "../../server/src/lsp/protocol.ts";
import { errorHandler } from "./error-handler.ts";
import { type ExplainReports, joinOthers } from "./others/hover.ts";
import { withholding } from "./others/withholding.ts";

/** The same on every host. */
export function clientOptions(
  log: LogOutputChannel,
  explain: ExplainReports,
  stopped: AbortSignal,
): LanguageClientOptions {
  return {
    errorHandler: errorHandler(stopped),
    // Every scheme: files, untitled and virtual ones, and the cells of notebooks. A configuration may be in any language.
    documentSelector: [{ language: "python" }, { pattern: `**/{${CONFIG_FILES.join(",")}}` }],
    initializationOptions: initializationOptions(),
    outputChannel: log,
    // What fails in the background goes to the log; a command that fails speaks for itself.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: { enabledCommands: [OPEN_NOTE] }, supportHtml: false },
    diagnosticCollectionProvider: withholding,
    middleware: {
      provideHover: joinOthers(explain),
      provideDiagnostics: async (document, previous, token, next) => {
        if (isFromThePast(document)) return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
        const version = "version" in document ? document.version : 0;
        const report = await next(document, previous, token);
        // It was edited meanwhile: the client asks again, and nobody sees findings in the wrong lines.
        if ("version" in document && document.version !== version) throw new CancellationError();
        return report;
      },
    },
  };
}

function initializationOptions(): ClientOptions {
  // The command's arguments are a JSON array in the address: ["<id>"].
  return {
    noteUri: `command:${OPEN_NOTE}?%5B%22{id}%22%5D`,
    commands: [OPEN_NOTE, TURN_OFF_RULE],
    withholds: true,
    ...(l10n.bundle ? { translations: l10n.bundle } : {}),
  };
}

/** The left side of a comparison cannot be edited; its findings would only repeat those of the file itself. */
function isFromThePast(document: TextDocument | Uri): boolean {
  const uri = "uri" in document ? document.uri : document;
  return workspace.fs.isWritableFileSystem(uri.scheme) === false;
}
