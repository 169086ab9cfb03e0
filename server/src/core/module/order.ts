import type { Node } from "web-tree-sitter";
import { ancestors, codeChildren, contains, isInside, spanOf } from "../syntax/nodes.ts";
import { enclosingFunction, enclosingLoop, siblingsBehind } from "./context.ts";
import { runningNodes } from "./flow.ts";
import type { Module } from "./module.ts";

/**
 * Which statements run after which, as far as one function shows it. "Surely" is meant: a `with` may swallow an
 * exception, a call may not return, and where that decides, the answer is no.
 */

/** Whether no way through these statements comes out behind them: they return, raise, leave the loop, exit, turn for ever. */
export function alwaysLeaves(block: Node, module: Module): boolean {
  return codeChildren(block).some((statement) => leaves(statement, module, JUMPS));
}

/** Whether a function never runs off its end: every way through its body returns, raises or turns for ever. */
export function alwaysReturns(definition: Node, module: Module): boolean {
  const body = definition.childForFieldName("body");
  if (!body || definition.type === "lambda") return body !== null;
  return codeChildren(body).some((statement) => leaves(statement, module, ENDS));
}

/** The nearest `except` clause of the same function whose suite this code is in. */
export function enclosingHandler(node: Node): Node | null {
  const limit = enclosingFunction(node);
  let child = node;
  for (const parent of ancestors(node)) {
    if (parent.id === limit?.id) return null;
    if (parent.type === "except_clause" && child.type === "block") return parent;
    child = parent;
  }
  return null;
}

/** Whether two places are in branches of which each pass takes one: of an `if`, a `match`, a conditional expression. */
export function areExclusive(a: Node, b: Node): boolean {
  const owner = commonAncestor(a, b);
  if (!owner) return false;
  const [first, second] = [branchOf(a, owner), branchOf(b, owner)];
  if (!first || !second || first.id === second.id) return false;
  const isElse = (one: Node) => one.type === "else_clause";
  const isHandler = (one: Node) => one.type === "except_clause";
  switch (owner.type) {
    case "if_statement":
      // A later branch's condition runs only when the earlier branches were not taken; the first condition always does.
      return [first, second].every((one) => one.type === "block" || one.type.endsWith("_clause")) && !isCondition(a, b);
    case "conditional_expression": {
      const condition = codeChildren(owner)[1];
      return first.id !== condition?.id && second.id !== condition?.id;
    }
    case "try_statement":
      return isHandler(first) ? isHandler(second) || isElse(second) : isHandler(second) && isElse(first);
    default:
      return first.type === "case_clause" && second.type === "case_clause" && !isCondition(a, b);
  }
}

/** Whether control can go from one place on to a later one of the same function without turning in a loop. */
export function canFollow(first: Node, second: Node, module: Module): boolean {
  if (second.startIndex < first.endIndex || areExclusive(first, second)) return false;
  const owner = commonAncestor(first, second);
  for (let node = first; owner && node.id !== owner.id; ) {
    const parent = node.parent;
    if (!parent) return false;
    if (parent.type === "block" || parent.type === "module") {
      for (const next of [node, ...siblingsBehind(node)]) {
        if (next.startIndex >= second.startIndex || contains(next, second)) break;
        if (leaves(next, module, JUMPS, (jump) => jumpsPast(jump, second))) return false;
      }
    }
    node = parent;
  }
  return true;
}

/**
 * Reads of the variable behind `name` that may come after a place: further down, further up in a loop around it, and in
 * functions, which may be called at any time. Those in other branches of the same statement are left out.
 */
export function usesAfter(place: Node, name: Node, module: Module): Node[] {
  const scope = module.lookup(name.text, module.scopeOf(name));
  if (!scope) return [];
  const stores = new Set(scope.bindings(name.text).flatMap((one) => (one.kind === "augmented" ? [] : [one.target.id])));
  const home = enclosingFunction(place)?.id;
  const loops = [...ancestors(place)].filter((one) => LOOPS.has(one.type) && enclosingFunction(one)?.id === home);
  return module.references(name.text, scope).filter((use) => {
    if (stores.has(use.id) || contains(place, use)) return false;
    if (enclosingFunction(use)?.id !== home || loops.some((loop) => contains(loop, use))) return true;
    return use.startIndex >= place.endIndex && !areExclusive(place, use);
  });
}

