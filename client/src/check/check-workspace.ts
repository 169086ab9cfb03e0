import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  l10n,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from "vscode";
import { ruleOf } from "../code.ts";
import type { Library } from "../library.ts";
import type { Server } from "../server.ts";
import type { SummaryPanel } from "../summary/panel.ts";
import type { CheckedFile, Severity } from "../summary/summary.ts";
import type { ClosedFiles } from "./closed-files.ts";
import { findPython } from "./files.ts";

export interface CheckParts {
  readonly server: Server;
  readonly library: Library;
  readonly closed: ClosedFiles;
  readonly summary: SummaryPanel;
}

/** How many files are on their way at once: as many as the server has threads for. */
const AT_ONCE = 4;

/** Checks every Python file of the workspace, lists what it finds among the problems, and shows a page about it all. */
export async function checkWorkspace({ server, library, closed, summary }: CheckParts): Promise<void> {
  if (!workspace.workspaceFolders) {
    await window.showInformationMessage(l10n.t("PyGloss: Open a folder first. There is no workspace to check."));
    return;
  }
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t("PyGloss checks the workspace"),
    cancellable: true,
  };
  await window.withProgress(options, async (progress, token) => {
    closed.clear();
    const { files, unread } = await findPython(token);
    const checked: CheckedFile[] = [];
    const leftOut = unread.map(shownPath);
    const queue = [...files];
    let done = 0;
    const work = async () => {
      for (let uri = queue.shift(); uri && !token.isCancellationRequested; uri = queue.shift()) {
        const file = await checkFile(uri, server, closed, token);
        if (file) checked.push(file);
        else if (!token.isCancellationRequested) leftOut.push(shownPath(uri));
        const message = l10n.t("{0} of {1} files", ++done, files.length);
        progress.report({ increment: 100 / files.length, message });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    checked.sort((a, b) => (a.path < b.path ? -1 : 1));
    const topics = await library.topics();
    summary.show({ files: checked, leftOut: leftOut.sort(), isComplete: !token.isCancellationRequested }, topics);
  });
}

/** Undefined for a file that is no text, is too large, or is gone; and when the reader changed their mind. */
async function checkFile(
  uri: Uri,
  server: Server,
  closed: ClosedFiles,
  token: CancellationToken,
): Promise<CheckedFile | undefined> {
  try {
    const text = await readText(uri);
    const answer = await server.check(uri, text, token);
    if (!answer || token.isCancellationRequested) return undefined;
    const { diagnostics, met } = answer;
    closed.set(uri, diagnostics);
    const lines = text.split("\n").length;
    return { uri: uri.toString(), path: shownPath(uri), lines, findings: diagnostics.map(toFinding), met };
  } catch {
    return undefined;
  }
}

/** What the reader has before them counts, saved or not. */
async function readText(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.getText() ?? new TextDecoder("utf-8", { fatal: true }).decode(await workspace.fs.readFile(uri));
}

function shownPath(uri: Uri): string {
  return workspace.asRelativePath(uri);
}

function toFinding(finding: Diagnostic): CheckedFile["findings"][number] {
  const { message, severity, range } = finding;
  const { line, character } = range.start;
  return { rule: ruleOf(finding), severity: SEVERITIES[severity], message, line, character };
}

const SEVERITIES: Readonly<Record<DiagnosticSeverity, Severity>> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "information",
  [DiagnosticSeverity.Hint]: "hint",
};
