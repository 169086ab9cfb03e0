import { commands, type ExtensionContext, l10n, window } from "vscode";
import { OPEN_NOTE, TURN_OFF_RULE } from "../../server/src/lsp/protocol.ts";
import { checkWorkspace } from "./check/check-workspace.ts";
import { ClosedFiles } from "./check/closed-files.ts";
import { clientOptions } from "./client-options.ts";
import { CodeInView } from "./code.ts";
import { explainAtCursor } from "./commands/explain-at-cursor.ts";
import { openNote } from "./commands/open-note.ts";
import { openSample } from "./commands/open-sample.ts";
import { searchNotes, searchSelection } from "./commands/search-notes.ts";
import { turnOffRule } from "./commands/turn-off-rule.ts";
import { whyOn } from "./commands/why-on.ts";
import { Library } from "./library.ts";
import { NotesMet } from "./met.ts";
import { openAddresses } from "./note-link.ts";
import type { ExplainReports } from "./others/hover.ts";
import { RecentNotes } from "./recent.ts";
import { Server, type StartClient } from "./server.ts";
import { OPEN_PLACE, openPlace, SummaryPanel } from "./summary/panel.ts";
import { unlinked } from "./unlinked.ts";
import { NOTE_BACK, NOTE_FORWARD } from "./viewer/page.ts";
import { NoteViewer } from "./viewer/panel.ts";
import { openViews } from "./views/views.ts";

let server: Server | undefined;

/** What both hosts do; they differ in how they start the server. */
export function activateExtension(context: ExtensionContext, startClient: StartClient): void {
  const log = window.createOutputChannel("PyGloss", { log: true });
  const explain: ExplainReports = (...about) => running.explainReports(...about);
  const running = new Server((stopped) => startClient(clientOptions(log, explain, stopped)));
  const library = new Library(running);
  const recent = new RecentNotes(context.globalState);
  const code = new CodeInView();
  const met = new NotesMet(running);
  server = running;

  /** A command that fails says so; VS Code alone would show its caller's stack or nothing. */
  const command = (id: string, run: (...given: unknown[]) => Promise<unknown> | unknown) =>
    commands.registerCommand(id, async (...given: unknown[]) => {
      try {
        await run(...given);
      } catch (error) {
        await report(error);
      }
    });
  const report = async (error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
    const showLog = l10n.t("Show Log");
    const message = error instanceof Error ? error.message : String(error);
    if ((await window.showErrorMessage(unlinked(`PyGloss: ${message}`), showLog)) === showLog) log.show();
  };

  const viewer = new NoteViewer({ extension: context.extensionUri, server: running, library, code, met, report });
  const closed = new ClosedFiles();
  const summary = new SummaryPanel(context.extensionUri);
  const search = { server: running, viewer, library, recent };

  context.subscriptions.push(
    log,
    viewer,
    code,
    closed,
    summary,
    ...openViews(code, met, library),
    viewer.onDidShow((id) => recent.add(id)),
    window.registerUriHandler(openAddresses((id) => viewer.open(id).catch(report))),
    command("pygloss.searchNotes", () => searchNotes(search)),
    command("pygloss.searchNotesForSelection", () => searchSelection(search)),
    command(OPEN_NOTE, (id, path) => openNote(search, id, path)),
    command("pygloss.explainAtCursor", () => explainAtCursor(running, viewer)),
    command(NOTE_BACK, () => viewer.back()),
    command(NOTE_FORWARD, () => viewer.forward()),
    command(TURN_OFF_RULE, turnOffRule),
    command("pygloss.whyOn", () => whyOn(running)),
    command("pygloss.checkWorkspace", () => checkWorkspace({ server: running, library, closed, summary })),
    command("pygloss.clearWorkspaceFindings", () => closed.clear()),
    command(OPEN_PLACE, openPlace),
    command("pygloss.openSample", () => openSample(context.extensionUri)),
    command("pygloss.openWalkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
    ),
    command("pygloss.restartServer", () => running.restart()),
    command("pygloss.showLog", () => log.show()),
  );
  // Not awaited: the commands are there at once, and those that need the server wait for it.
  // Its client tells the reader when it cannot start.
  running.start().catch((error: unknown) => log.error(`The server did not start: ${error}`));
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
