import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { Gloss } from "../core/api.ts";
import { configFile } from "./configFiles.ts";
import { toRange } from "./convert.ts";
import { completeSection } from "./section.ts";
import { isolate, markup, readDocument, type Session } from "./session.ts";

/** Completes the ids of rules in `# pygloss: ignore[...]`, the words of `[tool.pygloss]`, and nothing else. */
export function serveCompletion(session: Session): ServerCapabilities {
  const answer = (params: CompletionParams, gloss: Gloss) => complete(session, gloss, params);
  const nothing: CompletionItem[] = [];
  session.connection.onCompletion(isolate(session, "completion", nothing, answer));
  return { completionProvider: { triggerCharacters: ["[", ","] } };
}

/** What is found in the comment's own line comes first: that is what it is to silence. */
async function complete(session: Session, gloss: Gloss, params: CompletionParams): Promise<CompletionItem[]> {
  const config = configFile(session, params.textDocument.uri);
  if (config) return completeSection(session, gloss, config, config.document.source.offsetAt(params.position));
  const read = await readDocument(session, params.textDocument.uri);
  if (!read) return [];
  const { document, settings } = read;
  const file = document.analyse(gloss);
  const offset = document.source.offsetAt(params.position);
  const place = file.ignoreAt(offset);
  if (!place) return [];
  const { source } = file;
  const isHere = ({ span }: { span: { start: number; end: number } }) =>
    source.lineAt(span.start) <= params.position.line && params.position.line <= source.lineAt(span.end);
  const here = new Set(
    file
      .findings(settings.rules, settings.python)
      .filter(isHere)
      .map(({ rule }) => rule),
  );
  const range = toRange(document.source, place.span);
  const rules = gloss.shelf.entries.filter(({ id, kind }) => kind === "trap" && !place.others.includes(id));
  return rules.map(({ id, title, summary }) => ({
    label: id,
    kind: CompletionItemKind.EnumMember,
    detail: title,
    documentation: markup(session, summary),
    sortText: `${here.has(id) ? 0 : 1}${id}`,
    ...(here.has(id) ? { preselect: true } : {}),
    textEdit: { range, newText: id },
  }));
}
