import type { ServerCapabilities } from "vscode-languageserver";
import type { Gloss } from "../core/api.ts";
import {
  LIBRARY,
  NOTE,
  NOTES_AT,
  type NoteDocument,
  type NoteParams,
  type NoteSummary,
  type NotesAtParams,
  PATHS,
  type ReadingPath,
  SEARCH,
  type SearchFilter,
  type SearchHit,
  type SearchParams,
  type TopicNotes,
} from "./protocol.ts";
import { isolate, readDocument, type Session } from "./session.ts";
import { SLICE, turn } from "./turn.ts";
import { isRecord } from "./untrusted.ts";

type Hits = readonly SearchHit[];
type Summaries = readonly NoteSummary[];

/** Answers what the protocol of the language servers has no request for: the notes themselves. */
export function serveNotes(session: Session): ServerCapabilities {
  const { connection } = session;
  const prepare = preparing(session);
  const searching = (params: SearchParams, gloss: Gloss) => {
    // Whoever asks for everything has just opened the search, and will type in a moment.
    if (params.query === "") prepare(gloss);
    return search(params, gloss);
  };
  connection.onRequest(SEARCH, isolate<SearchParams, Hits>(session, SEARCH, [], searching));
  const library = (_: unknown, gloss: Gloss) => gloss.shelf.topics();
  connection.onRequest(LIBRARY, isolate<unknown, readonly TopicNotes[]>(session, LIBRARY, [], library));
  const paths = (_: unknown, gloss: Gloss) => gloss.shelf.paths();
  connection.onRequest(PATHS, isolate<unknown, readonly ReadingPath[]>(session, PATHS, [], paths));
  const reading = (params: NoteParams, gloss: Gloss) => {
    // The page of a note has a search box.
    prepare(gloss);
    return note(params, gloss);
  };
  connection.onRequest(NOTE, isolate<NoteParams, NoteDocument | null>(session, NOTE, null, reading));
  const answer = (params: NotesAtParams, gloss: Gloss) => notesAt(session, gloss, params);
  connection.onRequest(NOTES_AT, isolate<NotesAtParams, Summaries>(session, NOTES_AT, [], answer));
  return {};
}

/** Readies the search in pieces between which everybody else gets an answer. */
function preparing(session: Session): (gloss: Gloss) => void {
  let isPreparing = false;
  const prepare = async (gloss: Gloss) => {
    await turn();
    let deadline = performance.now() + SLICE;
    for await (const _ of gloss.shelf.prepareSearch()) {
      if (performance.now() < deadline) continue;
      await turn();
      deadline = performance.now() + SLICE;
    }
  };
  return (gloss) => {
    if (isPreparing) return;
    isPreparing = true;
    prepare(gloss).catch((error: unknown) => session.log("Preparing the search failed", error));
  };
}

async function search({ query, limit, filter }: SearchParams, gloss: Gloss): Promise<Hits> {
  if (typeof query !== "string") throw new TypeError("`query` is a string");
  return await gloss.shelf.search(
    query,
    typeof limit === "number" && limit >= 0 ? limit : undefined,
    readFilter(filter),
  );
}

function readFilter(filter: unknown): SearchFilter {
  const { kind, topic } = isRecord(filter) ? filter : {};
  return {
    ...(kind === "trap" || kind === "concept" ? { kind } : {}),
    ...(typeof topic === "string" ? { topic } : {}),
  };
}

async function note({ id }: NoteParams, gloss: Gloss): Promise<NoteDocument | null> {
  if (typeof id !== "string") throw new TypeError("`id` is a string");
  return await gloss.shelf.document(id);
}

async function notesAt(session: Session, gloss: Gloss, params: NotesAtParams): Promise<Summaries> {
  const read = await readDocument(session, params.textDocument.uri);
  if (!read) return [];
  const { document, settings } = read;
  const answer = document
    .analyse(gloss)
    .hover(document.positions.offsetAt(params.position), settings.rules, settings.python);
  const ids = answer?.notes ?? [];
  return ids.map((id) => gloss.shelf.summary(id)).filter((summary) => summary !== undefined);
}
