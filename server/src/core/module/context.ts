import type { Node } from "web-tree-sitter";
import { isAsync } from "../syntax/nodes.ts";

/** Questions about where code stands: in which function, in a coroutine, in a loop. */

const FUNCTIONS: ReadonlySet<string> = new Set(["function_definition", "lambda"]);

/**
 * The function whose call runs this code, or null for module and class level.
 * Decorators, defaults and annotations run with the code around their function.
 */
export function enclosingFunction(node: Node): Node | null {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
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

/** The nearest loop of the same function that runs this code again and again. */
export function enclosingLoop(node: Node): Node | null {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (FUNCTIONS.has(parent.type) || parent.type === "class_definition") return null;
    if (parent.type === "for_statement" && child.id === parent.childForFieldName("body")?.id) return parent;
    if (parent.type === "while_statement" && child.type !== "else_clause") return parent;
  }
  return null;
}

/** The class whose body a method stands in directly, also behind decorators. */
export function enclosingClass(node: Node): Node | null {
  const outer = node.parent?.type === "decorated_definition" ? node.parent.parent : node.parent;
  const owner = outer?.type === "block" ? outer.parent : null;
  return owner?.type === "class_definition" ? owner : null;
}

/** The nearest method around a node, with its class; nested functions in between are passed. */
export function enclosingMethod(node: Node): { readonly method: Node; readonly owner: Node } | null {
  for (let method = enclosingFunction(node); method; method = enclosingFunction(method)) {
    const owner = enclosingClass(method);
    if (owner) return { method, owner };
  }
  return null;
}
