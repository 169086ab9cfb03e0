import type { Source } from "../source.ts";
import type { Stretch } from "./stretch.ts";

/**
 * The smallest piece of a file that is analysed on its own, with the gap behind it: a statement of the module, or of the
 * body of a class that stands in the module. Such a class itself is a unit that ends where its body begins. It knows no
 * node, so it goes on from version to version.
 */
export interface Unit {
  /** The kind of the statement; empty for what stands before the first one. */
  readonly kind: string;
  /** Offset of the unit in the file. */
  readonly start: number;
  /** Where the next unit begins. */
  readonly end: number;
  /** Of the statement, without the gap behind it; of a class, without its body. */
  readonly length: number;
  /** For a statement in a class: the index of the class among the units. */
  readonly owner: number | null;
  /** Whether there is an error in it. */
  readonly isBroken: boolean;
}

/** Whether it is code of the module itself. */
export function isStatement({ kind, owner }: Unit): boolean {
  return owner === null && kind !== "" && kind !== "comment";
}

/** Of the module itself. */
const IMPORT = /^(import|import_from|future_import)_statement$/;

export function isImport({ kind, owner }: Unit): boolean {
  return owner === null && IMPORT.test(kind);
}

/** Whether it is an `if` or an `assert` of the module. */
export function isConditional({ kind, owner }: Unit): boolean {
  return owner === null && (kind === "if_statement" || kind === "assert_statement");
}

/** How many units the top of the file has: comments, the docstring and imports, up to the first other statement. */
export function headLength(units: readonly Unit[]): number {
  const end = units.findIndex((unit, index) => {
    if (unit.kind === "" || unit.kind === "comment" || isImport(unit)) return false;
    return unit.kind !== "expression_statement" || units.slice(0, index).some((one) => !/^(comment)?$/.test(one.kind));
  });
  return end < 0 ? units.length : end;
}

/** Index of the unit that an offset belongs to. */
export function unitAt(units: readonly Unit[], offset: number): number {
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((units[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * For each unit the index of the one it was in an earlier version, or -1 where it is new or changed. What does not parse
 * has always changed, since its tree depends on what stands around it.
 */
export function align(before: readonly Unit[], after: readonly Unit[], edited: Stretch, source: Source): number[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head], 0) && (after[head]?.end ?? 0) <= edited.start) head++;
  let tail = 0;
  const moved = edited.newEnd - edited.oldEnd;
  const untouched = untouchedFrom(edited, source);
  while (tail < shorter - head) {
    const unit = after[after.length - 1 - tail];
    if (!unit || unit.start < untouched || !isSame(before[before.length - 1 - tail], unit, moved)) break;
    tail++;
  }
  return after.map(({ isBroken }, index) => {
    const isKept = index < head || index >= after.length - tail;
    const old = index < head ? index : index - after.length + before.length;
    return isKept && !isBroken && !before[old]?.isBroken ? old : -1;
  });
}

/** A fix looks at what stands before its statement in the line, and at whether the line before goes on. */
export function untouchedFrom({ newEnd }: Stretch, source: Source): number {
  return source.lineStart(source.lineAt(newEnd) + 2);
}

/** Outside what was edited the text is the same, and the parse of a statement without errors depends on that alone. */
function isSame(before: Unit | undefined, after: Unit | undefined, moved: number): boolean {
  if (!before || !after || before.length !== after.length || before.kind !== after.kind) return false;
  return (
    (before.owner === null) === (after.owner === null) &&
    before.start + moved === after.start &&
    before.end + moved === after.end
  );
}
