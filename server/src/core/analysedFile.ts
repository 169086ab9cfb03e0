import type { Tree } from "web-tree-sitter";
import type { Change, Finding, HoverAnswer, IgnorePlace, MetNote, PythonFile, RuleLevels } from "./api.ts";
import type { Engine } from "./gloss.ts";
import { hoverAt } from "./hover/hover.ts";
import { forgetting } from "./module/asked.ts";
import { Module, type ModuleHistory } from "./module/module.ts";
import { type Earlier, handedOver, joined, type Stretch } from "./module/stretch.ts";
import { type Analysis, analyse } from "./rules/analysis.ts";
import { codeAt } from "./rules/codesInComments.ts";
import { ignoreAt } from "./rules/directives.ts";
import { reviewIgnores } from "./rules/review.ts";
import type { FileFacts } from "./rules/rule.ts";
import { Silence } from "./rules/suppress.ts";
import { forPython } from "./rules/versions.ts";
import type { Source } from "./source.ts";
import { applyEdit } from "./syntax/grammar.ts";
import { ownToken, spanOf, symbolAt } from "./syntax/nodes.ts";

/** One version of a file. What it knows is computed when it is first asked for and kept until the next version. */
export class AnalysedFile implements PythonFile {
  readonly name: string;
  readonly source: Source;
  private readonly engine: Engine;
  private readonly tree: Tree;
  private readonly module: Module;
  private analysis: Analysis | undefined;
  /** Null where neither this version takes over anything, nor a later one. */
  private readonly before: Before | null;
  private known: Known | undefined;

  constructor(engine: Engine, name: string, source: Source, tree: Tree, before: Before | null) {
    this.engine = engine;
    this.name = name;
    this.source = source;
    this.tree = tree;
    this.module = new Module(tree, source, before?.module);
    this.before = before;
  }

  findings(levels: RuleLevels = NO_LEVELS, python?: string): readonly Finding[] {
    if (this.known?.levels === levels && this.known.python === python) return this.known.findings;
    const facts = factsOf(this.name);
    if (facts.isStub) return [];
    const judge = () => this.judge(facts, levels, python);
    const findings = this.run(() => (this.before ? judge() : forgetting(judge)));
    this.known = { levels, python, findings };
    return findings;
  }

  private judge(facts: FileFacts, levels: RuleLevels, python: string | undefined): readonly Finding[] {
    const { ruleSet, shelf } = this.engine;
    if (this.analysis?.levels !== levels)
      this.analysis = analyse(ruleSet, this.module, facts, levels, this.before?.analysis);
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
    return this.run(() => {
      const findings = this.findings(levels, python);
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

  edit(changes: readonly Change[]): PythonFile {
    let source = this.source;
    let edited: Stretch | null = null;
    for (const change of changes) {
      source = applyEdit(this.tree, source, change);
      const { start, end } = change.span;
      edited = joined(edited, { start, oldEnd: end, newEnd: start + change.text.length });
    }
    if (!edited) return this;
    const tree = this.engine.grammar.reparse(source, this.tree, edited);
    this.tree.delete();
    const left = this.before && {
      module: this.module.handOver(edited),
      analysis: handedOver(this.analysis, this.before.analysis, edited),
    };
    return new AnalysedFile(this.engine, this.name, source, tree, left);
  }

  free(): void {
    this.tree.delete();
  }

  private run<T>(work: () => T): T {
    return this.engine.run(this.name, this.source.length, work);
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
