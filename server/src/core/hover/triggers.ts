import type { Node } from "web-tree-sitter";
import { isInClass } from "../module/context.ts";
import type { Module } from "../module/module.ts";
import type { Catalog, Trigger } from "../notes/catalog.ts";
import { type Captures, CombinedQuery, type Pattern, textOf } from "../query/compile.ts";
import type { Grammar } from "../syntax/grammar.ts";
import { ancestors, DEEPEST } from "../syntax/nodes.ts";
import { importedName } from "./imports.ts";

/** How far above the cursor a construct may begin that says what the token under it is for. */
const REACH = 6;
const DUNDER = /^__\w+__$/;

/** A note and a node that brings it up. */
export interface Met {
  readonly note: string;
  readonly node: Node;
}

/**
 * Which notes a token brings up. Nothing is searched: names are looked up in a map, and patterns are run on the nodes
 * above the cursor alone. They are compiled in slices: one when a node of its kinds is first met, or in an idle moment.
 */
export class Triggers {
  private readonly grammar: Grammar;
  private readonly byName = new Map<string, string[]>();
  private readonly slices: readonly Slice[];
  private readonly byKind = new Map<string, Slice[]>();

  constructor(grammar: Grammar, catalog: Catalog) {
    this.grammar = grammar;
    for (const note of catalog.notes) for (const name of note.names) push(this.byName, name, note.id);
    this.slices = sliced(catalog.triggers);
    for (const slice of this.slices) {
      const kinds = new Set(slice.triggers.flatMap(({ trigger }) => trigger.kinds));
      for (const kind of kinds) push(this.byKind, kind, slice);
    }
  }

  /** Ids of the notes for a token, the most specific first: for what its name stands for, and for what it is. */
  notesFor(leaf: Node, module: Module): { readonly names: string[]; readonly constructs: string[] } {
    return { names: this.named(leaf, module), constructs: this.constructs(leaf, module) };
  }

  /**
   * Every place in a tree where a note is met, one step of the walk at a time: null where a step brings up nothing.
   * Who walks may pause between steps, and must stop when the tree changes.
   */
  *met(root: Node, module: Module): Generator<Met | null> {
    for (const node of walk(root)) {
      yield null;
      for (const note of new Set(this.named(node, module))) yield { note, node };
      for (const { owner, captures } of this.beginningAt(node, module, node)) {
        for (const capture of captures) {
          if (capture.name === "hover") yield { note: owner.trigger.note, node: capture.node };
        }
      }
    }
  }

  free(): void {
    for (const slice of this.slices) {
      slice.query?.free();
      slice.query = undefined;
    }
  }

  /** Compiles what no hover has needed yet, a slice at a step. */
  *warmUp(): Generator<void> {
    for (const slice of this.slices) {
      if (slice.query) continue;
      this.compile(slice);
      yield;
    }
  }

  /** The texts of all queries that there may be. */
  get queries(): readonly string[] {
    return this.slices.map((slice) => textOf(patternsOf(slice)));
  }

  private named(leaf: Node, module: Module): string[] {
    if (leaf.type !== "identifier") return [];
    const name = module.qualifiedName(namedExpression(leaf)) ?? importedName(leaf);
    const byName = name ? (this.byName.get(name) ?? []) : [];
    const method = methodName(leaf, module);
    const byMethod = method ? (this.byName.get(method) ?? []) : [];
    const byDunder = DUNDER.test(leaf.text) && isDunderPlace(leaf) ? (this.byName.get(leaf.text) ?? []) : [];
    return [...byName, ...byMethod, ...byDunder];
  }

  /** Of several patterns on one token the one that begins nearest leads, then the one that says more. */
  private constructs(leaf: Node, module: Module): string[] {
    const found: { note: string; distance: number; detail: number; order: number }[] = [];
    let distance = 0;
    for (const node of [leaf, ...ancestors(leaf)]) {
      if (distance > REACH) break;
      for (const { owner, captures } of this.beginningAt(node, module, leaf)) {
        const answers = captures.some((capture) => capture.name === "hover" && isOwnToken(leaf, capture.node));
        const { trigger, order } = owner;
        if (answers) found.push({ note: trigger.note, distance, detail: trigger.pattern.length, order });
      }
      distance++;
    }
    found.sort((a, b) => a.distance - b.distance || b.detail - a.detail || a.order - b.order);
    return found.map((one) => one.note);
  }

