import type { Node } from "web-tree-sitter";
import { codeChildren } from "../syntax/nodes.ts";
import { enclosingLoop, siblingsBehind } from "./context.ts";

/** Facts about the order in which statements run, as far as the syntax shows them. */

const FUNCTION_LIKE: ReadonlySet<string> = new Set(["function_definition", "lambda", "class_definition"]);

const MOST_STATEMENTS = 200;

/** All nodes of some kinds that run with `node`: bodies of nested functions and classes are not entered. */
export function* runningNodes(node: Node, kinds: ReadonlySet<string>): Generator<Node> {
  let entered = 0;
  for (const one of node.descendantsOfType([...kinds, ...FUNCTION_LIKE])) {
    // Keywords are kinds, too: the token `yield` begins the expression `yield`.
    if (!one?.isNamed || one.id === node.id || one.startIndex < entered) continue;
    const { type } = one;
    if (FUNCTION_LIKE.has(type)) entered = one.endIndex;
    if (kinds.has(type)) yield one;
  }
}

/** Whether every way through a block ends in a statement for which `ends` holds: a `raise`, a call of `sys.exit`. */
export function alwaysEnds(block: Node, ends: (statement: Node) => boolean): boolean {
  return codeChildren(block).some((statement) => ends(statement) || everyBranchEnds(statement, ends));
}

/**
 * Whether the loop is left with or right after a statement in its body, whichever way was taken to it:
 * it is a `return` or `raise` itself, or one of them or a `break` follows in its block or in a block around it.
 */
export function leavesLoopAfter(statement: Node, loop: Node): boolean {
  if (statement.type === "return_statement" || statement.type === "raise_statement") return true;
  for (let node = statement; node.id !== loop.id; ) {
    let count = 0;
    for (const next of siblingsBehind(node)) {
      // Whoever has so much behind it is not looked through once for each of its statements.
      if (++count > MOST_STATEMENTS) return true;
      if (next.type === "continue_statement") return false;
      const leaves = (one: Node) =>
        one.type === "return_statement" ||
        one.type === "raise_statement" ||
        (one.type === "break_statement" && enclosingLoop(one)?.id === loop.id);
      if (leaves(next) || everyBranchEnds(next, leaves)) return true;
    }
    const parent = node.parent;
    if (!parent) return false;
    // The next sibling of a branch is another branch, which does not run after this one.
    node = isBranch(parent) ? branchOwner(parent) : parent;
  }
  return false;
}

function everyBranchEnds(statement: Node, ends: (statement: Node) => boolean): boolean {
  switch (statement.type) {
    case "if_statement": {
      const branches = blocksOf(statement);
      const hasElse = statement.namedChildren.some((child) => child?.type === "else_clause");
      return hasElse && branches.length > 0 && branches.every((block) => alwaysEnds(block, ends));
    }
    case "with_statement": {
      const body = statement.childForFieldName("body");
      return body !== null && alwaysEnds(body, ends);
    }
    case "try_statement": {
      const final = statement.namedChildren.find((child) => child?.type === "finally_clause");
      if (final && blocksOf(final).some((block) => alwaysEnds(block, ends))) return true;
      const branches = blocksOf(statement, "finally_clause");
      return branches.length > 0 && branches.every((block) => alwaysEnds(block, ends));
    }
    default:
      return false;
  }
}

/** The blocks of a statement and of its clauses, but not of statements inside them. */
function blocksOf(statement: Node, except?: string): Node[] {
  return codeChildren(statement).flatMap((child) => {
    if (child.type === "block") return [child];
    return child.type.endsWith("_clause") && child.type !== except && child.type !== "with_clause"
      ? blocksOf(child)
      : [];
  });
}

function isBranch(node: Node): boolean {
  return node.type === "block" || (node.type.endsWith("_clause") && node.type !== "with_clause");
}

function branchOwner(node: Node): Node {
  let owner = node;
  while (isBranch(owner) && owner.parent) owner = owner.parent;
  return owner;
}
