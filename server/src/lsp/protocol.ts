/**
 * What the client and the server say to each other beyond the Language Server Protocol.
 * Types and names only: both sides import this file, and nothing in it runs.
 */

export type NoteKind = "concept" | "trap";

/** A note without its body: what lists and links need. */
export interface NoteSummary {
  readonly id: string;
  readonly title: string;
  readonly kind: NoteKind;
  readonly topic: string;
  /** Markdown, at most three sentences. */
  readonly summary: string;
}

export interface NoteSource {
  readonly title: string;
  readonly url: string;
}

/** A whole note, ready to be shown. `body` is Markdown; links to other notes are written `note:<id>`. */
export interface NoteDocument extends NoteSummary {
  readonly topicTitle: string;
  readonly body: string;
  readonly sources: readonly NoteSource[];
  readonly related: readonly NoteSummary[];
  /** Codes of other linters that report the same thing, by tool; only traps have any. */
  readonly sameAs: Readonly<Record<string, readonly string[]>>;
}

export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly kind: NoteKind;
  readonly topic: string;
  readonly score: number;
  /** One line of plain text. */
  readonly excerpt: string;
}

/** What a client tells the server about itself in `initializationOptions`; every key may be missing. */
export interface ClientOptions {
  /** Address of a note, with `{id}` where the id goes. Without it hovers name `pygloss explain <id>` instead of a link. */
  readonly noteUri?: string;
  /** Commands of the client that code actions may call. */
  readonly commands?: readonly string[];
}

/** `pygloss/search`: best hit first. */
export const SEARCH = "pygloss/search";
export interface SearchParams {
  readonly query: string;
  readonly limit?: number;
}

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

/** Commands of the VS Code extension that the server's hovers and code actions point to. */
export const OPEN_NOTE = "pygloss.openNote";
export const TURN_OFF_RULE = "pygloss.turnOffRule";
