import type { Node, Point, Query, QueryCapture } from "web-tree-sitter";
import type { Module } from "../module/module.ts";
import type { Grammar } from "../syntax/grammar.ts";
import { DEEPEST } from "../syntax/nodes.ts";
import { work } from "../work.ts";
import { NATIVE_PREDICATES, PREDICATES } from "./predicates.ts";

/** A piece of query text and whom its matches belong to. One query is made of many. */
export interface Pattern<Owner> {
  readonly owner: Owner;
  readonly text: string;
}

/** A match of one owner's pattern. Valid as long as the tree. */
export interface Captures<Owner> {
  readonly owner: Owner;
  /** Number of the pattern in the query: the later of two equally fitting ones was written later. */
  readonly pattern: number;
  readonly captures: readonly QueryCapture[];
}

/** What is wrong with a query: `index` is the offset in the pattern's text, UTF-16. */
export class QueryProblem extends Error {
  readonly index: number;

  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

type Condition = (captures: readonly QueryCapture[], module: Module) => boolean;

/** Many patterns compiled into one query, with our predicates. */
export class CombinedQuery<Owner> {
  private readonly query: Query;
  private readonly owners: readonly Owner[];
  private readonly conditions: readonly (readonly Condition[])[];

  /** Throws QueryProblem; where several patterns are combined its index counts from the start of the first. */
  constructor(grammar: Grammar, patterns: readonly Pattern<Owner>[]) {
    this.query = compile(grammar, textOf(patterns));
    const ends: number[] = [];
    let length = 0;
    for (const { text } of patterns) {
      length += utf8Length(text) + 1;
      ends.push(length);
    }
    const owners: Owner[] = [];
    const conditions: Condition[][] = [];
    for (let index = 0; index < this.query.patternCount(); index++) {
      const start = this.query.startIndexForPattern(index);
      const pattern = patterns[ends.findIndex((end) => start < end)];
      if (!pattern) throw new QueryProblem("a pattern belongs to nobody", 0);
      owners.push(pattern.owner);
      conditions.push(this.query.predicatesForPattern(index).map((predicate) => condition(predicate)));
    }
    this.owners = owners;
    this.conditions = conditions;
  }

  get captureNames(): readonly string[] {
    return this.query.captureNames;
  }

  /**
   * Matches in a node whose predicates all hold, in the order of the text. `within` asks only for those that touch what is
   * between two places; `depth` for those that begin at most so far below the node.
   */
  *matches(
    node: Node,
    module: Module,
    within?: { readonly from: Point; readonly to: Point; readonly depth?: number },
  ): Generator<Captures<Owner>> {
    // `startIndex` of the options counts bytes, so ranges are given as positions.
    const range = {
      ...(within && { startPosition: within.from, endPosition: within.to }),
      maxStartDepth: within?.depth ?? DEEPEST,
    };
    work.queries++;
    for (const match of this.query.matches(node, range)) {
      work.captures += match.captures.length;
      const owner = this.owners[match.patternIndex];
      const conditions = this.conditions[match.patternIndex];
      if (owner === undefined || !conditions?.every((holds) => holds(match.captures, module))) continue;
      yield { owner, pattern: match.patternIndex, captures: match.captures };
    }
  }

  free(): void {
    this.query.delete();
  }
}

/** All patterns as one text. */
export function textOf(patterns: readonly Pattern<unknown>[]): string {
  return patterns.map((pattern) => pattern.text).join("\n");
}

function compile(grammar: Grammar, text: string): Query {
  try {
    return grammar.query(text);
  } catch (error) {
    const index = error instanceof Error && "index" in error && typeof error.index === "number" ? error.index : 0;
    throw new QueryProblem(error instanceof Error ? error.message : String(error), index);
  }
}

interface RawPredicate {
  readonly operator: string;
  readonly operands: readonly { readonly type: string; readonly name?: string; readonly value?: string }[];
}

function condition({ operator, operands }: RawPredicate): Condition {
  const isNegated = operator.startsWith("not-");
  const name = operator.replace(/^not-/, "").replace(/\?$/, "");
  const predicate = PREDICATES.get(name);
  if (!predicate || !operator.endsWith("?")) {
    const known = [...NATIVE_PREDICATES].concat([...PREDICATES.keys()].map((key) => `${key}?`)).join(", ");
    throw new QueryProblem(`unknown predicate #${operator}; there are: ${known}`, 0);
  }
  const [first, ...rest] = operands;
  const strings = rest.map((operand) => operand.value);
  if (first?.type !== "capture" || strings.some((string) => string === undefined)) {
    throw new QueryProblem(`#${operator} takes a capture and then strings`, 0);
  }
  if ((predicate.strings === "some") !== strings.length > 0) {
    throw new QueryProblem(
      `#${operator} takes ${predicate.strings === "some" ? "at least one string" : "no strings"}`,
      0,
    );
  }
  const texts = strings.filter((string) => string !== undefined);
  const capture = first.name;
  return (captures, module) =>
    captures.filter((one) => one.name === capture).every((one) => predicate.run(one.node, texts, module) !== isNegated);
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
