import type { Node } from "web-tree-sitter";
import type { Source } from "../source.ts";
import type { Earlier } from "./stretch.ts";
import { isStatement, type Unit, unitAt, untouchedFrom } from "./units.ts";

/** What is kept of the units of a version for the next one. */
export interface UnitList {
  /** Together they are the whole text. */
  readonly units: readonly Unit[];
  /** Whether the parser found something in the file that is not Python. */
  readonly hasErrors: boolean;
}

type Draft = { -readonly [Key in keyof Unit]: Unit[Key] };

/** Splits a file into its units of analysis. Valid as long as the tree. */
export class UnitReader implements UnitList {
  readonly units: readonly Unit[];
  readonly hasErrors: boolean;
  private readonly root: Node;
  private readonly textLength: number;
  /** Of units that were read, or asked for. */
  private readonly nodes: (Node | null)[] = [];

  /** Of a file that was split before, only what is around the edit is read, unless there are errors anywhere. */
  constructor(root: Node, source: Source, before?: Earlier<UnitList>) {
    this.root = root;
    this.textLength = source.length;
    this.hasErrors = root.hasError;
    const isKnown = before && !this.hasErrors && !before.left.hasErrors;
    this.units = (isKnown && this.readAround(before, source)) || this.readAll();
  }

  /** The statement that is a unit; null for what stands before the first one. */
  nodeOf(index: number): Node | null {
    const node = this.nodes[index] ?? this.find(this.units[index]);
    this.nodes[index] = node;
    return node;
  }

  private find(unit: Unit | undefined): Node | null {
    if (!unit || unit.kind === "") return null;
    const parent = unit.owner === null ? this.root : bodyOf(this.nodeOf(unit.owner));
    return parent?.firstNamedChildForIndex(unit.start) ?? null;
  }

  private readAll(): Unit[] {
    const units: Draft[] = [];
    const statements = this.root.namedChildren;
    if (statements[0]?.startIndex !== 0) this.add(units, null, "", 0, 0, null);
    for (const node of statements) if (node) this.addStatement(units, node, node.type);
    return units;
  }

  /**
   * Where a statement of the module begins, before as now, the parser had nothing in mind but that there is another one:
   * what stands before such a place, or behind, is what it was. Null where the first statement was edited.
   */
  private readAround({ left, edited }: Earlier<UnitList>, source: Source): Unit[] | null {
    const first = lastStatement(left.units, edited.start);
    const start = left.units[first]?.start;
    let node = start === undefined ? null : this.root.firstNamedChildForIndex(start);
    if (!node || node.startIndex !== start) return null;
    const units: Draft[] = left.units.slice(0, first);
    const by = edited.newEnd - edited.oldEnd;
    const untouched = untouchedFrom(edited, source);
    for (; node; node = node.nextNamedSibling) {
      const { type, startIndex } = node;
      const rest = nextStatement(left.units, Math.max(startIndex, untouched) - by);
      const next = left.units[rest];
      if (next?.start === startIndex - by && next.kind === type) {
        endLast(units, startIndex);
        const ownersBy = units.length - rest;
        return units.concat(left.units.slice(rest).map((unit) => moved(unit, by, ownersBy)));
      }
      this.addStatement(units, node, type);
    }
    return units;
  }

  private addStatement(units: Draft[], node: Node, kind: string): void {
    const [start, owner] = [node.startIndex, units.length];
    const members = membersOf(node, kind);
    this.add(units, node, kind, start, (members[0]?.startIndex ?? node.endIndex) - start, null);
    for (const member of members) {
      this.add(units, member, member.type, member.startIndex, member.endIndex - member.startIndex, owner);
    }
  }

  private add(
    units: Draft[],
    node: Node | null,
    kind: string,
    start: number,
    length: number,
    owner: number | null,
  ): void {
    endLast(units, start);
    this.nodes[units.length] = node;
    const isBroken = this.hasErrors && node?.hasError === true;
    units.push({ kind, start, end: this.textLength, length, owner, isBroken });
  }
}

/** Where it ended before, it ends still, unless it was just read. */
function endLast(units: Draft[], end: number): void {
  const last = units.at(-1);
  if (last && last.end !== end) last.end = end;
}

function moved(unit: Unit, by: number, ownersBy: number): Unit {
  if (by === 0 && ownersBy === 0) return unit;
  const { kind, start, end, length, owner, isBroken } = unit;
  // Spelled out: to spread a thousand of them takes most of a millisecond.
  return { kind, start: start + by, end: end + by, length, owner: owner === null ? null : owner + ownersBy, isBroken };
}

/** The last statement of the module that ends before an offset; -1 where there is none. */
function lastStatement(units: readonly Unit[], offset: number): number {
  for (let index = unitAt(units, offset); index >= 0; index--) {
    const unit = units[index];
    if (unit && isStatement(unit) && unit.end <= offset) return index;
  }
  return -1;
}

/** The first statement of the module that begins at an offset or behind it. */
function nextStatement(units: readonly Unit[], offset: number): number {
  for (let index = unitAt(units, offset); index < units.length; index++) {
    const unit = units[index];
    if (unit && isStatement(unit) && unit.start >= offset) return index;
  }
  return units.length;
}

/** The statements in the body of a class; none where they stand in the line of its header. */
function membersOf(statement: Node, kind: string): Node[] {
  return bodyOf(statement, kind)?.namedChildren.filter((node): node is Node => node !== null) ?? [];
}

function bodyOf(statement: Node | null, kind = statement?.type): Node | null {
  const isDecorated = kind === "decorated_definition";
  const definition = isDecorated ? statement?.childForFieldName("definition") : statement;
  if ((isDecorated ? definition?.type : kind) !== "class_definition") return null;
  const body = definition?.childForFieldName("body");
  return body && body.startPosition.row !== definition?.startPosition.row ? body : null;
}
