import type { Node } from "web-tree-sitter";
import { contains, unparenthesized } from "../syntax/nodes.ts";
import { type Binding, MOST_BINDINGS } from "./binding.ts";
import { BUILTINS } from "./builtins.ts";
import { isNameOfPart } from "./identifiers.ts";
import type { Module } from "./module.ts";
import { bindingsSeen, handlerAround } from "./reaching.ts";

/** What an expression refers to, by its full name; null where the file alone cannot tell. See `Module.qualifiedName`. */
export function qualifiedName(module: Module, node: Node, depth = 0): string | null {
  // A chain of aliases may turn in a circle: `a = b; b = a`.
  if (depth > 8) return null;
  const expression = unparenthesized(node);
  if (expression.type === "attribute") {
    const object = expression.childForFieldName("object");
    const attribute = expression.childForFieldName("attribute");
    const owner = object && qualifiedName(module, object, depth + 1);
    return owner && attribute ? `${owner}.${attribute.text}` : null;
  }
  if (expression.type !== "identifier" || isNameOfPart(expression)) return null;
  const name = expression.text;
  const own = module.scopeOf(expression);
  const scope = module.lookup(name, own);
  if (scope) return meaning(module, bindingsSeen(expression, own, scope), depth);
  return BUILTINS.has(name) && !module.moduleScope.hasStarImport ? `builtins.${name}` : null;
}

/** What a name stands for in all of its bindings. */
function meaning(module: Module, bindings: readonly Binding[], depth: number): string | null {
  if (bindings.length > MOST_BINDINGS) return null;
  let found: string | null = null;
  for (const binding of bindings) {
    if (binding.kind === "deleted" || isDeclaration(binding) || isMissingImport(binding, bindings)) continue;
    const value = binding.kind === "assignment" ? binding.value : null;
    const one = binding.imported ?? (value && qualifiedName(module, value, depth + 1));
    if (!one || (found && found !== one)) return null;
    found = one;
  }
  return found;
}

/** `x: T` without a value. */
function isDeclaration({ kind, value, annotation }: Binding): boolean {
  return kind === "assignment" && !value && annotation !== null;
}

/** `x = None` in a handler of the `try` that imports `x` says that it may be missing, not what it means. */
function isMissingImport(binding: Binding, all: readonly Binding[]): boolean {
  if (binding.kind !== "assignment" || binding.value?.type !== "none") return false;
  const attempt = handlerAround(binding.target)?.parent;
  const body = attempt?.childForFieldName("body");
  return body !== null && body !== undefined && all.some((one) => one.imported && contains(body, one.target));
}
