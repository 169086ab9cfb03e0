import type { Edit, Finding, RuleLevels, Span } from "../api.ts";
import { ANY, noting } from "../module/asked.ts";
import type { Module, ModuleHistory } from "../module/module.ts";
import { align, type Unit, unitAt } from "../module/units.ts";
import { work } from "../work.ts";
import type { RuleSet, UnitMatches } from "./analyse.ts";
import { changesBetween } from "./changes.ts";
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

/** The findings of a unit hold until its text changes, or something that was asked for to judge it. */
interface UnitResult {
  readonly findings: readonly Finding[];
  readonly imported: readonly string[];
  readonly asked: ReadonlySet<string>;
  /** Some of its edits or related places are in other units. */
  readonly reachesOut: boolean;
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
  const matched = history.units.map((unit, index) => (known(index) ? null : match(rules, unit, module, levels)));
  const imported = history.units.map((_, index) => matched[index]?.imported ?? known(index)?.imported ?? []);
  const aliases = history.names.flatMap((names) => names.aliases);
  const worthALook = rules.namesWorthALook(imported.flat(), aliases);
  const changes = before && changesBetween(before.history, history, from);
  const isKnown = ({ asked }: UnitResult, unit: Unit, index: number) => {
    if (!changes || asked.has(ANY) || changes.ofClasses.has(index) || overlap(changes.ofModule, asked)) return false;
    const ofClass = unit.owner === null ? undefined : changes.ofClasses.get(unit.owner);
    return ofClass === undefined || (ofClass !== null && !overlap(ofClass, asked));
  };
  const holds = before && isSameSet(before.worthALook, worthALook) && isAlike(before.history, history);

  const offsetNow = offsetMap(before?.history.units ?? [], history.units, from);
  const results = history.units.map((unit, index): UnitResult => {
    const earlier = holds ? known(index) : undefined;
    const old = before?.history.units[from[index] ?? -1];
    const kept =
      earlier && old && isKnown(earlier, unit, index) ? moved(earlier, unit.start - old.start, offsetNow) : null;
    if (kept) return kept;
    const matches = matched[index] ?? match(rules, unit, module, levels);
    return matches ? judge(rules, unit, matches, worthALook, module, facts, levels) : EMPTY;
  });
  const findings = distinct(results.flatMap((result) => result.findings));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { levels, history, worthALook, results, findings };
}

/** Two patterns of a rule may meet in one place, and a class and a statement in it may say the same. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [`${one.rule} ${one.span.start} ${one.span.end}`, one])).values()];
}

const EMPTY: UnitResult = { findings: [], imported: [], asked: new Set(), reachesOut: false };

interface Matched extends UnitMatches {
  readonly asked: Set<string>;
}

/** Predicates of patterns ask for names, too. */
function match(rules: RuleSet, unit: Unit, module: Module, levels: RuleLevels): Matched | null {
  const { node } = unit;
  if (!node || node.type === "comment") return null;
  const asked = new Set<string>();
  return { ...noting(asked, () => rules.matchesIn({ ...unit, node }, module, levels)), asked };
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
  work.units++;
  const findings = noting(asked, () => rules.findings(matches, worthALook, module, facts, levels));
  const end = unit.start + unit.text.length;
  const reachesOut = findings.some((one) => spansOf(one).some((span) => span.start < unit.start || span.end > end));
  return { findings, imported: matches.imported, asked, reachesOut };
}

/** What decides about every statement: whether builtins are certain, and whether the parser found its way at all. */
function isAlike(before: ModuleHistory, after: ModuleHistory): boolean {
  const hasStar = ({ names }: ModuleHistory) => names.some((one) => one.hasStarImport);
  return before.isBroken === after.isBroken && hasStar(before) === hasStar(after);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

/** Where an offset of the earlier version is now, or null where it was in a unit that changed. */
function offsetMap(before: readonly Unit[], after: readonly Unit[], from: readonly number[]) {
  const now = new Map(from.map((old, index) => [old, index]));
  return (offset: number): number | null => {
    const old = unitAt(before, offset);
    const unit = after[now.get(old) ?? -1];
    return unit ? offset - (before[old]?.start ?? 0) + unit.start : null;
  };
}

/** Findings of a unit that stands elsewhere now; null where they reach into something that changed. */
function moved(result: UnitResult, by: number, offsetNow: (offset: number) => number | null): UnitResult | null {
  if ((by === 0 && !result.reachesOut) || result.findings.length === 0) return result;
  let isLost = false;
  const moveOffset = (offset: number): number => {
    const now = result.reachesOut ? offsetNow(offset) : offset + by;
    isLost ||= now === null;
    return now ?? offset;
  };
  const move = ({ start, end }: Span): Span => ({ start: moveOffset(start), end: moveOffset(end) });
  const moveEdit = ({ span, text }: Edit): Edit => ({ span: move(span), text });
  const findings = result.findings.map((finding) => ({
    ...finding,
    span: move(finding.span),
    related: finding.related.map((related) => ({ ...related, span: move(related.span) })),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moveEdit) })),
  }));
  return isLost ? null : { ...result, findings };
}

function spansOf({ span, related, fixes }: Finding): Span[] {
  return [span, ...related.map((one) => one.span), ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
}
