import type { Node } from "web-tree-sitter";
import { contains, enclosing } from "../syntax/nodes.ts";
import { type Binding, MOST_BINDINGS } from "./binding.ts";
import type { Scope } from "./scope.ts";

/** What a scope binds to a name, as far as it can reach an identifier that sees the names of `own` first. */
export function bindingsSeen(identifier: Node, own: Scope, scope: Scope): readonly Binding[] {
  const bindings = scope.bindings(identifier.text);
  return scope === own ? reaching(bindings, identifier) : bindings;
}

/** The bindings that can reach a place of their own scope: that of a handler's exception is gone when the handler ends. */
function reaching(bindings: readonly Binding[], place: Node): readonly Binding[] {
  if (bindings.length > MOST_BINDINGS || !bindings.some(({ kind }) => kind === "except")) return bindings;
  const handlers = bindings.map((binding) => (binding.kind === "except" ? handlerAround(binding.target) : null));
  const around = handlers.findLast((handler) => handler && contains(handler, place));
  return bindings.filter((binding, index) => (around ? contains(around, binding.target) : !handlers[index]));
}

/** The `except` clause around a node. */
export function handlerAround(node: Node): Node | null {
  return enclosing(node, HANDLER);
}

const HANDLER: ReadonlySet<string> = new Set(["except_clause"]);
