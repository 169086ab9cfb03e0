import type { Node } from "web-tree-sitter";
import type { Edit } from "../api.ts";
import { enclosingFunction } from "../module/context.ts";
import type { Module } from "../module/module.ts";
import { ancestors, codeChildren, contains, isAsync, statementOf } from "../syntax/nodes.ts";
import { indentOf, indentRows, indentUnit } from "./edits.ts";
import { insert, remove, replace } from "./rule.ts";

/** Fixes that put a `with` around what uses something. Null where that cannot be done without moving other code. */

/** `f = open(p)`, uses of `f`, `f.close()`: the assignment becomes the `with`, the uses its block. */
export function withForVariable(name: Node, call: Node, uses: readonly Node[], module: Module): Edit[] | null {
  const { source } = module;
  // Under another binding of the name, the object that the `with` closes is not the one that is used.
  if (module.bindingsOf(name).length !== 1) return null;
  const statement = statementOf(call);
  const block = statement.parent;
  if (block?.type !== "block" || uses.some((use) => use.startIndex < statement.endIndex || !contains(block, use)))
    return null;
  const users = codeChildren(block).filter((one) => uses.some((use) => contains(one, use)));
  const final = users.at(-1);
  const isClose = final?.text === `${name.text}.close()`;
  const end = isClose ? source.lineStart(final.startPosition.row) - 1 : undefined;
  const inner = codeChildren(block).filter(
    (one) => one.startIndex >= statement.endIndex && final && one.endIndex <= (end ?? final.endIndex),
  );
  const last = inner.at(-1);
  if (!final || !last || ![statement, ...inner, final].every((one) => isAlone(one, module))) return null;
  const assignment = codeChildren(statement)[0];
  if (!assignment || assignment.childForFieldName("type")) return null;
  const edits = [replace(assignment, `with ${call.text} as ${name.text}:`)];
  edits.push(...indentRows(statement.endPosition.row + 1, last.endPosition.row, unitAt(statement, module), module));
  if (isClose) edits.push(removeLine(final, module));
  return edits;
}

/** `data = load(open(p))`: the whole statement goes into `with open(p) as file:`. */
export function withForStatement(call: Node, module: Module): Edit[] | null {
  const statement = statementOf(call);
  const indent = indentOf(statement, module.source);
  const name = unusedName(statement, module);
  const isOneRow = call.startPosition.row === call.endPosition.row;
  if (!name || !isOneRow || indent === null || !isAlone(statement, module) || !runsFirst(call, statement)) return null;
  const unit = unitAt(statement, module);
  const first = statement.startPosition.row;
  const rows = indentRows(first, statement.endPosition.row, unit, module);
  const header = `${indent}with ${call.text} as ${name}:\n${unit}`;
  const start = module.source.lineStart(first);
  return [...rows.map((edit) => (edit.span.start === start ? insert(start, header) : edit)), replace(call, name)];
}

const NAMES = ["file", "handle", "stream"];
/** Between a statement and a call in it these always evaluate the call, and once. */
const PLAIN: ReadonlySet<string> = new Set([
  "attribute",
  "call",
  "argument_list",
  "keyword_argument",
  "subscript",
  "parenthesized_expression",
  "assignment",
]);
const STATEMENTS: ReadonlySet<string> = new Set(["expression_statement", "return_statement", "for_statement"]);

/** Whether the call is what the statement evaluates first, so that it can as well be evaluated before it. */
function runsFirst(call: Node, statement: Node): boolean {
  if (!STATEMENTS.has(statement.type) || isAsync(statement)) return false;
  for (const ancestor of ancestors(call)) {
    if (ancestor.id === statement.id) break;
    const isFirstIterable = COMPREHENDING.has(ancestor.type) && isInFirstIterable(call, ancestor);
    if (!PLAIN.has(ancestor.type) && ancestor.type !== "for_in_clause" && !isFirstIterable) return false;
  }
  if (statement.type === "for_statement" && !contains(statement.childForFieldName("right") ?? call, call)) return false;
  const limit = statement.type === "for_statement" ? (statement.childForFieldName("right") ?? statement) : statement;
  const right = codeChildren(limit)
    .find((one) => one.type === "assignment")
    ?.childForFieldName("right");
  const others = (right ?? limit).descendantsOfType(["call", "await", "subscript", "yield"]);
  // In a comprehension the element is evaluated after the iterable, though it stands before it.
  const inElement = (one: Node) =>
    [...ancestors(one)].some((outer) => COMPREHENDING.has(outer.type) && contains(outer, call));
  return others.every((one) => !one || one.endIndex > call.startIndex || inElement(one));
}

const COMPREHENDING: ReadonlySet<string> = new Set([
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
]);

function isInFirstIterable(call: Node, comprehension: Node): boolean {
  const first = codeChildren(comprehension)
    .find((one) => one.type === "for_in_clause")
    ?.childForFieldName("right");
  return first !== null && first !== undefined && contains(first, call);
}

/** Nothing else stands on its rows. */
function isAlone(statement: Node, { source }: Module): boolean {
  const rest = source.slice(statement.endIndex, source.lineStart(statement.endPosition.row + 1));
  return indentOf(statement, source) !== null && /^\s*(#.*)?$/.test(rest.trimEnd());
}

function removeLine(statement: Node, { source }: Module): Edit {
  const end = source.lineStart(statement.endPosition.row + 1);
  return remove({ start: source.lineStart(statement.startPosition.row), end });
}

function unitAt(statement: Node, { source }: Module): string {
  const definition = enclosingFunction(statement);
  return definition?.type === "function_definition" ? indentUnit(definition, source) : "    ";
}

/** A name that nothing around has, and that does not occur in the function. In a class it would be an attribute. */
function unusedName(statement: Node, module: Module): string | null {
  const scope = module.scopeOf(statement);
  if (scope.kind === "class") return null;
  const text = enclosingFunction(statement)?.text ?? "";
  const isFree = (name: string) => module.lookup(name, scope) === null && !new RegExp(`\\b${name}\\b`).test(text);
  return NAMES.find(isFree) ?? null;
}
