import type { Node } from "web-tree-sitter";
import type { Source } from "../source.ts";

/**
 * The smallest piece of a file that is analysed on its own, with the gap behind it: a statement of the module, or of the
 * body of a class that stands in the module. Such a class itself is a unit that ends where its body begins.
 */
export interface Unit {
  /** Null for what stands before the first statement. Valid as long as its tree. */
  readonly node: Node | null;
  /** The kind of the statement; of one in a class, with a dot before it. */
  readonly kind: string;
  /** Offset of the unit in the file. The next unit begins where it ends. */
  readonly start: number;
  /** Of the statement, without the gap behind it; of a class, without its body. */
  readonly length: number;
  readonly text: string;
  /** For a statement in a class: the index of the class among the units. */
  readonly owner: number | null;
}

/** Splits a file into its units; together they are the whole text. */
export function unitsOf(root: Node, source: Source): Unit[] {
  const pieces: Omit<Unit, "text">[] = [];
  for (const node of root.namedChildren) {
    if (!node) continue;
    const members = membersOf(node);
    const first = members[0]?.startIndex;
    const length = (first ?? node.endIndex) - node.startIndex;
    const owner = pieces.length;
    pieces.push({ node, kind: node.type, start: node.startIndex, length, owner: null });
    for (const member of members) {
      const start = member.startIndex;
      pieces.push({ node: member, kind: `.${member.type}`, start, length: member.endIndex - start, owner });
    }
  }
  const first = pieces[0]?.start ?? source.text.length;
  const units: Unit[] = [];
  if (first > 0) {
    units.push({ node: null, kind: "", start: 0, length: 0, text: source.text.slice(0, first), owner: null });
    for (const [index, piece] of pieces.entries()) {
      if (piece.owner !== null) pieces[index] = { ...piece, owner: piece.owner + 1 };
    }
  }
  pieces.forEach((piece, index) => {
    units.push({ ...piece, text: source.text.slice(piece.start, pieces[index + 1]?.start) });
  });
  return units;
}

/** The statements in the body of a class; none where they stand in the line of its header. */
function membersOf(statement: Node): Node[] {
  const definition = statement.type === "decorated_definition" ? statement.childForFieldName("definition") : statement;
  const body = definition?.type === "class_definition" ? definition.childForFieldName("body") : null;
  if (!body || body.startPosition.row === definition?.startPosition.row) return [];
  return body.namedChildren.filter((node): node is Node => node !== null);
}

const IMPORT = /^(import|import_from|future_import)_statement$/;

export function isImport({ kind }: Unit): boolean {
  return IMPORT.test(kind);
}

/** Whether it is an `if` statement of the module. */
export function isConditional({ kind }: Unit): boolean {
  return kind === "if_statement";
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
 * taken to be one stretch, from the first difference to the last; and what does not parse has always changed, since its
 * tree depends on what stands around it.
 */
export function align(before: readonly Unit[], after: readonly Unit[]): number[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  return after.map(({ node }, index) => {
    if (node?.hasError) return -1;
    if (index < head) return index;
    return index >= after.length - tail ? index - after.length + before.length : -1;
  });
}

/** The parse of a statement without errors depends on its own text alone, so that stands for its tree. */
function isSame(before: Unit | undefined, after: Unit | undefined): boolean {
  if (!before || !after || before.kind !== after.kind || before.length !== after.length) return false;
  return before.text === after.text;
}
