import type { Node } from "web-tree-sitter";
import { codeChildren } from "../syntax/nodes.ts";

/**
 * What an `if` or `assert` of the module may decide about the code behind it, as text: its conditions, and the
 * statements of its first branch with which that may be left. Who asks for `Module.conditionals` looks at no more.
 */
export function decides(statement: Node): string {
  if (statement.type !== "if_statement") return statement.text;
  const conditions = [statement, ...codeChildren(statement)].map((one) => one.childForFieldName("condition"));
  const branch = statement.childForFieldName("consequence");
  const ways = branch ? codeChildren(branch).filter((one) => !onlyBinds(one)) : [];
  return [...conditions, ...ways].map((one) => one?.text ?? "").join("\n");
}

const BINDS: ReadonlySet<string> = new Set([
  "import_statement",
  "import_from_statement",
  "function_definition",
  "class_definition",
  "decorated_definition",
]);

function onlyBinds(statement: Node): boolean {
  if (BINDS.has(statement.type)) return true;
  const assignment = statement.type === "expression_statement" ? statement.firstNamedChild : null;
  return assignment?.type === "assignment" && assignment.childForFieldName("left")?.type === "identifier";
}