const LOOPS: ReadonlySet<string> = new Set(["for_statement", "while_statement"]);
const ENDS: ReadonlySet<string> = new Set(["return_statement", "raise_statement"]);
const JUMPS: ReadonlySet<string> = new Set([...ENDS, "break_statement", "continue_statement"]);
const EXITS: ReadonlySet<string> = new Set(["sys.exit", "os._exit", "os.abort", "builtins.exit", "builtins.quit"]);

function leaves(
  statement: Node,
  module: Module,
  jumps: ReadonlySet<string>,
  counts: (jump: Node) => boolean = () => true,
): boolean {
  const every = (blocks: readonly (Node | null | undefined)[]) =>
    blocks.length > 0 &&
    blocks.every((block) => block && codeChildren(block).some((one) => leaves(one, module, jumps, counts)));
  if (jumps.has(statement.type)) return counts(statement);
  switch (statement.type) {
    case "expression_statement":
      return isExit(statement, module);
    case "if_statement": {
      const clauses = clausesOf(statement, "elif_clause", "else_clause");
      return (
        clauses.at(-1)?.type === "else_clause" &&
        every([statement.childForFieldName("consequence"), ...clauses.map(suiteOf)])
      );
    }
    case "match_statement": {
      const cases = clausesOf(statement.childForFieldName("body") ?? statement, "case_clause");
      return isIrrefutable(cases.at(-1)) && every(cases.map(suiteOf));
    }
    case "while_statement":
      return isEndless(statement);
    case "try_statement": {
      const [final] = clausesOf(statement, "finally_clause");
      if (final && every([suiteOf(final)])) return true;
      const [otherwise] = clausesOf(statement, "else_clause");
      const body = every([statement.childForFieldName("body")]) || (otherwise && every([suiteOf(otherwise)]));
      const handlers = clausesOf(statement, "except_clause");
      return body === true && (handlers.length === 0 || every(handlers.map(suiteOf)));
    }
    default:
      // `with` is not trusted: its manager may swallow the exception that kept the block from leaving.
      return false;
  }
}

function clausesOf(statement: Node, ...kinds: string[]): Node[] {
  return codeChildren(statement).filter((child) => kinds.includes(child.type));
}

function suiteOf(clause: Node): Node | null {
  return codeChildren(clause).findLast((child) => child.type === "block") ?? null;
}

function isExit(statement: Node, module: Module): boolean {
  const call = statement.firstNamedChild;
  const callee = call?.type === "call" ? call.childForFieldName("function") : null;
  const name = callee && module.qualifiedName(callee);
  return name !== null && EXITS.has(name);
}

/** `while True:` without a `break` of its own. */
function isEndless(loop: Node): boolean {
  const condition = loop.childForFieldName("condition");
  if (condition?.type !== "true" && condition?.text !== "1") return false;
  const body = loop.childForFieldName("body");
  const breaks = body ? [...runningNodes(body, new Set(["break_statement"]))] : [];
  return breaks.every((one) => enclosingLoop(one)?.id !== loop.id);
}

/** `case _:` and `case name:` without a guard take whatever comes. */
function isIrrefutable(clause: Node | undefined): boolean {
  if (!clause || clause.childForFieldName("guard")) return false;
  const patterns = clausesOf(clause, "case_pattern");
  return patterns.length === 1 && /^[^\W\d]\w*$/u.test(patterns[0]?.text ?? "");
}

/** Whether a jump goes past a place behind it: a `break` ends up behind its loop. */
function jumpsPast(jump: Node, place: Node): boolean {
  if (ENDS.has(jump.type)) return true;
  const loop = enclosingLoop(jump);
  return loop !== null && contains(loop, place);
}

function commonAncestor(a: Node, b: Node): Node | null {
  for (const ancestor of [a, ...ancestors(a)]) if (isInside(spanOf(b), spanOf(ancestor))) return ancestor;
  return null;
}

function branchOf(node: Node, owner: Node): Node | null {
  if (node.id === owner.id) return null;
  for (const one of [node, ...ancestors(node)]) if (one.parent?.id === owner.id) return one;
  return null;
}

/** Whether one of the places is in a condition or guard, which may run before another branch is taken. */
function isCondition(...places: readonly Node[]): boolean {
  return places.some((place) => {
    for (const one of [place, ...ancestors(place)]) {
      if (one.type === "block") return false;
      if (one.type === "elif_clause" || one.type === "case_clause" || one.type === "if_statement") return true;
    }
    return false;
  });
}
