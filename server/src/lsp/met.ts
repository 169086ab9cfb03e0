import type { CancellationToken, ServerCapabilities } from "vscode-languageserver";
import type { Gloss, Span } from "../core/api.ts";
import { toRange } from "./convert.ts";
import type { Document } from "./document.ts";
import { MET, type MetParams, type NoteMet } from "./protocol.ts";
import { isolate, readDocument, type Session } from "./session.ts";
import { SLICE, turn } from "./turn.ts";

type Answer = readonly NoteMet[] | null;

/** Lists what a document is made of, in pieces between which everybody else gets an answer. */
export function serveMet(session: Session): ServerCapabilities {
  session.connection.onRequest(
    MET,
    isolate<MetParams, Answer>(session, MET, null, async ({ textDocument }, gloss, token) => {
      const read = await readDocument(session, textDocument.uri);
      if (!read) return [];
      const { document } = read;
      const spans = await collect(document, gloss, token);
      return spans && toAnswer(spans, document, gloss);
    }),
  );
  return {};
}

async function collect(
  document: Document,
  gloss: Gloss,
  token: CancellationToken,
): Promise<Map<string, Span[]> | null> {
  const { version } = document;
  const spans = new Map<string, Span[]>();
  let deadline = performance.now() + SLICE;
  for (const one of document.analyse(gloss).met()) {
    if (one) {
      const known = spans.get(one.note);
      if (known) known.push(one.span);
      else spans.set(one.note, [one.span]);
    }
    if (performance.now() < deadline) continue;
    await turn();
    if (token.isCancellationRequested || !document.isOpen || document.version !== version) return null;
    deadline = performance.now() + SLICE;
  }
  return spans;
}

function toAnswer(spans: ReadonlyMap<string, readonly Span[]>, { source }: Document, gloss: Gloss): NoteMet[] {
  return [...spans]
    .map(([id, all]) => ({ id, places: inOrder(all) }))
    .sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0))
    .flatMap(({ id, places }) => {
      const note = gloss.shelf.summary(id);
      return note ? [{ note, ranges: places.map((span) => toRange(source, span)) }] : [];
    });
}

/** Two patterns of a note may mean the same token. */
function inOrder(spans: readonly Span[]): Span[] {
  return [...new Map(spans.map((span) => [span.start, span])).values()].sort((a, b) => a.start - b.start);
}
