import type { Node } from "web-tree-sitter";
import { MUTABLE_DISPLAYS } from "../syntax/nodes.ts";
import type { Module } from "./module.ts";

/** What makes an object that changes. */
export const MUTABLE_CLASSES: ReadonlySet<string> = new Set([
  "builtins.list",
  "builtins.dict",
  "builtins.set",
  "builtins.bytearray",
  "collections.defaultdict",
  "collections.deque",
  "collections.Counter",
  "collections.OrderedDict",
]);

const MUTATORS: ReadonlySet<string> = new Set(
  `append extend insert remove pop clear sort reverse add discard update setdefault popitem appendleft popleft
  extendleft rotate subtract`.split(/\s+/),
);

/** Whether the code changes, right here, the object a name or attribute refers to: `x.append(1)`, `x[k] = 1`, `x += y`. */
export function isMutated(reference: Node): boolean {
  const parent = reference.parent;
  if (!parent) return false;
  if (parent.type === "augmented_assignment") return parent.childForFieldName("left")?.id === reference.id;
  if (parent.type === "subscript" && parent.childForFieldName("value")?.id === reference.id) {
    const user = parent.parent;
    if (/^delete_statement$|pattern(_list|_target)?$/.test(user?.type ?? "")) return true;
    const takesTarget = /assignment$|^for_(statement|in_clause)$/.test(user?.type ?? "");
    return takesTarget && user?.childForFieldName("left")?.id === parent.id;
  }
  if (parent.type !== "attribute" || parent.childForFieldName("object")?.id !== reference.id) return false;
  return MUTATORS.has(parent.childForFieldName("attribute")?.text ?? "");
}

/** Whether an expression makes a new mutable container: a display, a comprehension, or a call of such a class. */
export function makesContainer(module: Module, expression: Node): boolean {
  if (MUTABLE_DISPLAYS.has(expression.type)) return true;
  const callee = expression.type === "call" ? expression.childForFieldName("function") : null;
  return callee !== null && MUTABLE_CLASSES.has(module.qualifiedName(callee) ?? "");
}
