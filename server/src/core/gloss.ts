import type { Tree } from "web-tree-sitter";
import { catalog as builtinCatalog } from "../../../knowledge/generated/catalog.ts";
import { rules as builtinRules } from "../../../knowledge/generated/rules.ts";
import type {
  Edit,
  Finding,
  Gloss,
  GlossParts,
  HoverAnswer,
  IgnorePlace,
  Limit,
  MetNote,
  NoteLink,
  PythonFile,
  RuleLevels,
} from "./api.ts";
import { hoverAt, renderHover } from "./hover/hover.ts";
import { Triggers } from "./hover/triggers.ts";
import { Module, type ModuleHistory } from "./module/module.ts";
import { type Earlier, handedOver, joined, type Stretch } from "./module/stretch.ts";
import type { Catalog } from "./notes/catalog.ts";
import { CatalogShelf } from "./notes/shelf.ts";
import { rehearse } from "./rehearsal.ts";
import { RuleSet } from "./rules/analyse.ts";
import { type Analysis, analyse } from "./rules/analysis.ts";
import { codeAt } from "./rules/codesInComments.ts";
import { ignoreAt } from "./rules/directives.ts";
import { reviewIgnores } from "./rules/review.ts";
import type { FileFacts, Rule } from "./rules/rule.ts";
import { Silence } from "./rules/suppress.ts";
import { forPython } from "./rules/versions.ts";
import { Source } from "./source.ts";
import { Stopped } from "./stopped.ts";
import { applyEdit, Grammar } from "./syntax/grammar.ts";
import { ownToken, spanOf, symbolAt } from "./syntax/nodes.ts";
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
  const grammar = await Grammar.load(parts.runtime, parts.grammar);
  return new Engine(grammar, knowledge, parts);
}

class Engine implements Gloss {
  readonly shelf: CatalogShelf;
  readonly grammar: Grammar;
  readonly ruleSet: RuleSet;
  readonly triggers: Triggers;
  private isWarm = false;
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

  parse(name: string, text: string): PythonFile {
    const source = new Source(text);
    const tree = this.run(name, text.length, () => this.grammar.parse(source));
    return new AnalysedFile(this, name, source, tree);
  }

  /**
   * Everything that walks a tree goes through this, but an edit: to ask for the limit once more would be a part of what
   * it costs. Throws `Stopped`, and nothing else from then on.
   */
  run<T>(name: string, size: number, work: () => T): T {
    if (this.stopped) throw this.stopped;
    return this.limit(size, work, () => {
      this.grammar.cutOff();
      this.stopped = new Stopped(name, this.ruleSet.failRunning());
      throw this.stopped;
    });
  }

  *warmUp(levels: RuleLevels = NO_LEVELS): Generator<void> {
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

/** One version of a file. What it knows is computed when it is first asked for and kept until the next version. */
class AnalysedFile implements PythonFile {
  readonly name: string;
  readonly source: Source;
  private readonly engine: Engine;
  private readonly tree: Tree;
  private readonly module: Module;
  private analysis: Analysis | undefined;
  private readonly before: Before;
  private known: Known | undefined;

  constructor(engine: Engine, name: string, source: Source, tree: Tree, before: Before = {}) {
    this.engine = engine;
    this.name = name;
    this.source = source;
    this.tree = tree;
    this.module = new Module(tree, source, before.module);
    this.before = before;
  }

  findings(levels: RuleLevels = NO_LEVELS, python?: string): readonly Finding[] {
    if (this.known?.levels === levels && this.known.python === python) return this.known.findings;
    const facts = factsOf(this.name);
    if (facts.isStub) return [];
    const findings = this.run(() => this.judge(facts, levels, python));
    this.known = { levels, python, findings };
    return findings;
  }

  private judge(facts: FileFacts, levels: RuleLevels, python: string | undefined): readonly Finding[] {
    const { ruleSet, shelf } = this.engine;
    if (this.analysis?.levels !== levels)
      this.analysis = analyse(ruleSet, this.module, facts, levels, this.before.analysis);
    const silence = new Silence(
      this.tree,
      this.source,
      (rule) => shelf.get(rule)?.sameAs ?? {},
      this.analysis.hasDirectives,
    );
    const findings = silence.audible(this.analysis.findings);
    // A comment can be judged only where all rules could speak: not in code that does not parse.
    const remarks = this.tree.rootNode.hasError ? [] : reviewIgnores(ruleSet, silence, this.source, levels);
    const all = remarks.length > 0 ? inOrder([...findings, ...silence.audibleOfComments(remarks)]) : findings;
    return forPython(all, python);
  }

  hover(offset: number, levels: RuleLevels = NO_LEVELS, python?: string): HoverAnswer | null {
    const findings = this.findings(levels, python);
    return this.run(() => {
      const place = ignoreAt(offset, this.tree);
      if (place && this.engine.shelf.get(place.id))
        return { span: place.span, notes: [place.id], findings: [], names: [] };
      return hoverAt(offset, this.tree, this.module, this.engine.triggers, findings);
    });
  }

  *met(): Generator<MetNote | null> {
    const steps = this.engine.triggers.met(this.tree.rootNode, this.module);
    const take = () => {
      const taken: (MetNote | null)[] = [];
      for (let step = steps.next(); !step.done; step = steps.next()) {
        const { value } = step;
        if (taken.push(value && { note: value.note, span: spanOf(ownToken(value.node)) }) === AT_ONCE) break;
      }
      return taken;
    };
    for (let taken = this.run(take); taken.length > 0; taken = this.run(take)) yield* taken;
  }

  ignoreAt(offset: number): IgnorePlace | null {
    return this.run(() => ignoreAt(offset, this.tree));
  }

  codeAt(offset: number): Pick<IgnorePlace, "id" | "span"> | null {
    return this.run(() => codeAt(offset, this.tree));
  }

  symbolAt(offset: number): string {
    return symbolAt(this.tree.rootNode, offset);
  }

  edit(changes: readonly Edit[]): PythonFile {
    let source = this.source;
    let edited: Stretch | null = null;
    for (const change of changes) {
      source = applyEdit(this.tree, source, change);
      const { start, end } = change.span;
      edited = joined(edited, { start, oldEnd: end, newEnd: start + change.text.length });
    }
    if (!edited) return this;
    const tree = this.engine.grammar.reparse(source, this.tree);
    this.tree.delete();
    return new AnalysedFile(this.engine, this.name, source, tree, {
      module: this.module.handOver(edited),
      analysis: handedOver(this.analysis, this.before.analysis, edited),
    });
  }

  free(): void {
    this.tree.delete();
  }

  private run<T>(work: () => T): T {
    return this.engine.run(this.name, this.source.text.length, work);
  }
}

/** So many steps of a walk are limited together: each limit costs as much as a few of them. */
const AT_ONCE = 50;

/** What a version takes over from those before it. */
interface Before {
  readonly module?: Earlier<ModuleHistory> | undefined;
  readonly analysis?: Earlier<Analysis> | undefined;
}

/** Findings, and what they were asked for. */
interface Known {
  readonly levels: RuleLevels;
  readonly python: string | undefined;
  readonly findings: readonly Finding[];
}

function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const NO_LEVELS: RuleLevels = {};

function factsOf(name: string): FileFacts {
  const file = name.split(/[\\/]/).at(-1) ?? name;
  const isTest = /^test_.*\.py$|_test\.py$|^conftest\.py$/.test(file) || /(^|[\\/])tests?[\\/]/.test(name);
  return { path: name, isStub: file.endsWith(".pyi"), isTest, isNotebook: file.endsWith(".ipynb") };
}
