import type { Edit, Finding, RuleLevels, Span } from "../api.ts";
import { LINES, MENTIONS, noting } from "../module/asked.ts";
import type { Module, ModuleHistory } from "../module/module.ts";
import type { Earlier } from "../module/stretch.ts";
import type { BoundNames } from "../module/unitNames.ts";
import { type Unit, unitAt } from "../module/units.ts";
import { work } from "../work.ts";
import type { RuleSet, UnitMatches } from "./analyse.ts";
import { firstOfCall } from "./calls.ts";
import { Changes, difference } from "./changes.ts";
import { MENTION } from "./directives.ts";
import type { FileFacts } from "./rule.ts";

/** What rules say of one version of a file, and what the next version may take over from it. Holds no nodes in use. */
export interface Analysis {
  readonly levels: RuleLevels;
  readonly history: ModuleHistory;
  readonly worthALook: ReadonlySet<string>;
  readonly results: readonly UnitResult[];
  /** Whether some comment may silence something. */
  readonly hasDirectives: boolean;
  /** In the order of the text; comments that silence them are not considered. */
  readonly findings: readonly Finding[];
}

/** The findings of a unit hold until its text changes, or something that was asked for to judge it. */
interface UnitResult {
  readonly findings: readonly Finding[];
  readonly imported: readonly string[];
  readonly asked: ReadonlySet<string>;
  /** Those of `asked` that stand for a word and where it is written. */
  readonly words: readonly string[];
  /** Whether there may be a comment in it that silences something. */
  readonly hasDirective: boolean;
  /** Some of its edits or related places are in other units. */
  readonly reachesOut: boolean;
}

/**
 * Judges a file. With the analysis of an earlier version only those statements are judged that changed, or that asked
 * for something that a changed statement decides or decided; the result is the same as without.
 */
export function analyse(
  rules: RuleSet,
  module: Module,
  facts: FileFacts,
  levels: RuleLevels,
  before?: Earlier<Analysis>,
): Analysis {
  const { history } = module;
  const { units } = history;
  const earlier = before?.left.levels === levels ? before.left : undefined;
  const from = before && earlier ? module.unitsSince({ left: earlier.history, edited: before.edited }) : [];
  const known = units.map((_, index) => earlier?.results[from[index] ?? -1]);
  const matched = units.map((_, index) => (known[index] ? null : match(rules, index, module, levels)));
  const holds = earlier && isAlike(earlier.history, history) ? earlier : undefined;
  const changes = holds && new Changes(holds.history, history, from);
  const decidesOnCalls = (imported: readonly string[] = [], names?: BoundNames) =>
    imported.length > 0 || (names?.aliases.length ?? 0) > 0;
  const isAsBefore =
    !changes?.come.some((index) => decidesOnCalls(matched[index]?.imported, history.names.ofUnits[index])) &&
    !changes?.gone.some((index) =>
      decidesOnCalls(holds?.results[index]?.imported, holds?.history.names.ofUnits[index]),
    );
  const imported = () => units.flatMap((_, index) => (matched[index] ?? known[index])?.imported ?? []);
  const worthALook = holds && isAsBefore ? holds.worthALook : rules.namesWorthALook(imported(), history.names.aliases);
  for (const name of difference(holds?.worthALook ?? worthALook, worthALook)) changes?.also(firstOfCall(name));
  const offsetNow = offsetMap(holds?.history.units ?? [], units, from);
  const results = units.map((unit, index): UnitResult => {
    const result = known[index];
    const old = holds?.history.units[from[index] ?? -1];
    if (result && old && !changes?.concern(index, result.asked, result.words)) {
      const kept = moved(result, old, unit.start - old.start, offsetNow);
      if (kept) return kept;
    }
    const matches = matched[index] ?? match(rules, index, module, levels);
    const hasDirective = MENTION.test(module.source.slice(unit.start, unit.end));
    const judged = matches ? judge(rules, unit, matches, worthALook, module, facts, levels) : NOTHING;
    const { findings, imported, asked, words, reachesOut } = judged;
    return { findings, imported, asked, words, hasDirective, reachesOut };
  });
  const hasDirectives = results.some((result) => result.hasDirective);
  const findings = distinct(results);
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { levels, history, worthALook, results, hasDirectives, findings };
}

