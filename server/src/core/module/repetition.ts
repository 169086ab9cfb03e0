import type { Node } from "web-tree-sitter";
import { codeChildren, firstChild, unparenthesized } from "../syntax/nodes.ts";
import { runningNodes } from "./flow.ts";
import type { Module } from "./module.ts";

/** What is known of the call that a place in a function makes of the same function. */
export interface Repetition {
  /** The parameter that conditions are about: the attribute's name in `__setattr__`. */
  readonly parameter?: string | undefined;
  /** What this parameter is in the new call, where that is a constant. */
  readonly name?: string;
  /** Parameters that the new call gets unchanged: what they decided once, they decide again. */
  readonly kept: readonly string[];
}

/**
 * Whether the new call comes to the same place again, so that there is no end to it. Only what is certain counts: the
 * place is on every way through the function, or the conditions on the way hold for the new call.
 */
export function reachesAgain(place: Node, definition: Node, repetition: Repetition, module: Module): boolean {
  const body = definition.childForFieldName("body");
  const known: Known = { ...(body && isRebound(body, repetition) ? { kept: [] } : repetition), module };
  for (let node = place; node.id !== body?.id; ) {
    const parent = node.parent;
    if (!parent || !comesTo(node, parent, known)) return false;
    node = parent;
  }
  return true;
}

interface Known extends Repetition {
  readonly module: Module;
}

const PLAIN_BUILTIN = /^builtins\.(isinstance|len|str|int|float|bool|list|dict|tuple|set|bytes|callable|type)$/;
const LEAVES: ReadonlySet<string> = new Set(["return_statement", "raise_statement", "assert_statement"]);
const BINDERS: ReadonlySet<string> = new Set([
  "assignment",
  "augmented_assignment",
  "for_statement",
  "named_expression",
]);
const UNCERTAIN =
  /^(except_clause|case_clause|assert_statement|lambda|(list|set|dictionary)_comprehension|generator_expression)$/;

function isRebound(body: Node, { parameter, kept }: Repetition): boolean {
  const names = new Set([...(parameter ? [parameter] : []), ...kept]);
  return [...runningNodes(body, BINDERS)].some((binder) => {
    const target = binder.childForFieldName("left") ?? binder.childForFieldName("name");
    return target !== null && namesIn(target).some((one) => names.has(one));
  });
}

/** The names that a target binds; a subscript or an attribute binds none. */
function namesIn(target: Node): string[] {
  if (target.type === "identifier") return [target.text];
  return /pattern|_list$/.test(target.type) ? codeChildren(target).flatMap(namesIn) : [];
}

/** Whether a node runs whenever its parent does, in the new call. */
function comesTo(node: Node, parent: Node, known: Known): boolean {
  const field = (name: string) => parent.childForFieldName(name)?.id === node.id;
  switch (parent.type) {
    case "block":
      for (let one = node.previousNamedSibling; one; one = one.previousNamedSibling) {
        if (!isPassed(one, known)) return false;
      }
      return true;
    case "boolean_operator": {
      const left = parent.childForFieldName("left");
      const isAnd = parent.childForFieldName("operator")?.text === "and";
      return field("left") || (left !== null && holds(left, isAnd, known));
    }
    case "conditional_expression": {
      const [value, condition] = codeChildren(parent);
      return node.id === condition?.id || (condition !== undefined && holds(condition, node.id === value?.id, known));
    }
    case "if_statement":
      return comesToBranch(node, parent, known);
    case "elif_clause": {
      const condition = parent.childForFieldName("condition");
      return field("condition") || (condition !== null && holds(condition, true, known));
    }
    case "while_statement":
      return field("condition");
    case "for_statement":
      return field("right");
    case "match_statement":
      return field("subject");
    case "try_statement":
      return node.type === "finally_clause" || (field("body") && !catchesRecursion(parent, known));
    case "else_clause":
      return parent.parent?.type === "if_statement";
    default:
      return !UNCERTAIN.test(parent.type);
  }
}

/** A branch of an `if` runs when the conditions before it do not hold, and its own does. */
function comesToBranch(node: Node, statement: Node, known: Known): boolean {
  const first = statement.childForFieldName("condition");
  if (!first || node.id === first.id) return first !== null;
  if (node.id === statement.childForFieldName("consequence")?.id) return holds(first, true, known);
  const before = codeChildren(statement).filter((one) => one.type === "elif_clause" && one.endIndex <= node.startIndex);
  const conditions = [first, ...before.map((one) => one.childForFieldName("condition"))];
  return conditions.every((one) => one !== null && holds(one, false, known));
}

