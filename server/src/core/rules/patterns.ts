import type { Node } from "web-tree-sitter";
import type { RuleLevels, Span } from "../api.ts";
import type { Module } from "../module/module.ts";
import type { Unit } from "../module/units.ts";
import type { RuleEntry } from "../notes/catalog.ts";
import { type Captures, CombinedQuery, type Pattern, textOf } from "../query/compile.ts";
import { type Grammar, pointAt } from "../syntax/grammar.ts";
import { SHARED_PATTERNS } from "./calls.ts";

/** Whose a match is: a rule's, or that of what rules share. */
export type PatternOwner = RuleEntry | "call" | "import";

/**
 * The patterns of all rules that are not off. Those that may match anywhere are compiled into one query when a file is
 * first judged: several would each walk the whole file. Those that need a word wait until it is first met, and run only
 * where it is: most of them would match half of a file, and be of use nowhere.
 */
export class RulePatterns {
  private readonly grammar: Grammar;
  private readonly rules: readonly RuleEntry[];
  private readonly worded = new Map<RuleEntry, CombinedQuery<PatternOwner>>();
  private readonly byWord = new Map<string, RuleEntry[]>();
  /** Finds the words that patterns need. */
  private readonly anyWord: RegExp;
  /** Whether all that may match anywhere was compiled before: then it costs more to compile less. */
  private readonly isCompiled: boolean;
  private common: CommonPatterns | undefined;

  constructor(grammar: Grammar, rules: readonly RuleEntry[]) {
    this.grammar = grammar;
    this.rules = rules;
    this.isCompiled = grammar.isCompiled(textOf(patternsOf(rules)));
    for (const rule of rules) {
      for (const word of rule.worded?.words ?? []) this.byWord.set(word, [...(this.byWord.get(word) ?? []), rule]);
    }
    this.anyWord = new RegExp(`\\b(?:${[...this.byWord.keys()].join("|") || "(?!)"})\\b`, "g");
  }

  /** Matches in a statement; in a class with a body of its own only those that begin in its header. */
  *matchesIn(
    { node, length }: Unit & { readonly node: Node },
    module: Module,
    levels: RuleLevels,
  ): Generator<Captures<PatternOwner>> {
    const { source } = module;
    const [start, end] = [node.startIndex, node.endIndex];
    const header = start + length < end ? { from: node.startPosition, to: pointAt(source, start + length) } : undefined;
    yield* this.anywhere(levels).matches(node, module, header);
    // What begins in the header of a class may reach into its body.
    const text = source.slice(start, end);
    for (const [rule, place] of this.rulesWithWordsIn(text)) {
      if (levels[rule.id] === "off" || (isForCoroutines(rule) && !text.includes("async"))) continue;
      const within = { from: pointAt(source, start + place.start), to: pointAt(source, start + place.end) };
      yield* this.compileWorded(rule).matches(node, module, header ?? within);
    }
  }

  /** The texts of all queries that there may be, if no rule is off. */
  get queries(): readonly string[] {
    const worded = this.rules.filter((rule) => rule.worded).map((rule) => wordedPatternsOf(rule));
    return [patternsOf(this.rules), ...worded].map((patterns) => textOf(patterns));
  }

  free(): void {
    this.common?.query.free();
    this.common = undefined;
    for (const query of this.worded.values()) query.free();
    this.worded.clear();
  }

  /** A rule that is switched on later is added to those that are compiled; one that is switched off stays. */
  private anywhere(levels: RuleLevels): CombinedQuery<PatternOwner> {
    const { common } = this;
    const isWanted = (rule: RuleEntry) => rule.query && (levels[rule.id] !== "off" || this.isCompiled);
    if (common && (common.levels === levels || !this.rules.some((rule) => isWanted(rule) && !common.rules.has(rule)))) {
      common.levels = levels;
      return common.query;
    }
    common?.query.free();
    const rules = this.rules.filter((rule) => isWanted(rule) || common?.rules.has(rule));
    const query = new CombinedQuery(this.grammar, patternsOf(rules));
    this.common = { query, rules: new Set(rules), levels };
    return query;
  }

  /** The rules whose words are in a text, with where the first and the last of them is. */
  private rulesWithWordsIn(text: string): Map<RuleEntry, Span> {
    const found = new Map<RuleEntry, { start: number; end: number }>();
    this.anyWord.lastIndex = 0;
    for (let match = this.anyWord.exec(text); match; match = this.anyWord.exec(text)) {
      const [{ length }, start] = [match[0], match.index];
      for (const rule of this.byWord.get(match[0]) ?? []) {
        if (rule.worded?.haveDot && text[start - 1] !== "." && !mayHaveDot(text, start)) continue;
        const span = found.get(rule);
        if (span) span.end = start + length;
        else found.set(rule, { start, end: start + length });
      }
    }
    return found;
  }

  private compileWorded(rule: RuleEntry): CombinedQuery<PatternOwner> {
    let query = this.worded.get(rule);
    if (!query) {
      query = new CombinedQuery(this.grammar, wordedPatternsOf(rule));
      this.worded.set(rule, query);
    }
    return query;
  }
}

/** The patterns that may match anywhere. */
function patternsOf(rules: readonly RuleEntry[]): readonly Pattern<PatternOwner>[] {
  const own = rules.flatMap((rule) => (rule.query ? [{ owner: rule, text: rule.query }] : []));
  return [...SHARED_PATTERNS, ...own];
}

function isForCoroutines({ worded }: RuleEntry): boolean {
  return worded?.query.includes("#in-async?") ?? false;
}

function wordedPatternsOf(rule: RuleEntry): readonly Pattern<PatternOwner>[] {
  return [{ owner: rule, text: rule.worded?.query ?? "" }];
}

/** Whether a word may be the name of an attribute: there is a dot before it, maybe in a line above, behind a comment. */
function mayHaveDot(text: string, word: number): boolean {
  for (let end = word; end > 0; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const before = text.slice(start, end).trimEnd();
    if (before !== "") return /[.\\]$|#/.test(before);
    end = start - 1;
  }
  return false;
}

interface CommonPatterns {
  readonly query: CombinedQuery<PatternOwner>;
  readonly rules: ReadonlySet<RuleEntry>;
  /** For which it was last found to be enough. */
  levels: RuleLevels;
}
