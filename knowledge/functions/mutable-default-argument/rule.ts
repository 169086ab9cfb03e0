import type { Node } from "web-tree-sitter";
import {
  annotatedClass,
  codeChildren,
  defineRule,
  type Edit,
  enclosing,
  firstChild,
  indentUnit,
  insert,
  insertAtBodyStart,
  isDocstring,
  type Match,
  meansTheSameAt,
  replace,
  unsafeFix,
} from "#rule";

const FUNCTIONS: ReadonlySet<string> = new Set(["function_definition", "lambda"]);

const MUTABLE_CLASSES: ReadonlySet<string> = new Set([
  "builtins.list",
  "builtins.dict",
  "builtins.set",
  "builtins.bytearray",
  "collections.defaultdict",
  "collections.deque",
  "collections.Counter",
  "collections.OrderedDict",
]);

/** Annotations that promise not to change the argument; both homes of the abstract classes count. */
const READ_ONLY = /^(typing|collections\.abc)\.(Sequence|Mapping|Collection|Iterable|Container|AbstractSet|Set)$/;

const MUTATORS: ReadonlySet<string> = new Set(
  `append extend insert remove pop clear sort reverse add discard update setdefault popitem appendleft popleft
  extendleft rotate subtract`.split(/\s+/),
);

export default defineRule({
  check(match) {
    const value = match.finding;
    if (value.type === "call") {
      const callee = value.childForFieldName("function");
      if (!callee || !MUTABLE_CLASSES.has(match.module.qualifiedName(callee) ?? "")) return null;
    }
    // A leading underscore says that no caller is meant to pass it: a cache kept on purpose.
    const name = match.node("parameter").text;
    const definition = enclosing(value, FUNCTIONS);
    if (!definition || name.startsWith("_") || isPromisedReadOnly(match, definition)) return null;
    const functionName = definition.childForFieldName("name")?.text ?? "this lambda";
    return { values: { default: value.text, function: functionName } };
  },

  fix(match) {
    const { source, module } = match;
    const value = match.finding;
    const definition = enclosing(value, FUNCTIONS);
    const body = definition?.childForFieldName("body");
    if (definition?.type !== "function_definition" || !body || isStub(body)) return null;
    // The display is built inside the function now, where its names must still mean the same.
    if (!meansTheSameAt(value, body, module)) return null;
    const name = match.node("parameter").text;
    const lines = [`if ${name} is None:`, `${indentUnit(definition, source)}${name} = ${value.text}`];
    const build = insertAtBodyStart(definition, lines, source, (one) => isEarlierDefault(one, value));
    if (!build) return null;
    const annotation = match.maybe("annotation");
    const widen = annotation ? widened(annotation) : [];
    return unsafeFix(
      `Default to None and build \`${shortened(value)}\` in the body (None passed by a caller now means the same)`,
      ...widen,
      replace(value, "None"),
      build,
    );
  },
});

function isPromisedReadOnly(match: Match, definition: Node): boolean {
  const annotation = match.maybe("annotation");
  if (!annotation || !READ_ONLY.test(annotatedClass(match.module, annotation) ?? "")) return false;
  const name = match.node("parameter").text;
  const body = definition.childForFieldName("body");
  if (!body) return true;
  return !match.module.references(name, match.module.scopeOf(codeChildren(body)[0] ?? body)).some(isMutated);
}

function isMutated(reference: Node): boolean {
  const parent = reference.parent;
  if (!parent) return false;
  if (parent.type === "augmented_assignment") return parent.childForFieldName("left")?.id === reference.id;
  if (parent.type === "subscript" && parent.childForFieldName("value")?.id === reference.id) {
    const user = parent.parent;
    return user?.type === "delete_statement" || user?.childForFieldName("left")?.id === parent.id;
  }
  return parent.type === "attribute" && MUTATORS.has(parent.childForFieldName("attribute")?.text ?? "");
}

/** `list[int]` becomes `list[int] | None`, inside the quotes where it has some; what allows None stays. */
function widened(annotation: Node): Edit[] {
  if (/\b(None|Optional|Any|object)\b/.test(annotation.text)) return [];
  const quoted = annotation.firstNamedChild?.type === "string" ? annotation.firstNamedChild : null;
  const content = quoted && firstChild(quoted, "string_content");
  if (quoted) return content ? [insert(content.endIndex, " | None")] : [];
  return [insert(annotation.endIndex, " | None")];
}

/** `if a is None:` for a parameter in front of this one: the checks then stand in the order of the parameters. */
function isEarlierDefault(statement: Node, value: Node): boolean {
  const tested = /^if (\w+) is None:/.exec(statement.text)?.[1];
  const list = value.parent?.parent;
  const names = list ? codeChildren(list).filter((one) => one.endIndex < value.startIndex) : [];
  return tested !== undefined && names.some((one) => one.childForFieldName("name")?.text === tested);
}

function isStub(body: Node): boolean {
  return codeChildren(body).every(
    (statement) => isDocstring(statement) || statement.type === "pass_statement" || statement.text === "...",
  );
}

function shortened(value: Node): string {
  const text = value.text.replace(/\s+/g, " ");
  return text.length > 30 ? "it" : text;
}
