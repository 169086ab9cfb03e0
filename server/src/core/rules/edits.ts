import type { Node } from "web-tree-sitter";
import type { Edit, Span } from "../api.ts";
import { isNameOfPart } from "../module/identifiers.ts";
import type { Module } from "../module/module.ts";
import type { Source } from "../source.ts";
import { codeChildren } from "../syntax/nodes.ts";
import { insert } from "./rule.ts";

/** Pieces of fixes. Texts are written with `\n`; whoever applies an edit gives it the file's own line ends. */

/**
 * The white space before a node on its line, or null where code or a form feed stands before it, or a backslash on the
 * line above.
 */
export function indentOf(node: Node, source: Source): string | null {
  const { row } = node.startPosition;
  const before = source.slice(source.lineStart(row), node.startIndex);
  const continues = row > 0 && source.line(row - 1).endsWith("\\");
  return /^[ \t]*$/.test(before) && !continues ? before : null;
}

/** What one level of indentation is in a function's body. */
export function indentUnit(definition: Node, source: Source): string {
  const first = definition.childForFieldName("body")?.firstNamedChild;
  const inner = first && indentOf(first, source);
  const outer = source.line(definition.startPosition.row).match(/^\s*/)?.[0] ?? "";
  return inner && inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : "    ";
}

/**
 * Moves rows of a file one level to the right, for statements that get a block around them. Empty lines stay empty, and
 * lines inside of strings as they are.
 */
export function indentRows(first: number, last: number, unit: string, module: Module): Edit[] {
  const { root, source } = module;
  const edits: Edit[] = [];
  for (let row = first; row <= last; row++) {
    const start = source.lineStart(row);
    if (/^\s*$/.test(source.line(row)) || isInString(root.descendantForIndex(start, start), start)) continue;
    // A form feed lets Python count the indentation anew.
    edits.push(insert(start + (/^\s*\f/.exec(source.line(row))?.[0].length ?? 0), unit));
  }
  return edits;
}

/**
 * The text of an expression that becomes part of a statement further right: its further lines go one level to the right
 * with it, and none of them stands further left than the statement, where our parser, unlike CPython, may take the line
 * for the end of the block. Lines inside of strings stay as they are.
 */
export function textIndented(expression: Node, indent: string, unit: string, source: Source): string {
  let text = "";
  let at = expression.startIndex;
  for (let row = expression.startPosition.row + 1; row <= expression.endPosition.row; row++) {
    const start = source.lineStart(row);
    const white = source.line(row).match(/^[ \t]*/)?.[0] ?? "";
    if (/^\s*$/.test(source.line(row)) || isInString(expression.descendantForIndex(start, start), start)) continue;
    const moved = unit + white;
    text += source.slice(at, start) + (moved.startsWith(indent) ? moved : indent);
    at = start + white.length;
  }
  return text + source.slice(at, expression.endIndex);
}

function isInString(node: Node | null, offset: number): boolean {
  for (let one = node; one; one = one.parent) if (one.type === "string" && one.startIndex < offset) return true;
  return false;
}

/**
 * Puts lines before the first statement of a function, behind its docstring and whatever `skip` lets pass.
 * Null where the body has no lines of its own.
 */
export function insertAtBodyStart(
  definition: Node,
  lines: readonly string[],
  source: Source,
  skip: (statement: Node) => boolean = () => false,
): Edit | null {
  const statements = codeChildren(definition.childForFieldName("body") ?? definition);
  const first = statements.slice(isDocstring(statements[0]) ? 1 : 0).find((statement) => !skip(statement));
  const indent = first && indentOf(first, source);
  if (!first || indent === null || indent === undefined) return null;
  const text = lines.map((line) => `${indent}${line}\n`).join("");
  return insert(source.lineStart(first.startPosition.row), text);
}

export function isDocstring(statement: Node | undefined): boolean {
  const only = statement?.type === "expression_statement" ? statement.firstNamedChild : null;
  return only?.type === "string" || only?.type === "concatenated_string";
}

/**
 * Makes a qualified name usable at a place: how to write it there, and the import that needs, if any.
 * An import that the file has is used as it is written. Null where a name is taken by something else.
 */
export function useName(qualified: string, at: Node, module: Module): { text: string; edits: readonly Edit[] } | null {
  const dot = qualified.lastIndexOf(".");
  const owner = qualified.slice(0, dot);
  const member = qualified.slice(dot + 1);
  const object = at.type === "attribute" ? at.childForFieldName("object") : null;
  if (object && module.qualifiedName(object) === owner) return { text: `${object.text}.${member}`, edits: [] };
  const scope = module.scopeOf(at);
  for (const { name, imported } of module.imports) {
    if (imported !== qualified && imported !== owner) continue;
    if (module.lookup(name, scope) !== module.moduleScope || module.moduleScope.bindings(name).length > 1) continue;
    if (imported === qualified) return { text: name, edits: [] };
    // `import a.b` binds `a`, and says nothing of what else of `a` is loaded.
    if (imported === owner && !owner.includes(".")) return { text: `${name}.${member}`, edits: [] };
  }
  const neighbour = module.lookup(member, scope) ? null : importedFrom(owner, module);
  if (neighbour) return { text: member, edits: [insert(neighbour.endIndex, `, ${member}`)] };
  const statement = owner.includes(".") ? `from ${owner} import ${member}` : `import ${owner}`;
  const bound = owner.includes(".") ? member : owner;
  if (module.lookup(bound, scope)) return null;
  return { text: owner.includes(".") ? member : qualified, edits: [addImport(statement, module)] };
}

