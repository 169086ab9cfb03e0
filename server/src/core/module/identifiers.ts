import type { Node } from "web-tree-sitter";
import { parentOf } from "../syntax/nodes.ts";

/** What an identifier is, when it is no variable. */

/** An identifier that names a part of something and refers to no variable: `x.part`, `f(part=1)`. */
export function isNameOfPart(identifier: Node): boolean {
  const parent = parentOf(identifier);
  if (parent?.type === "attribute") return parent.childForFieldName("attribute")?.id === identifier.id;
  if (parent?.type === "keyword_argument") return parent.childForFieldName("name")?.id === identifier.id;
  return parent?.type === "keyword_pattern" && parent.firstNamedChild?.id === identifier.id;
}

/** The parts of an import that say what is imported and bind nothing: `from part import x`, `import x.part`, `part as x`. */
export function isImportPath(identifier: Node): boolean {
  const path = parentOf(identifier);
  if (path?.type !== "dotted_name" && path?.type !== "relative_import") return false;
  if (path.type === "relative_import" || path.firstNamedChild?.id !== identifier.id) return true;
  const owner = parentOf(path);
  if (owner?.type === "aliased_import" || owner?.type === "relative_import") return true;
  return owner?.type === "import_from_statement" && owner.childForFieldName("module_name")?.id === path.id;
}
