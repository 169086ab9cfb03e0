import type { Node, Tree } from "web-tree-sitter";
import type { Span } from "../api.ts";

/**
 * Small questions about syntax that have nothing to do with names.
 * Nodes are valid only as long as their tree: they never leave the analysis of one version.
 */

export function spanOf(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/**
 * How far below a unit, or the root, we look. Every step up from a node costs as many as it is deep, so code that nests
 * much deeper could keep us busy for hours. CPython takes 200 brackets in each other, and 100 blocks.
 */
export const DEEPEST = 250;

/** Whether a node is so deep that nobody may ask about it. */
export function isTooDeep(node: Node): boolean {
  let depth = 0;
  for (const _ of ancestors(node)) if (++depth > DEEPEST) return true;
  return false;
}

/** The token by which a construct is known: the `for` of a loop, the `@` of a decorator, the `[` of a subscript. */
export function ownToken(node: Node): Node {
  for (const child of node.children) if (child && !child.isNamed && child.childCount === 0) return child;
  return node.childCount === 0 ? node : ownToken(node.child(0) ?? node);
}

export function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What stands above a node, with its kind: to ask a node for that costs more than to find it in a map. */
export interface Above {
  readonly node: Node;
  readonly kind: string;
}

const known = new WeakMap<Tree, Map<number, Above | null>>();

/** A node's parent. The library walks down from the root to find it; here that is done once for each node. */
export function above(node: Node): Above | null {
  let ofTree = known.get(node.tree);
  if (!ofTree) {
    ofTree = new Map();
    known.set(node.tree, ofTree);
  }
  let found = ofTree.get(node.id);
  if (found === undefined) {
    const { parent } = node;
    found = parent && { node: parent, kind: parent.type };
    ofTree.set(node.id, found);
  }
  return found;
}

export function parentOf(node: Node): Node | null {
  return above(node)?.node ?? null;
}

/** A node's ancestors, nearest first. */
export function* ancestors(node: Node): Generator<Node> {
  for (let parent = parentOf(node); parent; parent = parentOf(parent)) yield parent;
}

/** The nearest ancestor of one of these kinds. */
export function enclosing(node: Node, kinds: ReadonlySet<string>): Node | null {
  for (let one = above(node); one; one = above(one.node)) if (kinds.has(one.kind)) return one.node;
  return null;
}

/** The functions and classes around an offset, outermost first, joined by dots. A definition is around its own header. */
export function symbolAt(root: Node, offset: number): string {
  const names: string[] = [];
  for (let node: Node | null = root.descendantForIndex(offset); node; node = node.parent) {
    if (node.type !== "function_definition" && node.type !== "class_definition") continue;
    names.unshift(node.childForFieldName("name")?.text ?? "");
  }
  return names.join(".");
}

/** Whether `ancestor` is `node` or contains it. */
export function contains(ancestor: Node, node: Node): boolean {
  return ancestor.startIndex <= node.startIndex && node.endIndex <= ancestor.endIndex;
}

/** Whether a piece of the file is inside a field that shows its own code, as `f"{x=}"` and every field of a t-string do. */
export function isShownCode(root: Node, { start, end }: Span): boolean {
  const shows = (node: Node) =>
    node.type === "interpolation" && (firstChild(node, "=") !== null || /^r?t/i.test(parentOf(node)?.text ?? ""));
  for (let node = root.descendantForIndex(start, end); node; node = parentOf(node)) if (shows(node)) return true;
  return false;
}

/** Whether the parser could not make sense of this place: a rule has nothing to say there. */
export function isBroken(node: Node): boolean {
  if (node.hasError) return true;
  for (const ancestor of ancestors(node)) if (ancestor.isError) return true;
  return false;
}

/** What has so many children is mostly asked for them by each of these. */
const WIDE = 100;

/** Named nodes that may stand anywhere, and are no code. */
const EXTRAS: ReadonlySet<string> = new Set(["comment", "line_continuation"]);

/** Whether a node is a comment, or the backslash at the end of a line. */
export function isExtra({ type }: Node): boolean {
  return EXTRAS.has(type);
}

/** Named children that are code. */
export const codeChildren = oncePerNode(
  (node): readonly Node[] => node.namedChildren.filter((child) => child !== null).filter((child) => !isExtra(child)),
  (children) => children.length >= WIDE,
);

/** A question about a node whose answer, if it `isDear`, is kept for as long as the tree is there. */
export function oncePerNode<T>(ask: (node: Node) => T, isDear: (answer: T) => boolean): (node: Node) => T {
  const known = new WeakMap<Tree, Map<number, T>>();
  return (node) => {
    const before = known.get(node.tree)?.get(node.id);
    if (before !== undefined) return before;
    const answer = ask(node);
    if (isDear(answer)) known.set(node.tree, (known.get(node.tree) ?? new Map<number, T>()).set(node.id, answer));
    return answer;
  };
}

export function firstChild(node: Node, kind: string): Node | null {
  return node.children.find((child) => child?.type === kind) ?? null;
}

/** What stands inside any number of parentheses. */
export function unparenthesized(node: Node): Node {
  let inner = node;
  while (inner.type === "parenthesized_expression") {
    const child = codeChildren(inner)[0];
    if (!child) return inner;
    inner = child;
  }
  return inner;
}

/** A name whose parts are joined by dots, `self.items`; null where anything else stands in it. */
export function dottedText(node: Node): string | null {
  if (node.type === "identifier") return node.text;
  if (node.type !== "attribute") return null;
  const object = node.childForFieldName("object");
  const attribute = node.childForFieldName("attribute");
  const left = object && dottedText(object);
  return left && attribute ? `${left}.${attribute.text}` : null;
}

const SIMPLE_STATEMENT = /_statement$/;

/** The statement a node belongs to: a simple one, or the compound one whose header or clause it is in. */
export function statementOf(node: Node): Node {
  for (let current: Node | null = node; current; current = parentOf(current)) {
    const parent: Node | null = parentOf(current);
    if (!parent || parent.type === "block" || parent.type === "module") return current;
    if (SIMPLE_STATEMENT.test(current.type) && !parent.type.endsWith("_definition")) return current;
  }
  return node;
}

/** What an operator of a `comparison_operator` compares; in `a < b is c` that is only its neighbours. */
export function comparedBy(operator: Node): { readonly left: Node; readonly right: Node } | null {
  const operands = codeChildren(operator.parent ?? operator);
  const left = operands.findLast((operand) => operand.endIndex <= operator.startIndex);
  const right = operands.find((operand) => operand.startIndex >= operator.endIndex);
  return left && right ? { left, right } : null;
}

export interface CallArguments {
  readonly positional: readonly Node[];
  readonly keywords: ReadonlyMap<string, Node>;
  /** `f(*a)` or `f(**k)`: what is not listed may be in there. */
  readonly hasSplat: boolean;
}

/** The arguments of a `call` node. A lone generator expression counts as one positional argument. */
export function callArguments(call: Node): CallArguments {
  const list = call.childForFieldName("arguments");
  const positional: Node[] = [];
  const keywords = new Map<string, Node>();
  let hasSplat = false;
  if (list?.type === "generator_expression") return { positional: [list], keywords, hasSplat };
  for (const argument of list ? codeChildren(list) : []) {
    if (argument.type === "list_splat" || argument.type === "dictionary_splat") hasSplat = true;
    else if (argument.type === "keyword_argument") {
      const name = argument.childForFieldName("name");
      const value = argument.childForFieldName("value");
      if (name && value) keywords.set(name.text, value);
    } else positional.push(argument);
  }
  return { positional, keywords, hasSplat };
}

export function isAsync(node: Node): boolean {
  return node.child(0)?.type === "async";
}

/** Displays of containers that can change: each makes a new object whenever it is evaluated. */
export const MUTABLE_DISPLAYS: ReadonlySet<string> = new Set([
  "list",
  "dictionary",
  "set",
  "list_comprehension",
  "dictionary_comprehension",
  "set_comprehension",
]);

/** `a` and `b` of `from m import a, b as c`; nothing for `import m`. */
export function namesTaken(statement: Node): Node[] {
  if (statement.type !== "import_from_statement") return [];
  const source = statement.childForFieldName("module_name");
  return codeChildren(statement).flatMap((child) => {
    if (child.id === source?.id) return [];
    return child.childForFieldName("name") ?? (child.type === "dotted_name" ? child : []);
  });
}
