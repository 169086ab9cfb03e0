import type { Edit, Finding, RuleLevels, Span } from "../api.ts";
import type { Module, ModuleHistory } from "../module/module.ts";
import { ANY } from "../module/moduleScope.ts";
import { align, type Unit } from "../module/units.ts";
import type { RuleSet, UnitMatches } from "./analyse.ts";
import type { FileFacts } from "./rule.ts";

/** What rules say of one version of a file, and what the next version may take over from it. Holds no nodes in use. */
export interface Analysis {
  readonly levels: RuleLevels;
  readonly history: ModuleHistory;
  readonly worthALook: ReadonlySet<string>;
  readonly results: readonly UnitResult[];
  /** In the order of the text; comments that silence them are not considered. */
  readonly findings: readonly Finding[];
}

/** The findings of a unit hold until its text changes, or a name of the module that was asked for to judge it. */
interface UnitResult {
  readonly findings: readonly Finding[];
  readonly imported: readonly string[];
  readonly asked: ReadonlySet<string>;
}

/**
 * Judges a file. With the analysis of an earlier version only those statements are judged that changed, or that asked
 * for a name which a changed statement binds or bound; the result is the same as without.
 */
export function analyse(
  rules: RuleSet,
  module: Module,
  facts: FileFacts,
  levels: RuleLevels,
  before?: Analysis,
): Analysis {
  const history = module.units;
  const from = align(before?.history.units ?? [], history.units);
  const known = (index: number) => (before?.levels === levels ? before.results[from[index] ?? -1] : undefined);
  const matched = history.units.map((unit, index) => (known(index) ? null : match(rules, unit, module)));
  const imported = history.units.map((_, index) => matched[index]?.imported ?? known(index)?.imported ?? []);
  const aliases = history.names.flatMap((names) => names.aliases);
  const worthALook = rules.namesWorthALook(imported.flat(), aliases);
  const changed = before && changedNames(before.history, history, from);
  const isKnown = (result: UnitResult) => !result.asked.has(ANY) && !changed?.some((name) => result.asked.has(name));
  const holds = before && isSameSet(before.worthALook, worthALook) && isAlike(before.history, history);

  const results = history.units.map((unit, index): UnitResult => {
    const earlier = holds ? known(index) : undefined;
    const old = before?.history.units[from[index] ?? -1];
    if (earlier && old && isKnown(earlier)) return moved(earlier, unit.start - old.start);
    const matches = matched[index] ?? match(rules, unit, module);
    return matches ? judge(rules, unit, matches, worthALook, module, facts, levels) : EMPTY;
  });
  const findings = results.flatMap((result) => result.findings);
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { levels, history, worthALook, results, findings };
}

const EMPTY: UnitResult = { findings: [], imported: [], asked: new Set() };

interface Matched extends UnitMatches {
  readonly asked: Set<string>;
}

/** Predicates of patterns ask for names, too. */
function match(rules: RuleSet, { node, kind }: Unit, module: Module): Matched | null {
  if (!node || kind === "comment") return null;
  const asked = new Set<string>();
  return { ...module.moduleScope.noting(asked, () => rules.matchesIn(node, module)), asked };
}

function judge(
  rules: RuleSet,
  unit: Unit,
  matches: Matched,
  worthALook: ReadonlySet<string>,
  module: Module,
  facts: FileFacts,
  levels: RuleLevels,
): UnitResult {
  const { asked } = matches;
  const findings = module.moduleScope.noting(asked, () => rules.findings(matches, worthALook, module, facts, levels));
  // What points into other statements moves as they move.
  const end = unit.start + unit.text.length;
  if (findings.some((finding) => spansOf(finding).some((span) => span.start < unit.start || span.end > end))) {
    asked.add(ANY);
  }
  return { findings, imported: matches.imported, asked };
}

/** Names that a statement binds which is not the same in both versions. */
function changedNames(before: ModuleHistory, after: ModuleHistory, from: readonly number[]): string[] {
  const kept = new Set(from);
  const gone = before.names.filter((_, index) => !kept.has(index));
  const come = after.names.filter((_, index) => from[index] === -1);
  return [...new Set([...gone, ...come].flatMap((names) => names.bound))];
}

/** What decides about every statement: whether builtins are certain, and whether the parser found its way at all. */
function isAlike(before: ModuleHistory, after: ModuleHistory): boolean {
  const hasStar = ({ names }: ModuleHistory) => names.some((one) => one.hasStarImport);
  return before.isBroken === after.isBroken && hasStar(before) === hasStar(after);
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

function moved(result: UnitResult, by: number): UnitResult {
  if (by === 0 || result.findings.length === 0) return result;
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const moveEdit = ({ span, text }: Edit): Edit => ({ span: move(span), text });
  const findings = result.findings.map((finding) => ({
    ...finding,
    span: move(finding.span),
    related: finding.related.map((related) => ({ ...related, span: move(related.span) })),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moveEdit) })),
  }));
  return { ...result, findings };
}

function spansOf({ span, related, fixes }: Finding): Span[] {
  return [span, ...related.map((one) => one.span), ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
}
