import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { Gloss } from "../core/api.ts";
import { explainCode, nameCode } from "../core/notes/explainCode.ts";
import type { SameAs } from "../core/notes/note.ts";
import { EXPLAIN_REPORTS, type ExplainReportsParams, OPEN_NOTE } from "./protocol.ts";
import { isolate, readDocument, type Session } from "./session.ts";
import { isSame, readToolCode, standTogether, type ToolCode } from "./toolReport.ts";

/** Explains what other tools report at a position, which only the client can see. */
export function serveOtherTools(session: Session): ServerCapabilities {
  const answer = (params: ExplainReportsParams, gloss: Gloss) => explainReports(session, gloss, params);
  const nothing: readonly string[] = [];
  session.connection.onRequest(EXPLAIN_REPORTS, isolate(session, EXPLAIN_REPORTS, nothing, answer));
  return {};
}

/** A diagnostic of a tool that we know. */
export interface ToolReport {
  readonly code: ToolCode;
  readonly diagnostic: Diagnostic;
}

export function readReports(diagnostics: readonly Diagnostic[]): ToolReport[] {
  return diagnostics.flatMap((diagnostic) => {
    const code = readToolCode(diagnostic.source, diagnostic.code);
    return code ? [{ code, diagnostic }] : [];
  });
}

/** Those that say what a finding says that is about these places, the codes of which are these elsewhere. */
export function sameReports(reports: readonly ToolReport[], sameAs: SameAs, places: readonly Range[]): Diagnostic[] {
  return reports
    .filter(({ code, diagnostic }) => isSame(sameAs, code) && standTogether(places, diagnostic.range))
    .map(({ diagnostic }) => diagnostic);
}

/** "Explain B006: Mutable default argument", for what a client can open. */
export async function explainActions(
  { client }: Session,
  gloss: Gloss,
  reports: readonly ToolReport[],
): Promise<CodeAction[]> {
  if (!client.commands.has(OPEN_NOTE)) return [];
  const actions = reports.map(async ({ code: { names }, diagnostic }) => {
    for (const name of names) {
      const found = await nameCode(gloss, name);
      if (!found) continue;
      const title = client.l10n.t("Explain {0}: {1}", name, found.title);
      const command = { title, command: OPEN_NOTE, arguments: [found.note] };
      return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command }];
    }
    return [];
  });
  return (await Promise.all(actions)).flat();
}

async function explainReports(session: Session, gloss: Gloss, params: ExplainReportsParams) {
  const { textDocument, position, reports } = params;
  const read = await readDocument(session, textDocument.uri);
  if (!read || !Array.isArray(reports)) return [];
  const { document, settings } = read;
  // What the hover says there anyway is not said twice.
  const said =
    document.analyse(gloss).hover(document.source.offsetAt(position), settings.rules, settings.python)?.findings ?? [];
  const codes = reports.slice(0, MOST).flatMap(({ source, code }) => readToolCode(source, code) ?? []);
  const news = codes.filter(({ names }) => !names.some((name) => said.includes(gloss.shelf.find(name)?.id ?? "")));
  const texts = await Promise.all(news.map((code) => explainFirst(session, gloss, code)));
  return [...new Set(texts.filter((text) => text !== null))];
}

/** By the first of its names that we know. */
async function explainFirst({ client }: Session, gloss: Gloss, { tool, names }: ToolCode): Promise<string | null> {
  for (const name of names) {
    const text = await explainCode(gloss, name, client.noteLink, tool);
    if (text !== null) return text;
  }
  return null;
}

/** More than this at one place is read by nobody. */
const MOST = 10;
