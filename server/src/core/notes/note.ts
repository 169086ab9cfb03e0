/** What a note is, in the catalog and on the wire. Plain data; see `knowledge/` for the notes themselves. */

export type NoteKind = "concept" | "trap";

/** From quiet to loud. */
export const SEVERITIES = ["hint", "information", "warning", "error"] as const;
export type Severity = (typeof SEVERITIES)[number];

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

export const TOOLS = ["ruff", "flake8", "pylint", "sonar", "pyright", "bandit"] as const;
export type Tool = (typeof TOOLS)[number];

/** Codes of other linters that report the same thing, by tool. */
export type SameAs = Readonly<Partial<Record<Tool, readonly string[]>>>;

/** What the catalog holds of every note in memory: everything but the body. */
export interface NoteEntry extends NoteSummary {
  readonly aliases: readonly string[];
  readonly related: readonly string[];
  readonly explains: readonly string[];
  readonly names: readonly string[];
  readonly sources: readonly NoteSource[];
  readonly sameAs: SameAs;
  /** Versions of Python for which the note holds, as in `requires-python`; undefined: all of 3.x. */
  readonly python?: string;
  /** Traps only. */
  readonly severity?: Severity;
}

/** A whole note, ready to be shown. `body` is Markdown; links to other notes are written `note:<id>`. */
export interface NoteDocument extends NoteSummary {
  readonly topicTitle: string;
  readonly body: string;
  readonly sources: readonly NoteSource[];
  readonly related: readonly NoteSummary[];
  /** Notes that link to this one and are not among the related. */
  readonly backlinks: readonly NoteSummary[];
  readonly sameAs: SameAs;
  readonly python?: string;
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

/** What a search is narrowed to; what is missing narrows nothing. */
export interface SearchFilter {
  readonly kind?: NoteKind;
  readonly topic?: string;
}

/** Notes in the order in which a reader with an aim does well to read them. */
export interface ReadingPath {
  readonly id: string;
  readonly title: string;
  /** One paragraph: whom the path is for. */
  readonly text: string;
  readonly steps: readonly PathStep[];
}

export interface PathStep {
  readonly note: NoteSummary;
  /** One line: what the note is good for on this path. */
  readonly why: string;
}

/** A topic with its notes, by title. */
export interface TopicNotes {
  readonly id: string;
  readonly title: string;
  /** One paragraph: what the topic is about. */
  readonly text: string;
  readonly notes: readonly NoteSummary[];
}
