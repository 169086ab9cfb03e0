import type { Node } from "web-tree-sitter";

/** What an identifier inside an import statement stands for: `threading` or `threading.Thread`. Else null. */
export function importedName(leaf: Node): string | null {
  const dotted = leaf.parent?.type === "dotted_name" ? leaf.parent : null;
  const holder = dotted?.parent?.type === "aliased_import" ? dotted.parent : dotted;
  const statement = holder?.parent;
  if (!dotted || !statement) return null;
  const upToCursor = dotted.text.slice(0, leaf.endIndex - dotted.startIndex);
  if (statement.type === "import_statement") return upToCursor;
  if (statement.type === "import_from_statement") {
    const source = statement.childForFieldName("module_name");
    if (source?.id === dotted.id) return upToCursor;
    return source?.type === "dotted_name" ? `${source.text}.${upToCursor}` : null;
  }
  return null;
}
