import type { Node } from "web-tree-sitter";
import { ancestors, BUILTINS, codeChildren, defineRule, isDocstring, type Match, replace, t, unsafeFix } from "#rule";

/** More names than this are better chosen by a person. */
const MOST_NAMES = 30;
const LINE_LENGTH = 100;

export default defineRule({
  check(match) {
    return isExpected(match) ? null : {};
  },

  fix(match) {
    const { module } = match;
    const statement = match.node("import");
    // With a second star nobody can tell which name came from where; `__all__` promises names to other files.
    const isOnly = statement.parent?.type === "module" && isOnlyStar(match);
    if (!isOnly || module.root.hasError || module.moduleScope.names.bindings.has("__all__")) return null;
    const names = unboundNames(match);
    if (names.length === 0 || names.length > MOST_NAMES) return null;
    return unsafeFix(
      t`Import the names that this file uses (those that replace a builtin, and those that others import from here, are yours to add)`,
      replace(match.finding, behindKeyword(listed(names, statement), match)),
    );
  },
});

/** Where a star is how things are done: a package's front, settings, Tkinter, a notebook, a module's new home. */
function isExpected(match: Match): boolean {
  const folders = match.file.path.split(/[\\/]/);
  const file = folders.pop() ?? "";
  const source = match.node("source");
  if (match.file.isNotebook || /^settings.*\.py$/.test(file) || folders.at(-1) === "settings") return true;
  const root = source.text.split(".")[0] ?? "";
  if (root === "tkinter") return true;
  if (file === "__init__.py" && (source.type === "relative_import" || folders.includes(root))) return true;
  // `socket.py` is the public face of `_socket`.
  return source.text === `_${file.replace(/\.py$/, "")}` || isFacade(match.module.root);
}

/** A file that only passes on what others define. */
function isFacade(root: Node): boolean {
  const known = facades.get(root);
  if (known !== undefined) return known;
  const answer = codeChildren(root).every(passesOn);
  facades.set(root, answer);
  return answer;
}

/** An import, perhaps of one of several modules, or a name of the module itself such as `__all__`. */
function passesOn(statement: Node): boolean {
  if (/^(import|import_from|future_import|pass)_statement$/.test(statement.type) || isDocstring(statement)) return true;
  if (!/^(try|if)_statement$/.test(statement.type)) return /^__\w+__\b[^=]*=/.test(statement.text);
  const clauses = codeChildren(statement).filter(({ type }) => type.endsWith("_clause"));
  const blocks = [statement, ...clauses].flatMap(codeChildren).filter(({ type }) => type === "block");
  return blocks.flatMap(codeChildren).every(passesOn);
}

/** What was said of a file whose imports are many. */
const facades = new WeakMap<Node, boolean>();

function isOnlyStar({ module }: Match): boolean {
  let count = 0;
  for (const { index } of module.text.matchAll(/\*/g)) {
    const node = module.root.descendantForIndex(index, index + 1);
    if (node?.type === "wildcard_import" || node?.parent?.type === "wildcard_import") count++;
    if (count > 1) return false;
  }
  return count === 1;
}

/** Names that nothing in the file binds, in alphabetical order: they can only come from the star. */
function unboundNames({ module }: Match): string[] {
  const names = new Set<string>();
  for (const identifier of module.root.descendantsOfType("identifier")) {
    const name = identifier?.text ?? "_";
    // A star brings no name that begins with an underscore, unless the module says so in its `__all__`.
    if (!identifier || name.startsWith("_") || names.has(name) || BUILTINS.has(name)) continue;
    // Most names need no look at where they stand.
    if (module.moduleScope.binds(name) || !isRead(identifier)) continue;
    if (!module.lookup(name, module.scopeOf(identifier))) names.add(name);
  }
  return [...names].sort();
}

/** Whether an identifier is a variable: `b` in `a.b` and `f(b=1)` is none, nor is a part of an imported name. */
function isRead(identifier: Node): boolean {
  const parent = identifier.parent;
  if (parent?.type === "attribute") return parent.childForFieldName("attribute")?.id !== identifier.id;
  if (parent?.type === "keyword_argument") return parent.childForFieldName("name")?.id !== identifier.id;
  if (parent?.type === "keyword_pattern") return parent.firstNamedChild?.id !== identifier.id;
  if (parent?.type !== "dotted_name") return true;
  for (const { type } of ancestors(parent)) if (/^(import|future_import)/.test(type)) return false;
  return parent.firstNamedChild?.id === identifier.id;
}

/** `import*` needs no space, and `import name` does. */
function behindKeyword(names: string, { source, finding }: Match): string {
  return /\w/.test(source.text[finding.startIndex - 1] ?? "") ? ` ${names}` : names;
}

function listed(names: readonly string[], statement: Node): string {
  const line = names.join(", ");
  if (statement.text.length + line.length <= LINE_LENGTH) return line;
  return `(\n${names.map((name) => `    ${name},\n`).join("")})`;
}
