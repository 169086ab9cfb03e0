import { catalog as builtinCatalog } from "../../../knowledge/generated/catalog.ts";
import { rules as builtinRules } from "../../../knowledge/generated/rules.ts";
import { AnalysedFile } from "./analysedFile.ts";
import type { Gloss, GlossParts, HoverAnswer, Limit, NoteLink, PythonFile, RuleLevels } from "./api.ts";
import { renderHover } from "./hover/hover.ts";
import { Triggers } from "./hover/triggers.ts";
import type { Catalog } from "./notes/catalog.ts";
import { CatalogShelf } from "./notes/shelf.ts";
import { rehearse } from "./rehearsal.ts";
import { RuleSet } from "./rules/analyse.ts";
import { RulePatterns } from "./rules/patterns.ts";
import type { Rule } from "./rules/rule.ts";
import { Source } from "./source.ts";
import { Stopped } from "./stopped.ts";
import { Grammar } from "./syntax/grammar.ts";
import type { Translations } from "./words.ts";

/** Knowledge to work with: the catalog and the code of its rules. */
export interface Knowledge {
  readonly catalog: Catalog;
  readonly rules: Readonly<Record<string, Rule>>;
}

/** Loads the grammar and compiles the rules. Everything else of PyGloss goes through what this returns. */
export async function createGloss(
  parts: GlossParts,
  knowledge: Knowledge = { catalog: builtinCatalog, rules: builtinRules },
): Promise<Gloss> {
  const grammar = await Grammar.load(parts.runtime, parts.grammar, parts.queries);
  return new Engine(grammar, knowledge, parts);
}

/** Makes `queries.bin`, from which every engine has its queries compiled; in a program that has made no engine yet. */
export async function compileQueries({
  runtime,
  grammar,
}: Pick<GlossParts, "runtime" | "grammar">): Promise<Uint8Array> {
  const loaded = await Grammar.load(runtime, grammar);
  const { rules } = builtinCatalog;
  const ofRules = new RulePatterns(loaded, rules).queries;
  return loaded.compileAhead([...ofRules, ...new Triggers(loaded, builtinCatalog).queries]);
}

/** Knowledge and grammar together. Files are analysed with it, see `analysedFile.ts`. */
export class Engine implements Gloss {
  readonly shelf: CatalogShelf;
  readonly grammar: Grammar;
  readonly ruleSet: RuleSet;
  readonly triggers: Triggers;
  private isWarm = false;
  private isRunning = false;
  private stopped: Stopped | undefined;
  private readonly limit: Limit;
  private readonly translations: Translations;

  constructor(grammar: Grammar, { catalog, rules }: Knowledge, parts: GlossParts) {
    this.grammar = grammar;
    this.shelf = new CatalogShelf(catalog, parts.readBodies, parts.readCodes);
    this.translations = parts.translations ?? new Map();
    this.ruleSet = new RuleSet(grammar, catalog.rules, rules, parts.onRuleError, parts.failed, this.translations);
    this.triggers = new Triggers(grammar, catalog);
    this.limit = parts.limit ?? ((_, work) => work());
  }

  parse(name: string, text: string | Source, isFinal = false): PythonFile {
    const source = typeof text === "string" ? new Source(text) : text;
    const tree = this.run(name, source.length, () => this.grammar.parse(source));
    return new AnalysedFile(this, name, source, tree, isFinal ? null : {});
  }

  /**
   * Everything that walks a tree goes through this, but an edit: to ask for the limit once more would be a part of what
   * it costs. Throws `Stopped`, and nothing else from then on.
   */
  run<T>(name: string, size: number, work: () => T): T {
    if (this.stopped) throw this.stopped;
    if (this.isRunning) return work();
    this.isRunning = true;
    try {
      return this.limit(size, work, () => {
        this.grammar.cutOff();
        this.stopped = new Stopped(name, this.ruleSet.failRunning());
        throw this.stopped;
      });
    } finally {
      this.isRunning = false;
    }
  }

  *warmUp(levels: RuleLevels = {}): Generator<void> {
    if (this.isWarm) return;
    this.isWarm = true;
    for (const _ of this.triggers.warmUp()) {
      yield;
      if (this.stopped) return;
    }
    yield* rehearse(this, levels);
  }

  renderHover(answer: HoverAnswer, link: NoteLink, python?: string): string {
    return renderHover(answer, (id) => this.shelf.get(id), link, this.translations, python);
  }
}
