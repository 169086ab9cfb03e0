import type { Node } from "web-tree-sitter";
import { ancestors, callArguments, codeChildren, firstChild, isAsync, parentOf } from "../syntax/nodes.ts";
import { ANY, note, noteOfClass, ofClass } from "./asked.ts";
import type { Module } from "./module.ts";

/** Questions about where code stands: in which function, in a coroutine, in a loop. */

const FUNCTIONS: ReadonlySet<string> = new Set(["function_definition", "lambda"]);

/**
 * The function whose call runs this code, or null for module and class level.
 * Decorators, defaults and annotations run with the code around their function.
 */
export function enclosingFunction(node: Node): Node | null {
  let child = node;
  for (let parent = parentOf(node); parent; child = parent, parent = parentOf(parent)) {
    if (FUNCTIONS.has(parent.type) && child.id === parent.childForFieldName("body")?.id) return parent;
    // A class body runs where the class is defined: keep climbing.
  }
  return null;
}

/** Whether the code runs on an event loop: its nearest function is `async def`. */
export function inAsync(node: Node): boolean {
  const nearest = enclosingFunction(node);
  return nearest?.type === "function_definition" && isAsync(nearest);
}

/** Whether the code stands in a class body directly: it may not await, not even inside a coroutine. */
export function standsInClassBody(node: Node): boolean {
  for (const { type } of ancestors(node)) {
    if (FUNCTIONS.has(type)) return false;
    if (type === "class_definition") return true;
  }
  return false;
}

/** The nearest loop of the same function that runs this code again and again. */
export function enclosingLoop(node: Node): Node | null {
  let child = node;
  for (let parent = parentOf(node); parent; child = parent, parent = parentOf(parent)) {
    if (FUNCTIONS.has(parent.type) || parent.type === "class_definition") return null;
    if (parent.type === "for_statement" && child.id === parent.childForFieldName("body")?.id) return parent;
    if (parent.type === "while_statement" && child.type !== "else_clause") return parent;
  }
  return null;
}

/**
 * Whether somebody waits right here for the code to fail: `with self.assertRaises(...)`, `with pytest.raises(...)`, or
 * a `try` or `contextlib.suppress` of the same function that names this exception.
 */
export function expectsFailure(node: Node, exception: string, module: Module): boolean {
  let child = node;
  for (let parent = parentOf(node); parent; child = parent, parent = parentOf(parent)) {
    if (FUNCTIONS.has(parent.type) || parent.type === "class_definition") return false;
    if (parent.type === "with_statement") {
      if (/\b(assertRaises(Regex)?|pytest\.raises|raises)\s*\(/.test(headerOf(parent)?.text ?? "")) return true;
      if (isSuppressed(parent, child, [exception], module)) return true;
    }
    if (parent.type === "try_statement" && child.id === parent.childForFieldName("body")?.id) {
      const caught = parent.namedChildren.map((clause) => (clause?.type === "except_clause" ? clause : null));
      if (caught.some((clause) => clause && namesException(clause, exception, module))) return true;
    }
  }
  return false;
}

/** Whether a `with` suppresses one of these exceptions in its body. */
export function isSuppressed(statement: Node, child: Node, exceptions: readonly string[], module: Module): boolean {
  const calls = child.type === "block" ? headerOf(statement)?.descendantsOfType("call") : [];
  return (calls ?? []).some((call) => {
    const callee = call?.childForFieldName("function");
    if (!call || !callee || module.qualifiedName(callee) !== "contextlib.suppress") return false;
    return callArguments(call).positional.some((one) => exceptions.includes(module.qualifiedName(one) ?? ""));
  });
}

function headerOf(statement: Node): Node | null {
  return firstChild(statement, "with_clause");
}

function namesException(clause: Node, exception: string, module: Module): boolean {
  const value = clause.childForFieldName("value");
  const names = value ? [value, ...value.descendantsOfType(["identifier", "attribute"])] : [];
  return names.some((name) => name !== null && module.qualifiedName(name) === exception);
}

/** The class whose body a method stands in directly, also behind decorators. */
export function enclosingClass(node: Node): Node | null {
  const owner = classAround(node);
  if (owner) noteOfClass(owner, ofClass.all);
  return owner;
}

/** Whether a statement stands directly in the body of a class, also behind decorators. */
export function isInClass(statement: Node): boolean {
  return classAround(statement) !== null;
}

/** The statement behind one in its block; in the module or a class that is another piece of the file. */
export function statementBehind(statement: Node): Node | null {
  noteBlockOf(statement);
  return statement.nextNamedSibling;
}

/** All of the code behind a node in its block, or in whatever else it stands in. */
export function siblingsBehind(node: Node): readonly Node[] {
  noteBlockOf(node);
  const parent = parentOf(node);
  return (parent ? codeChildren(parent) : []).filter((one) => one.startIndex >= node.endIndex);
}

function noteBlockOf(statement: Node): void {
  const parent = parentOf(statement);
  const owner = parent?.type === "block" ? parentOf(parent) : null;
  if (parent?.type === "module") note(ANY);
  else if (owner?.type === "class_definition") noteOfClass(owner, ofClass.all);
}

/**
 * The nearest method around a node, with its class; nested functions in between are passed. Whoever looks into the
 * body of the class has to ask for it by `enclosingClass`.
 */
export function enclosingMethod(node: Node): { readonly method: Node; readonly owner: Node } | null {
  for (let method = enclosingFunction(node); method; method = enclosingFunction(method)) {
    const owner = classAround(method);
    if (owner) return { method, owner };
  }
  return null;
}

/** Whether a function or class has a decorator of this qualified name, called or not. */
export function isDecoratedWith(definition: Node, name: string, module: Module): boolean {
  if (definition.parent?.type !== "decorated_definition") return false;
  return definition.parent.namedChildren.some((child) => {
    const value = child?.type === "decorator" ? child.firstNamedChild : null;
    const callee = value?.type === "call" ? value.childForFieldName("function") : value;
    return callee !== null && callee !== undefined && module.qualifiedName(callee) === name;
  });
}

/** Whether the file's own level imports one of these top-level modules, or something from them. */
export function importsOneOf(names: readonly string[], module: Module): boolean {
  return module.imports.some(({ imported }) => names.includes(imported.split(".")[0] ?? ""));
}

function classAround(node: Node): Node | null {
  const parent = parentOf(node);
  const outer = parent?.type === "decorated_definition" ? parentOf(parent) : parent;
  const owner = outer?.type === "block" ? parentOf(outer) : null;
  if (owner?.type !== "class_definition") return null;
  noteOfClass(owner);
  return owner;
}
