import type { Node } from "web-tree-sitter";
import { codeChildren, dottedText } from "../syntax/nodes.ts";
import { enclosingMethod } from "./context.ts";

/** A place in a method where an attribute of `self` is given a value; null where it takes a part of something. */
export interface AttributeBinding {
  readonly value: Node | null;
  readonly annotation: Node | null;
}

/** What the methods of a class set on their first parameter, by the path behind it: `x`, `x.y`. */
export type AttributeTable = ReadonlyMap<string, readonly AttributeBinding[]>;

/**
 * Reads a class, or only one statement of its body. What other classes, functions and files set on its instances is not
 * seen.
 */
export function readAttributes(owner: Node, within: Node = owner): AttributeTable {
  const table = new Map<string, AttributeBinding[]>();
  for (const node of within.descendantsOfType(BINDERS)) {
    if (!node) continue;
    const target = node.childForFieldName("left") ?? node;
    const isWhole = node.type === "assignment" && target.type === "attribute";
    const binding = {
      value: isWhole ? assignedValue(node) : null,
      annotation: isWhole ? node.childForFieldName("type") : null,
    };
    for (const attribute of attributesIn(target)) {
      const path = pathOnSelf(attribute, owner);
      if (path === null) continue;
      const known = table.get(path);
      if (known) known.push(binding);
      else table.set(path, [binding]);
    }
  }
  return table;
}

/** `x.y` of `self.x.y`, where the name before the dot is the first parameter of a method of `owner`. */
export function pathOnSelf(attribute: Node, owner: Node): string | null {
  const path = dottedText(attribute);
  const dot = path?.indexOf(".") ?? -1;
  if (!path || dot < 0) return null;
  const place = enclosingMethod(attribute);
  if (place?.owner.id !== owner.id) return null;
  const self = place.method.childForFieldName("parameters")?.firstNamedChild;
  return self?.type === "identifier" && self.text === path.slice(0, dot) ? path.slice(dot + 1) : null;
}

const BINDERS = ["assignment", "augmented_assignment", "for_statement", "as_pattern_target", "delete_statement"];
const GROUPS: ReadonlySet<string> = new Set(
  "pattern_list tuple_pattern list_pattern list_splat_pattern tuple list expression_list as_pattern_target".split(" "),
);

function attributesIn(target: Node): Node[] {
  if (target.type === "attribute") return [target];
  const isGroup = GROUPS.has(target.type) || target.type === "delete_statement";
  return isGroup ? codeChildren(target).flatMap(attributesIn) : [];
}

/** In `a = b = v` the right side of `a` is the assignment `b = v`. */
function assignedValue(assignment: Node): Node | null {
  let value = assignment.childForFieldName("right");
  while (value?.type === "assignment") value = value.childForFieldName("right");
  return value;
}