/** Two patterns of a rule may meet in one place, and a class and a statement in it may say the same. */
function distinct(results: readonly UnitResult[]): Finding[] {
  const found = new Map<string, Finding>();
  for (const { findings } of results) {
    for (const one of findings) found.set(`${one.rule} ${one.span.start} ${one.span.end}`, one);
  }
  return [...found.values()];
}

const NOTHING: Omit<UnitResult, "hasDirective"> = {
  findings: [],
  imported: [],
  asked: new Set(),
  words: [],
  reachesOut: false,
};

interface Matched extends UnitMatches {
  readonly asked: Set<string>;
}

/** Predicates of patterns ask for names, too. */
function match(rules: RuleSet, index: number, module: Module, levels: RuleLevels): Matched | null {
  const unit = module.history.units[index];
  if (!unit || unit.kind === "comment") return null;
  const node = module.nodeOf(index);
  if (!node) return null;
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
): Omit<UnitResult, "hasDirective"> {
  const { asked } = matches;
  work.units++;
  const findings = noting(asked, () => rules.findings(matches, worthALook, module, facts, levels));
  const words = [...asked].filter((one) => one.startsWith(MENTIONS) || one.startsWith(LINES));
  const reachesOut = findings.some((one) => spansOf(one).some((span) => isOutside(span, unit)));
  return { findings, imported: matches.imported, asked, words, reachesOut };
}

/** What decides about every statement: whether builtins are certain, and whether the parser found its way at all. */
function isAlike(before: ModuleHistory, after: ModuleHistory): boolean {
  return before.isBroken === after.isBroken && before.names.hasStarImport === after.names.hasStarImport;
}

/** Where an offset of the earlier version is now, or null where it was in a unit that changed. */
function offsetMap(before: readonly Unit[], after: readonly Unit[], from: readonly number[]) {
  return (offset: number): number | null => {
    const old = unitAt(before, offset);
    const unit = after[from.indexOf(old)];
    return unit ? offset - (before[old]?.start ?? 0) + unit.start : null;
  };
}

/** Findings of a unit that stands elsewhere now; null where they reach into something that changed. */
function moved(
  result: UnitResult,
  old: Unit,
  by: number,
  offsetNow: (offset: number) => number | null,
): UnitResult | null {
  if ((by === 0 && !result.reachesOut) || result.findings.length === 0) return result;
  let isLost = false;
  const moveOffset = (offset: number): number => {
    const now = result.reachesOut ? offsetNow(offset) : offset + by;
    isLost ||= now === null;
    return now ?? offset;
  };
  const move = ({ start, end }: Span): Span => ({ start: moveOffset(start), end: moveOffset(end) });
  const moveEdit = (edit: Edit): Edit => {
    const { start, end } = edit.span;
    const span = move(edit.span);
    // What is inserted between two units, as imports are, stays there only if nothing came between them.
    if (start === end && isOutside(edit.span, old)) {
      const behind = start === 0 ? 0 : (offsetNow(start - 1) ?? Number.NaN) + 1;
      isLost ||= behind !== span.start;
    }
    return { span, text: edit.text };
  };
  const findings = result.findings.map((finding) => ({
    ...finding,
    span: move(finding.span),
    related: finding.related.map((related) => ({ ...related, span: move(related.span) })),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moveEdit) })),
  }));
  const { imported, asked, words, hasDirective, reachesOut } = result;
  return isLost ? null : { findings, imported, asked, words, hasDirective, reachesOut };
}

/** What is inserted before a unit is outside of it. */
function isOutside({ start, end }: Span, unit: Unit): boolean {
  return start < unit.start || end > unit.end || (start === end && start === unit.start);
}

function spansOf({ span, related, fixes }: Finding): Span[] {
  return [span, ...related.map((one) => one.span), ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
}