  /** Matches that begin at a node and reach to where `from` begins. */
  private *beginningAt(node: Node, module: Module, from: Node): Generator<Captures<Numbered>> {
    for (const slice of this.byKind.get(node.type) ?? []) {
      yield* this.compile(slice).matches(node, module, { from: from.startPosition, to: from.endPosition, depth: 0 });
    }
  }

  private compile(slice: Slice): CombinedQuery<Numbered> {
    slice.query ??= new CombinedQuery(this.grammar, patternsOf(slice));
    return slice.query;
  }
}

/** A trigger with its place in the catalog, which decides between equals. */
interface Numbered {
  readonly trigger: Trigger;
  readonly order: number;
}

interface Slice {
  readonly triggers: readonly Numbered[];
  query: CombinedQuery<Numbered> | undefined;
}

/**
 * Patterns to a slice. A query costs as much as some four patterns before it has one, and all of a slice's patterns are
 * waited for when one of them is needed.
 */
const SLICE = 8;

/** Patterns that begin with the same kinds lie together: a hover meets few kinds, and so needs few slices. */
function sliced(triggers: readonly Trigger[]): Slice[] {
  const numbered = triggers.map((trigger, order) => ({ trigger, order, key: trigger.kinds.join() }));
  numbered.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.order - b.order));
  const slices: Slice[] = [];
  for (let start = 0; start < numbered.length; start += SLICE) {
    slices.push({ triggers: numbered.slice(start, start + SLICE), query: undefined });
  }
  return slices;
}

function patternsOf({ triggers }: Slice): readonly Pattern<Numbered>[] {
  return triggers.map((owner) => ({ owner, text: owner.trigger.pattern }));
}

/** A captured node answers on the tokens that belong to it alone; on a leaf that is the leaf itself. */
function isOwnToken(leaf: Node, captured: Node): boolean {
  if (leaf.id === captured.id) return true;
  if (leaf.isNamed) return false;
  for (let node = leaf.parent; node; node = node.parent) {
    if (node.id === captured.id) return true;
    if (node.isNamed) return false;
  }
  return false;
}

/** `x.y` when the cursor is on `y`, so that the name is read from its beginning. */
function namedExpression(leaf: Node): Node {
  const parent = leaf.parent;
  const isAttribute = parent?.type === "attribute" && parent.childForFieldName("attribute")?.id === leaf.id;
  return isAttribute ? parent : leaf;
}

/** `builtins.list.append` for the `append` of a receiver whose type the file shows. */
function methodName(leaf: Node, module: Module): string | null {
  const attribute = namedExpression(leaf);
  const object = attribute.id === leaf.id ? null : attribute.childForFieldName("object");
  const type = object && module.typeName(object);
  return type ? `${type}.${leaf.text}` : null;
}

/** Where a dunder is what it looks like: defined or set in a class, or read as an attribute. */
function isDunderPlace(leaf: Node): boolean {
  const parent = leaf.parent;
  if (parent?.type === "attribute") return true;
  if (parent?.type === "function_definition") return parent.childForFieldName("name")?.id === leaf.id;
  const statement = parent?.type === "assignment" ? parent.parent : null;
  return statement !== null && (isInClass(statement) || statement.parent?.type === "module");
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** All named nodes below a root that are no error, in the order of the text. */
function* walk(root: Node): Generator<Node> {
  const cursor = root.walk();
  try {
    for (let more = true; more; ) {
      const node = cursor.currentNode;
      if (node.isNamed && !node.isError) yield node;
      if (!node.isError && cursor.currentDepth < DEEPEST && cursor.gotoFirstChild()) continue;
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) {
          more = false;
          break;
        }
      }
    }
  } finally {
    cursor.delete();
  }
}
