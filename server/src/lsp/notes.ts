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
  type SearchHit,
  type SearchParams,
  type TopicNotes,
} from "./protocol.ts";
import { searching } from "./searching.ts";
import { isolate, readDocument, type Session } from "./session.ts";

type Hits = readonly SearchHit[];
type Summaries = readonly NoteSummary[];

/** Answers what the protocol of the language servers has no request for: the notes themselves. */
export function serveNotes(session: Session): ServerCapabilities {
  const { connection } = session;
  const search = searching(session);
  connection.onRequest(SEARCH, isolate<SearchParams, Hits>(session, SEARCH, [], search.answer));
  const library = (_: unknown, gloss: Gloss) => gloss.shelf.topics();
  connection.onRequest(LIBRARY, isolate<unknown, readonly TopicNotes[]>(session, LIBRARY, [], library));
  const paths = (_: unknown, gloss: Gloss) => gloss.shelf.paths();
  connection.onRequest(PATHS, isolate<unknown, readonly ReadingPath[]>(session, PATHS, [], paths));
  const reading = (params: NoteParams, gloss: Gloss) => {
    // The page of a note has a search box.
    search.prepare(gloss.shelf);
    return note(params, gloss);
  };
  connection.onRequest(NOTE, isolate<NoteParams, NoteDocument | null>(session, NOTE, null, reading));
  const answer = (params: NotesAtParams, gloss: Gloss) => notesAt(session, gloss, params);
  connection.onRequest(NOTES_AT, isolate<NotesAtParams, Summaries>(session, NOTES_AT, [], answer));
  return {};
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
    .hover(document.source.offsetAt(params.position), settings.rules, settings.python);
  const ids = answer?.notes ?? [];
  return ids.map((id) => gloss.shelf.summary(id)).filter((summary) => summary !== undefined);
}
