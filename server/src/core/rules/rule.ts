import type { Node } from "web-tree-sitter";
import type * as api from "../api.ts";
import type { Edit, Span } from "../api.ts";
import type { Module } from "../module/module.ts";
import type { Severity } from "../notes/note.ts";
import type { Source } from "../source.ts";
import type { Value, Words } from "../words.ts";
import type { Ignore } from "./directives.ts";

/** One match of a rule's query, or of one of its `calls`, with all a rule may ask. */
export interface Match {
  readonly module: Module;
  readonly source: Source;
  readonly file: FileFacts;
  /** What is underlined unless the report says otherwise: `@finding`, or the called name. */
  readonly finding: Node;
  /** The first node captured under a name. Throws when the query captures none: ask only for what it always has. */
  node(name: string): Node;
  /** The first node captured under a name that may be missing. */
  maybe(name: string): Node | null;
  /** All nodes captured under a name, in the order of the text. */
  all(name: string): readonly Node[];
}

export interface FileFacts {
  /** Its path, as the host knows it. */
  readonly path: string;
  readonly isStub: boolean;
  readonly isTest: boolean;
  /** Cells that a kernel runs: there is no main module, and an event loop is running already. */
  readonly isNotebook: boolean;
}

/** What a rule says of a match that is a finding. Everything may be left out. */
export interface Report {
  readonly at?: Node | Span;
  /** Values for `{name}` in the message; captured names need not be given. What is no code is written t`...`. */
  readonly values?: Readonly<Record<string, Value>>;
  /** Where the syntax alone shows that it matters more or less than the note says. */
  readonly severity?: Severity;
  readonly related?: readonly api.RelatedSpan<Words>[];
  /** Versions of Python on which it matters, `>=3.12`; all where it is missing. */
  readonly python?: string;
}

/** A fix whose title is not yet said in the reader's language. */
export type Fix = api.Fix<Words>;

export interface Rule {
  /** Null: not a finding. Several: one construct, wrong in several places. Without `check` every match is one. */
  readonly check?: (match: Match) => Report | readonly Report[] | null;
  /** Fixes for a finding, the best first; none where it cannot be done rightly. */
  readonly fix?: (match: Match, report: Report) => Fix | readonly Fix[] | null;
  /** For a rule about our comments: asked about each, when all other rules have spoken. It then needs no query. */
  readonly checkIgnore?: (ignore: JudgedIgnore, source: Source) => readonly IgnoreReport[];
}

/** A `# pygloss: ignore`, and what it was good for. */
export interface JudgedIgnore extends Ignore {
  /** Whether it silences anything, or cannot be said to silence nothing because a rule is off. */
  readonly isUsed: boolean;
  /** The same of one id in it, or that no rule has this id. */
  readonly use: (id: string) => "used" | "unused" | "unknown";
}

export interface IgnoreReport {
  readonly at: Span;
  readonly values: Readonly<Record<string, Value>>;
  readonly fix: Fix;
}

/** Gives `rule.ts` its types. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

/** A fix that keeps behaviour for every input. */
export function safeFix(title: Words, ...edits: readonly Edit[]): Fix {
  return { title, safe: true, edits: inOrder(edits) };
}

/** A fix that may change behaviour; the title says how. */
export function unsafeFix(title: Words, ...edits: readonly Edit[]): Fix {
  return { title, safe: false, edits: inOrder(edits) };
}

/** A fix whose code needs these versions of Python, `>=3.9`: projects that run on older ones are not offered it. */
export function needing(python: string, fix: Fix): Fix {
  return { ...fix, python };
}

export function replace(node: Node, text: string): Edit {
  return { span: { start: node.startIndex, end: node.endIndex }, text };
}

export function insert(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}

export function remove(span: Span): Edit {
  return { span, text: "" };
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