/** The last name of a `from owner import ...` that always runs: one more name can stand behind it. */
function importedFrom(owner: string, module: Module): Node | null {
  for (const statement of module.importStatements) {
    if (statement.type !== "import_from_statement") continue;
    const [source, ...names] = codeChildren(statement);
    const last = names.at(-1);
    if (source?.text === owner && last && last.type !== "wildcard_import") return last;
  }
  return null;
}

/** An import behind those that open the file, or where they would stand: after docstring and `__future__`. */
export function addImport(statement: string, module: Module): Edit {
  const { source } = module;
  let last: Node | null = null;
  let hasImports = false;
  for (const child of module.head) {
    if (child.type === "comment" && !hasImports) {
      // A shebang, an encoding or a licence stays on top; comments further down belong to what follows them.
      if (last === null || last.type === "comment") last = child;
      continue;
    }
    if (child.type === "comment") continue;
    const isImport = /^(import|import_from|future_import)_statement$/.test(child.type);
    if (!isImport && !(isDocstring(child) && !hasImports)) break;
    hasImports ||= isImport;
    last = child;
  }
  // A byte-order mark is no part of the program, and must stay the first.
  if (!last) return insert(source.slice(0, 1) === "\ufeff" ? 1 : 0, `${statement}\n\n`);
  const line = last.endPosition.row;
  const offset = source.lineStart(line + 1);
  const isLastLine = line + 1 >= source.lineCount;
  const text = hasImports ? `${statement}\n` : `\n${statement}\n`;
  return insert(offset, isLastLine ? `\n${text}` : text);
}

/** What goes when one of several items between commas goes, with its comma; null where a comment would go as well. */
export function itemSpan(item: Node, items: readonly Node[], source: Source): Span | null {
  const index = items.findIndex((one) => one.id === item.id);
  const [before, after] = [items[index - 1], items[index + 1]];
  const start = after || !before ? item.startIndex : before.endIndex;
  const end = after ? after.startIndex : item.endIndex;
  return source.slice(start, item.startIndex).includes("#") || source.slice(item.endIndex, end).includes("#")
    ? null
    : { start, end };
}

/** Whether every name in an expression means the same to another place as it does where it stands. */
export function meansTheSameAt(expression: Node, place: Node, module: Module): boolean {
  const identifiers = expression.type === "identifier" ? [expression] : expression.descendantsOfType("identifier");
  const there = module.scopeOf(place);
  return identifiers.every((identifier) => {
    if (!identifier) return true;
    const here = module.scopeOf(identifier);
    const binding = module.lookup(identifier.text, here);
    // What the expression binds for itself, as a comprehension does, moves with it.
    if (binding && expression.startIndex <= binding.node.startIndex && binding.node.endIndex <= expression.endIndex) {
      return true;
    }
    // Python takes no use of a name above its `global` or `nonlocal`, and the place is mostly the start of a body.
    return !there.declared(identifier.text) && binding === module.lookup(identifier.text, there);
  });
}

/** These see names by their text. */
const LOOKING = ["locals", "vars", "eval", "exec", "globals", "dir"];
const LOOKS_AT_NAMES = new RegExp(`^builtins\\.(${LOOKING.join("|")})$`);
const FRAME = "f_locals";
const ANY_OF_THEM = new RegExp(`\\b(${FRAME}|${LOOKING.join("|")})\\b`);

/** Whether code, or a function inside of it, may find a new name or miss an old one that it does not write as a name. */
export function looksAtNames(code: Node, module: Module): boolean {
  // Whatever name stands for one of them here, the file has theirs somewhere.
  if (!ANY_OF_THEM.test(module.textWith(FRAME, ...LOOKING))) return false;
  return code.descendantsOfType(["identifier", "attribute"]).some((one) => {
    if (one?.type === "attribute" && one.childForFieldName("attribute")?.text === FRAME) return true;
    // Handed on, they see as much as called. Behind a star import no builtin is certain: the name itself has to do.
    const isBare = one?.type === "identifier" && !isNameOfPart(one) && !module.lookup(one.text, module.scopeOf(one));
    return one ? LOOKS_AT_NAMES.test(isBare ? `builtins.${one.text}` : (module.qualifiedName(one) ?? "")) : false;
  });
}
