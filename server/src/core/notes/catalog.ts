import type { NoteEntry, Severity } from "./note.ts";

/** Everything of `knowledge/` that is held in memory; compiled by `knowledge/compiler`. Plain data. */
export interface Catalog {
  readonly topics: readonly Topic[];
  /** By topic, then by title. */
  readonly notes: readonly NoteEntry[];
  readonly triggers: readonly Trigger[];
  readonly rules: readonly RuleEntry[];
  /** In the order in which they are offered. */
  readonly paths: readonly PathEntry[];
}

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly text: string;
}

/** An order of reading; notes by their ids. */
export interface PathEntry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly steps: readonly { readonly note: string; readonly why: string }[];
}

/** A pattern with `@hover` that brings up a note. */
export interface Trigger {
  readonly note: string;
  /** The node kinds the pattern may begin with: it is compiled when one of them is first met. */
  readonly kinds: readonly string[];
  readonly pattern: string;
}

/** Patterns that match only where one of some words is, maybe only where it is an attribute's: `b` in `a.b`. */
export interface Worded {
  readonly words: readonly string[];
  readonly haveDot: boolean;
  readonly query: string;
}

export interface RuleEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  /** Patterns with `@finding` that may match anywhere. */
  readonly query?: string;
  /** More of them, which match only where one of these words is. */
  readonly worded?: Worded;
  /** Qualified names whose calls the rule judges. */
  readonly calls: readonly string[];
}
