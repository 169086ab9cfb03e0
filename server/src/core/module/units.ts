import type { Node } from "web-tree-sitter";
import type { Source } from "../source.ts";

/** The smallest piece of a file that is analysed on its own: a statement of the module, with the gap behind it. */
export interface Unit {
  /** Null for what stands before the first statement. Valid as long as its tree. */
  readonly node: Node | null;
  readonly kind: string;
  /** Offset of the unit in the file. The next unit begins where it ends. */
  readonly start: number;
  /** Of the statement, without the gap behind it. */
  readonly length: number;
  readonly text: string;
}

/** Splits a file into its units; together they are the whole text. */
export function unitsOf(root: Node, source: Source): Unit[] {
  const nodes = root.namedChildren.filter((node): node is Node => node !== null);
  const starts = [...nodes.map((node) => node.startIndex), source.text.length];
  const first = starts[0] ?? 0;
  const units: Unit[] = [];
  if (first > 0) units.push({ node: null, kind: "", start: 0, length: 0, text: source.text.slice(0, first) });
  nodes.forEach((node, index) => {
    const start = starts[index] ?? 0;
    const text = source.text.slice(start, starts[index + 1]);
    units.push({ node, kind: node.type, start, length: node.endIndex - start, text });
  });
  return units;
}

const IMPORT = /^(import|import_from|future_import)_statement$/;

export function isImport({ kind }: Unit): boolean {
  return IMPORT.test(kind);
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
 * For each unit the index of the one it was in an earlier version, or -1 where it is new or changed. What changed is
 * taken to be one stretch, from the first difference to the last.
 */
export function align(before: readonly Unit[], after: readonly Unit[]): number[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  return after.map((_, index) => {
    if (index < head) return index;
    return index >= after.length - tail ? index - after.length + before.length : -1;
  });
}

/** The parse of a statement without errors depends on its own text alone, so that stands for its tree. */
function isSame(before: Unit | undefined, after: Unit | undefined): boolean {
  if (!before || !after || before.kind !== after.kind || before.length !== after.length) return false;
  return before.text === after.text && !after.node?.hasError;
}