/** Whether the new call goes on behind a statement as this one did. */
function isPassed(statement: Node, known: Known): boolean {
  if (statement.type === "assert_statement")
    return codeChildren(statement)
      .slice(0, 1)
      .every((one) => holds(one, true, known));
  if (LEAVES.has(statement.type)) return false;
  if (runningNodes(statement, LEAVES).next().done) return true;
  if (statement.type !== "if_statement") return false;
  const elifs = codeChildren(statement).filter((one) => one.type === "elif_clause");
  const conditions = [statement, ...elifs].map((one) => one.childForFieldName("condition"));
  const branchLess = !codeChildren(statement).some((one) => one.type === "else_clause");
  return branchLess && conditions.every((one) => one !== null && holds(one, false, known));
}

/** A bare `except`, one for RecursionError or a base of it, or one for what the file does not show. */
function catchesRecursion(statement: Node, { module }: Known): boolean {
  return codeChildren(statement).some((clause) => {
    if (clause.type !== "except_clause") return false;
    const value = clause.childForFieldName("value");
    const names = value?.type === "identifier" ? [value] : (value?.descendantsOfType("identifier") ?? []);
    const isCatching = (name: Node | null) =>
      /^builtins\.((Base)?Exception|RecursionError|RuntimeError)$/.test(
        (name && module.qualifiedName(name)) ?? "builtins.Exception",
      );
    return names.length === 0 || names.some(isCatching);
  });
}

/** Whether a condition is certain to have a truth value in the new call: by what it says, or because it had it before. */
function holds(condition: Node, wanted: boolean, known: Known): boolean {
  const truth = truthOf(condition, known);
  if (truth !== null) return truth === wanted;
  return isAboutKept(condition, known);
}

/** Nothing but parameters that stay the same, constants, and questions about their type or text. */
function isAboutKept(condition: Node, { kept, module }: Known): boolean {
  if (kept.length === 0) return false;
  const names = condition.type === "identifier" ? [condition] : condition.descendantsOfType("identifier");
  return names.every((one) => {
    if (!one || kept.includes(one.text)) return true;
    const parent = one.parent;
    if (parent?.type === "attribute") return /^(startswith|endswith|isidentifier)$/.test(one.text);
    return PLAIN_BUILTIN.test(module.qualifiedName(one) ?? "");
  });
}

/** The truth of a condition on a parameter whose value is known. */
function truthOf(condition: Node, known: Known): boolean | null {
  const node = unparenthesized(condition);
  const { parameter, name } = known;
  switch (node.type) {
    case "true":
    case "false":
      return node.type === "true";
    case "not_operator": {
      const argument = node.childForFieldName("argument");
      const truth = argument && truthOf(argument, known);
      return truth === null ? null : !truth;
    }
    case "boolean_operator": {
      const isAnd = node.childForFieldName("operator")?.text === "and";
      const sides = codeChildren(node).map((side) => truthOf(side, known));
      if (sides.includes(!isAnd)) return !isAnd;
      return sides.includes(null) ? null : isAnd;
    }
    case "comparison_operator": {
      const [left, right, more] = codeChildren(node);
      const operator = node.childForFieldName("operators")?.text.replace(/\s+/g, " ") ?? "";
      if (!parameter || name === undefined || !left || !right || more) return null;
      const isFirst = left.text === parameter;
      if (!isFirst && right.text !== parameter) return null;
      const values = textsIn(isFirst ? right : left);
      const isMembership = /\bin$/.test(operator);
      if (!values || (isMembership && (!isFirst || right.type === "string")) || !/^(==|!=|in|not in)$/.test(operator))
        return null;
      return values.includes(name) !== /^(!=|not in)$/.test(operator);
    }
    case "call": {
      const callee = node.childForFieldName("function");
      const method = callee?.childForFieldName("attribute")?.text;
      const argument = node.childForFieldName("arguments")?.firstNamedChild;
      if (name === undefined || callee?.childForFieldName("object")?.text !== parameter || !argument) return null;
      const values = textsIn(argument);
      if (!values || (method !== "startswith" && method !== "endswith")) return null;
      return values.some((value) => (method === "startswith" ? name.startsWith(value) : name.endsWith(value)));
    }
    default:
      return null;
  }
}

/** The plain texts of a string, or of a display of strings. */
function textsIn(node: Node): string[] | null {
  if (node.type === "string") {
    const isPlain = /^["']/.test(node.text) && !node.descendantsOfType(["interpolation", "escape_sequence"]).length;
    return isPlain ? [firstChild(node, "string_content")?.text ?? ""] : null;
  }
  if (!/^(tuple|list|set)$/.test(node.type)) return null;
  const texts = codeChildren(node).map((one) => (one.type === "string" ? textsIn(one) : null));
  return texts.every((one) => one !== null) ? texts.flat() : null;
}
