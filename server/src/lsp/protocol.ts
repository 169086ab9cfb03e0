/**
 * What the client and the server say to each other beyond the Language Server Protocol.
 * Types and names only: both sides import this file, and nothing in it runs.
 */

import type { Diagnostic, ProgressToken } from "vscode-languageserver";
import type { NoteSummary, SearchFilter } from "../core/notes/note.ts";

export type {
  NoteDocument,
  NoteKind,
  NoteSource,
  NoteSummary,
  PathStep,
  ReadingPath,
  SearchFilter,
  SearchHit,
  TopicNotes,
} from "../core/notes/note.ts";

/** What a client tells the server about itself in `initializationOptions`; every key may be missing. */
export interface ClientOptions {
  /** Address of a note, with `{id}` where the id goes. Without it hovers name `pygloss explain <id>` instead of a link. */
  readonly noteUri?: string;
  /** Commands of the client that code actions may call. */
  readonly commands?: readonly string[];
  /** Whether the client shows no finding of ours where it shows that another tool reports the same. */
  readonly withholds?: boolean;
  /** What the server says itself, in the reader's language, by the English texts. */
  readonly translations?: Readonly<Record<string, string>>;
  /** The section `pygloss` of the user's settings, from clients that cannot be asked for it. */
  readonly settings?: unknown;
}

/**
 * `pygloss/search`: best hit first. Where the search is not ready, a partial result comes at once; unlike those of the
 * Language Server Protocol it is no part of the answer, which takes its place.
 */
export const SEARCH = "pygloss/search";
export interface SearchParams {
  readonly partialResultToken?: ProgressToken;
  readonly query: string;
  readonly limit?: number;
  readonly filter?: SearchFilter;
}

/** `pygloss/library`: every topic with its notes, without their bodies. */
export const LIBRARY = "pygloss/library";

/** `pygloss/paths`: every order of reading, as `ReadingPath[]`. */
export const PATHS = "pygloss/paths";

/** `pygloss/note`: the note, or null where there is none of that id. */
export const NOTE = "pygloss/note";
export interface NoteParams {
  readonly id: string;
}

/** `pygloss/notesAt`: the notes for the construct at a position, the leading one first. */
export const NOTES_AT = "pygloss/notesAt";
export interface NotesAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/**
 * `pygloss/met`: the notes that the constructs and names of a document bring up, in the order in which they are first
 * met; null when the document changed while it was read.
 */
export const MET = "pygloss/met";
export interface MetParams {
  readonly textDocument: { readonly uri: string };
}
export interface NoteMet {
  readonly note: NoteSummary;
  /** Where, in the order of the text. */
  readonly ranges: readonly PlainRange[];
}
export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}
/** Both count from 0, characters in UTF-16 units. */
export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/**
 * `pygloss/explainReports`: Markdown on what other tools report at a position, as `string[]`; what the hover there says
 * anyway is left out.
 */
export const EXPLAIN_REPORTS = "pygloss/explainReports";
export interface ExplainReportsParams extends NotesAtParams {
  readonly reports: readonly PlainReport[];
}
/** What a diagnostic of another tool says of itself. */
export interface PlainReport {
  readonly source: string;
  readonly code: string;
}

/** `pygloss/why`: what decides how loud a rule is in a document, as `Reason`; null where nothing but the rule itself does. */
export const WHY = "pygloss/why";
export interface WhyParams {
  readonly textDocument: { readonly uri: string };
  readonly rule: string;
}
export interface Reason {
  readonly key: "per-file-rules" | "rules";
  /** The address of the project's file that says so; null for the editor's settings. */
  readonly file: string | null;
}

/** `pygloss/check`: what there is to say of a text that is not open; null when it is too large. */
export const CHECK = "pygloss/check";
export interface CheckParams {
  readonly uri: string;
  readonly text: string;
}
export interface CheckAnswer {
  readonly diagnostics: readonly Diagnostic[];
  /** How many places bring up each note, by id. */
  readonly met: Readonly<Record<string, number>>;
}

/** Commands of the VS Code extension that the server's hovers and code actions point to. */
export const OPEN_NOTE = "pygloss.openNote";
export const TURN_OFF_RULE = "pygloss.turnOffRule";
