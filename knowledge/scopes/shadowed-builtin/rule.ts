import type { Node } from "web-tree-sitter";
import {
  ancestors,
  type Binding,
  BUILTINS,
  codeChildren,
  defineRule,
  isDecoratedWith,
  isDocstring,
  isVersionChecked,
  looksAtNames,
  type Match,
  type Module,
  replace,
  type Scope,
  safeFix,
  t,
  unsafeFix,
} from "#rule";

/**
 * Put there by `site` for the prompt, of one system only, or so new that programs have the name for themselves:
 * nobody misses these.
 */
const UNMISSED = /^(__\w+__|copyright|credits|license|exit|quit|help|WindowsError|frozendict|sentinel)$/;
/** Errors by which a program finds out what this Python has. */
const MISSING = /^builtins\.(NameError|AttributeError|ImportError|ModuleNotFoundError)$/;
const RENAMED: ReadonlySet<string> = new Set(["assignment", "loop", "with", "import"]);
const DEFINITIONS: ReadonlySet<string> = new Set(["function_definition", "class_definition", "lambda"]);

export default defineRule({
  check(match) {
    const name = match.finding.text;
    if (!BUILTINS.has(name) || UNMISSED.test(name)) return null;
    const found = bindingAt(match);
    if (!found || found.scope.kind === "class" || found.scope.kind === "comprehension") return null;
    const { scope, binding } = found;
    // Once a scope is enough: where it first happens.
    const first = scope.bindings(name).find((one) => isReported(one, match.module));
    if (first?.target.id !== match.finding.id) return null;
    const isParameter = binding.kind === "parameter";
    if (isParameter && hasNoChoice(scope.node, match.module)) return null;
    if (scope.kind === "module" && isExported(name, match.module)) return null;
    const where =
      scope.kind === "module" ? t`this module` : scope.kind === "lambda" ? t`this lambda` : t`this function`;
    return { values: { name, where }, ...(isParameter ? { severity: "hint" as const } : {}) };
  },

  fix(match) {
    const { module } = match;
    const found = bindingAt(match);
    const name = match.finding.text;
    if (found?.scope.kind !== "function" || !found.scope.bindings(name).every(({ kind }) => RENAMED.has(kind)))
      return null;
    const body = found.scope.node.childForFieldName("body");
    const uses = module.references(name, found.scope);
    const better = `${name}_`;
    if (!body || !uses.some((use) => use.id === match.finding.id) || looksAtNames(body, module)) return null;
    // The new name must be nobody's, here and in whatever else the uses stand in.
    if (new RegExp(`\\b${better}\\b`).test(found.scope.node.text)) return null;
    const title = t`Rename to \`${better}\` in this function`;
    const edits = uses.map((use) => replace(use, better));
    return isInTexts(name, body)
      ? unsafeFix(t`${title} (texts that hold the name stay as they are)`, ...edits)
      : safeFix(title, ...edits);
  },
});

/** `df.query("price < @max")` finds the variable by its name; `row["max"]` has a name of its own. */
function isInTexts(name: string, body: Node): boolean {
  const word = new RegExp(`\\b${name}\\b`);
  const prose = isDocstring(codeChildren(body)[0]) ? codeChildren(body)[0]?.endIndex : undefined;
  return body.descendantsOfType("string_content").some((text) => {
    return text !== null && text.startIndex >= (prose ?? 0) && text.text !== name && word.test(text.text);
  });
}

/** The scope that the marked name is bound in, and how. */
function bindingAt({ finding, module }: Match): { scope: Scope; binding: Binding } | null {
  const scope = module.lookup(finding.text, module.scopeOf(finding));
  const binding = scope?.bindings(finding.text).find(({ target }) => target.id === finding.id);
  return scope && binding ? { scope, binding } : null;
}

function isReported(binding: Binding, module: Module): boolean {
  switch (binding.kind) {
    case "parameter":
    case "assignment":
      return !isDeclared(binding) && !isItself(binding, module) && !isStandIn(binding, module);
    case "function":
    case "class":
    case "loop":
    case "with":
      return !isStandIn(binding, module);
    case "import":
      return isChosen(binding) && !isStandIn(binding, module);
    default:
      return false;
  }
}

/** `id: int` binds nothing. */
function isDeclared({ kind, value, annotation }: Binding): boolean {
  return kind === "assignment" && !value && annotation !== null && annotation.parent?.type === "assignment";
}

/** `def f(x, len=len)` saves a search and keeps the meaning; `open = codecs.open` in a module is meant to replace it. */
function isItself(binding: Binding, module: Module): boolean {
  const parent = binding.target.parent;
  const value = binding.kind === "parameter" ? (parent?.childForFieldName("value") ?? null) : binding.value;
  if (!value) return false;
  if (value.type === "identifier" && value.text === binding.name) return true;
  const isName = value.type === "identifier" || value.type === "attribute";
  return (
    isName &&
    (module.scopeOf(binding.target).kind === "module" || module.qualifiedName(value) === `builtins.${binding.name}`)
  );
}

/** `import x as open`: the name was chosen here. `from io import open` takes what there is. */
function isChosen({ name, target, imported }: Binding): boolean {
  return target.parent?.type === "aliased_import" && imported?.split(".").at(-1) !== name;
}

/** In a `try` for names that may be missing, or under a test for the version: fills in what another Python has. */
function isStandIn({ target }: Binding, module: Module): boolean {
  if (isVersionChecked(target, module)) return true;
  for (const ancestor of ancestors(target)) {
    if (DEFINITIONS.has(ancestor.type) && ancestor.childForFieldName("name")?.id !== target.id) return false;
    const clauses = ancestor.type === "try_statement" ? codeChildren(ancestor) : [];
    const caught = clauses.map((clause) =>
      clause.type === "except_clause" ? clause.childForFieldName("value") : null,
    );
    const names = caught.flatMap((value) => (value ? [value, ...value.descendantsOfType("identifier")] : []));
    if (names.some((one) => one && MISSING.test(module.qualifiedName(one) ?? ""))) return true;
  }
  return false;
}

/** The parameters of an overriding method are named by the class above, those of an overload by the function below. */
function hasNoChoice(definition: Node, module: Module): boolean {
  return ["typing.override", "typing_extensions.override", "typing.overload"].some((name) =>
    isDecoratedWith(definition, name, module),
  );
}

/** Listed in `__all__`: others are meant to write `module.open`. */
function isExported(name: string, module: Module): boolean {
  const lists = module.moduleScope.bindings("__all__").map(({ value }) => value);
  return lists.some((list) => list?.descendantsOfType("string_content").some((text) => text?.text === name));
}
