import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type ServerCapabilities,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Edit, Finding, Fix, Gloss, PythonFile, Span } from "../core/api.ts";
import { chooseFixes, editsOf } from "../core/rules/apply.ts";
import { findKnown } from "../core/rules/baseline.ts";
import { toRange, toSpan, toTextEdit } from "./convert.ts";
import type { Document } from "./document.ts";
import { ignoreEdit } from "./ignore.ts";
import { explainActions, readReports, sameReports, type ToolReport } from "./otherTools.ts";
import { OPEN_NOTE, TURN_OFF_RULE } from "./protocol.ts";
import { isolate, readDocument, type Session } from "./session.ts";
import type { Settings } from "./settings.ts";

/** Offers what can be done about the findings in a range: mend, read, silence. */
export function serveCodeActions(session: Session): ServerCapabilities {
  const answer = (params: CodeActionParams, gloss: Gloss) => offer(session, gloss, params);
  const nothing: (CodeAction | Command)[] = [];
  session.connection.onCodeAction(isolate(session, "codeAction", nothing, answer));
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } };
}

/** For `editor.codeActionsOnSave`: every safe fix of a document at once. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.pygloss`;

async function offer(session: Session, gloss: Gloss, params: CodeActionParams): Promise<(CodeAction | Command)[]> {
  const { diagnostics, only } = params.context;
  const read = await readDocument(session, params.textDocument.uri);
  if (!read) return [];
  const { document, settings } = read;
  const file = document.analyse(gloss);
  const others = settings.explainOthers ? readReports(diagnostics) : [];
  const desk: Desk = { session, gloss, document, file, diagnostics, others };
  const range = toSpan(document.source, params.range);
  const all = file.findings(settings.rules, settings.python);
  const findings = wants(only, CodeActionKind.QuickFix) ? all.filter(({ span }) => overlap(span, range)) : [];
  const shown = findings.filter((finding) => !session.client.withholds || repeated(desk, finding).length === 0);
  const mending = findings.flatMap((finding) => fixes(desk, finding));
  const more = [
    ...shown.flatMap((finding) => reading(desk, finding)),
    ...shown.flatMap((finding) => silencing(desk, finding)),
    ...(only && wants(only, FIX_ALL) ? fixAll(desk, newOnes(all, settings, file)) : []),
  ];
  // Last, because the document may change meanwhile.
  const explaining = wants(only, CodeActionKind.QuickFix) ? await explainActions(session, gloss, others) : [];
  const actions = [...mending, ...explaining, ...more];
  if (session.client.readsCodeActionLiterals) return distinct(actions);
  return distinct(actions.flatMap((action) => action.command ?? []));
}

/** What every action is made from. */
interface Desk {
  readonly session: Session;
  readonly gloss: Gloss;
  readonly document: Document;
  readonly file: PythonFile;
  /** What the client shows in the range. */
  readonly diagnostics: readonly Diagnostic[];
  /** What other tools say among that. */
  readonly others: readonly ToolReport[];
}

function fixes(desk: Desk, finding: Finding): CodeAction[] {
  const safe = finding.fixes.filter((fix) => fix.safe);
  return finding.fixes.map((fix) => ({
    ...action(desk, finding, titleOf(desk, fix)),
    ...(fix.safe && safe.length === 1 ? { isPreferred: true } : {}),
    edit: workspaceEdit(desk, fix.edits),
  }));
}

/** As on the command line, what the baseline has is mended only one by one. */
function newOnes(findings: readonly Finding[], { known = [] }: Settings, file: PythonFile): Finding[] {
  const old = findKnown(findings, known, file);
  return findings.filter((finding) => !old.has(finding));
}

function fixAll(desk: Desk, findings: readonly Finding[]): CodeAction[] {
  const chosen = chooseFixes(findings, (finding) => finding.fixes.find((fix) => fix.safe));
  if (chosen.length === 0) return [];
  const edit = workspaceEdit(desk, editsOf(chosen));
  return [{ title: desk.session.client.l10n.t("Make all safe fixes of PyGloss"), kind: FIX_ALL, edit }];
}

/** An unsafe fix says in its own title what may change. */
function titleOf({ session }: Desk, fix: Fix): string {
  return fix.safe ? session.client.l10n.t("{0} (safe)", fix.title) : fix.title;
}

function reading(desk: Desk, finding: Finding): CodeAction[] {
  const title = desk.gloss.shelf.summary(finding.rule)?.title ?? finding.rule;
  return callCommand(desk, finding, OPEN_NOTE, desk.session.client.l10n.t("Open note: {0}", title));
}

function silencing(desk: Desk, finding: Finding): CodeAction[] {
  const edit = ignoreEdit(desk.file.source.text, finding.span, finding.rule);
  const { l10n } = desk.session.client;
  const title = l10n.t("Ignore {0} on this line", finding.rule);
  const off = l10n.t("Turn off rule {0} in this workspace", finding.rule);
  const here = edit ? [{ ...action(desk, finding, title), edit: workspaceEdit(desk, [edit]) }] : [];
  return [...here, ...callCommand(desk, finding, TURN_OFF_RULE, off)];
}

/** Only what the client said that it can do is offered. */
function callCommand(desk: Desk, finding: Finding, command: string, title: string): CodeAction[] {
  if (!desk.session.client.commands.has(command)) return [];
  return [{ ...action(desk, finding, title), command: { title, command, arguments: [finding.rule] } }];
}

/** What other tools report that is the same. */
function repeated({ document, gloss, others }: Desk, { rule, span, related }: Finding): Diagnostic[] {
  const places = [span, ...related.map((one) => one.span)].map((one) => toRange(document.source, one));
  return sameReports(others, gloss.shelf.get(rule)?.sameAs ?? {}, places);
}

function action(desk: Desk, finding: Finding, title: string): CodeAction {
  const { start } = toRange(desk.document.source, finding.span);
  const own = desk.diagnostics.filter(
    ({ code, range }) =>
      code === finding.rule && range.start.line === start.line && range.start.character === start.character,
  );
  const diagnostics = [...own, ...repeated(desk, finding)];
  return { title, kind: CodeActionKind.QuickFix, ...(diagnostics.length > 0 ? { diagnostics } : {}) };
}

/** With its version, an edit for a text that changed meanwhile is refused by the client instead of misplaced. */
function workspaceEdit({ session, document, file }: Desk, given: readonly Edit[]): WorkspaceEdit {
  const { uri, version } = document;
  const edits = given.map((edit) => toTextEdit(document.source, edit, file.source.newline));
  if (!session.client.appliesVersionedEdits) return { changes: { [uri]: edits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** A client that asks for `source` wants `source.fixAll.pygloss`, too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** A cursor has no width; it touches what it stands in or beside. */
function overlap(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Two findings of one rule in one line would offer the same note and the same silence twice. */
function distinct<T extends CodeAction | Command>(actions: readonly T[]): T[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = JSON.stringify([action.title, "edit" in action ? action.edit : null]);
    return !seen.has(key) && seen.add(key);
  });
}
