import type { Node, QueryCapture } from "web-tree-sitter";
import type { Finding, RuleLevels, Span } from "../api.ts";
import type { Module } from "../module/module.ts";
import type { Unit } from "../module/units.ts";
import type { RuleEntry } from "../notes/catalog.ts";
import type { Severity } from "../notes/note.ts";
import type { Source } from "../source.ts";
import type { Grammar } from "../syntax/grammar.ts";
import { isBroken, isShownCode, spanOf } from "../syntax/nodes.ts";
import type { Translations } from "../words.ts";
import { CallDispatch, importedNames } from "./calls.ts";
import { tell } from "./message.ts";
import { RulePatterns } from "./patterns.ts";
import type { FileFacts, Fix, Match, Report, Rule } from "./rule.ts";

/** A query match on its way to become a finding. */
interface Candidate {
  readonly rule: RuleEntry;
  readonly captures: readonly QueryCapture[];
}

/** What the patterns match in one unit, before anybody asked what names mean. Valid as long as the tree. */
export interface UnitMatches {
  readonly shapes: readonly Candidate[];
  readonly calls: readonly Node[];
  /** Names that import statements anywhere in the unit bind. */
  readonly imported: readonly string[];
}

/** All rules of a catalog. What they say of a file is put together in `analysis.ts`. */
export class RuleSet {
  readonly patterns: RulePatterns;
  private readonly dispatch: CallDispatch;
  /** All of them, in the order of the catalog. */
  readonly entries: readonly RuleEntry[];
  private readonly code: Readonly<Record<string, Rule>>;
  private readonly onError: (rule: string, error: unknown) => void;
  private readonly failed: Set<string>;
  /** The one at work. */
  private running: RuleEntry | undefined;
  /** In which language findings are told. */
  readonly translations: Translations;

  constructor(
    grammar: Grammar,
    rules: readonly RuleEntry[],
    code: Readonly<Record<string, Rule>>,
    onError: (rule: string, error: unknown) => void,
    failed = new Set<string>(),
    translations: Translations = new Map(),
  ) {
    this.failed = failed;
    this.patterns = new RulePatterns(grammar, rules);
    this.entries = rules;
    this.code = code;
    this.onError = onError;
    this.translations = translations;
    this.dispatch = new CallDispatch(rules);
  }

  /** What the patterns match in a statement; of a class with a body of its own only what begins in its header. */
  matchesIn(unit: Unit & { readonly node: Node }, module: Module, levels: RuleLevels): UnitMatches {
    const shapes: Candidate[] = [];
    const calls: Node[] = [];
    const imported: string[] = [];
    for (const { owner, captures } of this.patterns.matchesIn(unit, module, levels)) {
      if (owner === "call") calls.push(...captures.map((capture) => capture.node));
      else if (owner === "import") imported.push(...captures.flatMap((capture) => importedNames(capture.node)));
      else shapes.push({ rule: owner, captures });
    }
    return { shapes, calls, imported };
  }

  /** The names with which a call may begin that some rule has to judge. */
  namesWorthALook(imported: Iterable<string>, aliases: Iterable<string>): ReadonlySet<string> {
    return this.dispatch.namesWorthALook(imported, aliases);
  }

  /** The findings of one unit; comments that silence them are not considered here. */
  findings(
    { shapes, calls }: UnitMatches,
    names: ReadonlySet<string>,
    module: Module,
    facts: FileFacts,
    levels: RuleLevels,
  ): Finding[] {
    const findings: Finding[] = [];
    for (const candidate of [...shapes, ...this.dispatch.dispatch(calls, names, module)]) {
      const { rule } = candidate;
      if (this.isOff(rule.id, levels)) continue;
      findings.push(...this.attempt(rule, () => this.judge(candidate, module, facts, levels)));
    }
    return findings;
  }

  free(): void {
    this.patterns.free();
  }

  codeOf(rule: RuleEntry): Rule | undefined {
    return this.code[rule.id];
  }

  /** Because the user says so, or because it failed. */
  isOff(id: string, levels: RuleLevels): boolean {
    return levels[id] === "off" || this.failed.has(id);
  }

  severity(rule: RuleEntry, levels: RuleLevels, own: Severity = rule.severity): Severity {
    const chosen = levels[rule.id];
    return chosen && chosen !== "off" ? chosen : own;
  }

  private judge({ rule, captures }: Candidate, module: Module, facts: FileFacts, levels: RuleLevels): Finding[] {
    const match = new CapturedMatch(captures, module, facts);
    if (module.hasErrors && isBroken(match.finding)) return [];
    const code = this.code[rule.id];
    const answer = code?.check ? code.check(match) : {};
    const reports: readonly Report[] = Array.isArray(answer) ? answer : answer ? [answer] : [];
    return reports.map((report) => {
      const fixes = code?.fix?.(match, report) ?? [];
      const said = {
        severity: this.severity(rule, levels, report.severity),
        span: spanOfReport(report) ?? spanOf(match.finding),
        report,
        fixes: ("title" in fixes ? [fixes] : fixes).filter((fix) => isSound(fix, match)),
        captured: (name: string) => match.maybe(name)?.text,
      };
      return tell(rule, said, this.translations);
    });
  }

  /** One rule that throws must not cost the others their findings. */
  attempt(rule: RuleEntry, judge: () => Finding[]): Finding[] {
    this.running = rule;
    try {
      return judge();
    } catch (error) {
      // When the parser is out of memory, that is not the rule's fault, and nothing will work any more.
      if (error instanceof WebAssembly.RuntimeError) throw error;
      this.fail(rule, error);
      return [];
    } finally {
      this.running = undefined;
    }
  }

  /** After everything was stopped in its middle: switches the rule off that was at work, and returns its id. */
  failRunning(): string | null {
    const { running } = this;
    if (running) this.fail(running, new Error("it did not come to an end"));
    return running?.id ?? null;
  }

  private fail({ id }: RuleEntry, error: unknown): void {
    this.failed.add(id);
    this.onError(id, error);
  }
}

class CapturedMatch implements Match {
  readonly module: Module;
  readonly file: FileFacts;
  private readonly captures: readonly QueryCapture[];

  constructor(captures: readonly QueryCapture[], module: Module, file: FileFacts) {
    this.captures = captures;
    this.module = module;
    this.file = file;
  }

  get source(): Source {
    return this.module.source;
  }

  get finding() {
    return this.node("finding");
  }

  node(name: string) {
    const node = this.maybe(name);
    if (!node) throw new Error(`the query captures no @${name}`);
    return node;
  }

  maybe(name: string) {
    return this.captures.find((capture) => capture.name === name)?.node ?? null;
  }

  all(name: string) {
    return this.captures.filter((capture) => capture.name === name).map((capture) => capture.node);
  }
}

/**
 * Where the parser was at a loss, pieces of a fix may come to stand in each other's place, or to be what is there.
 * And what an f-string shows of its own code, as in `f"{x=}"`, is output: a fix changes none.
 */
function isSound({ edits }: Fix, { finding, source }: Match): boolean {
  const { rootNode } = finding.tree;
  let at = 0;
  for (const { span } of edits) {
    if (span.start < at || span.end < span.start || isShownCode(rootNode, span)) return false;
    at = span.end;
  }
  return edits.some(({ span, text: written }) => source.slice(span.start, span.end) !== written);
}

function spanOfReport({ at }: Report): Span | null {
  if (!at) return null;
  return "start" in at ? at : spanOf(at);
}
