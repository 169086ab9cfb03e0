import type { Node } from "web-tree-sitter";
import {
  callArguments,
  codeChildren,
  defineRule,
  enclosingClass,
  indentOf,
  indentUnit,
  insert,
  isDocstring,
  type Match,
  replace,
  runningNodes,
  t,
  unsafeFix,
  type Words,
} from "#rule";

/** What a finalizer may be relied on for, and must not be. The first that its body shows names the work. */
const WORK: readonly (readonly [RegExp, Words])[] = [
  [/^\.?(close|aclose|shutdown|release|disconnect|terminate|kill|quit)$/, t`close anything`],
  [/^\.(join|acquire)$/, t`wait for anything`],
  [/^\.?(unlink|rmtree|remove|rmdir|cleanup)$/, t`clean up`],
];

const CALLS: ReadonlySet<string> = new Set(["call"]);

const BRANCHING: ReadonlySet<string> = new Set(["if_statement", "try_statement"]);
const TEXTS: ReadonlySet<string> = new Set(["string", "concatenated_string"]);

const RISKY: ReadonlySet<string> = new Set([
  "raise_statement",
  "import_statement",
  "import_from_statement",
  "global_statement",
  "with_statement",
  "yield",
]);

export default defineRule({
  check(match) {
    const body = match.node("method").childForFieldName("body");
    if (!body || isHarmless(match, body)) return null;
    const called = [...runningNodes(body, CALLS)].map((call) => calledName(match, call));
    const work = WORK.find(([pattern]) => called.some((name) => pattern.test(name)));
    const isRisky = work !== undefined || !runningNodes(body, RISKY).next().done;
    return {
      severity: isRisky ? "warning" : "information",
      values: { work: work?.[1] ?? t`do anything that matters` },
    };
  },

  fix(match) {
    const method = match.node("method");
    const { source } = match;
    const owner = enclosingClass(method);
    const parameters = method.childForFieldName("parameters");
    const self = parameters && codeChildren(parameters);
    const indent = indentOf(method, source);
    if (!owner || !parameters || self?.length !== 1 || self[0]?.type !== "identifier" || indent === null) return null;
    // Somebody calls the finalizer by name, or the class already is a context manager: no mechanical answer.
    const mentions = match.module.textWith("__del__").match(/\b__del__\b/g)?.length ?? 0;
    const hasProtocol = /\bdef\s+__(enter|exit)__\b/.test(owner.text);
    if (mentions > 1 || hasProtocol || method.parent?.type === "decorated_definition") return null;
    const unit = indentUnit(method, source);
    const name = self[0].text;
    return unsafeFix(
      t`Turn \`__del__\` into \`__enter__\` and \`__exit__\` (callers must then use \`with\`)`,
      insert(method.startIndex, `def __enter__(${name}):\n${indent}${unit}return ${name}\n\n${indent}`),
      replace(match.finding, "__exit__"),
      replace(parameters, `(${name}, exc_type, exc_value, traceback)`),
    );
  },
});

/** What a call calls, a method with its dot: `.close`. What joins texts or parts of a path waits for nothing. */
function calledName({ module }: Match, call: Node): string {
  const callee = call.childForFieldName("function");
  const method = callee?.childForFieldName("attribute");
  const object = callee?.childForFieldName("object");
  if (!callee || !method || !object) return callee?.text ?? "";
  const joinsText = module.typeName(object) === "builtins.str" || module.qualifiedName(callee) === "os.path.join";
  return joinsText ? "" : `.${method.text}`;
}

/** Nothing, or only the warning that somebody forgot to close: what the standard library does as well. */
function isHarmless(match: Match, block: Node): boolean {
  return codeChildren(block).every((statement) => {
    if (isDocstring(statement) || /^(pass|return|\.\.\.)$/.test(statement.text)) return true;
    if (BRANCHING.has(statement.type)) return blocksOf(statement).every((inner) => isHarmless(match, inner));
    return warnsOfResource(match, statement);
  });
}

function blocksOf(statement: Node): Node[] {
  return codeChildren(statement).flatMap((part) => [part, ...codeChildren(part)].filter((one) => one.type === "block"));
}

/** A call that is given the warning is the one that issues it, whatever it is called by here; its text may have a name. */
function warnsOfResource({ module }: Match, statement: Node): boolean {
  const only = statement.type === "expression_statement" ? statement.firstNamedChild : null;
  const isWarning = (one: Node) =>
    [module.qualifiedName(one), module.typeName(one)].includes("builtins.ResourceWarning");
  if (only?.type === "assignment") {
    const value = only.childForFieldName("left")?.type === "identifier" ? only.childForFieldName("right") : null;
    return value !== null && (isWarning(value) || isText(value));
  }
  if (only?.type !== "call") return false;
  const { positional, keywords } = callArguments(only);
  return [...positional, ...keywords.values()].some(isWarning);
}

/** A literal, `"..." % x` or `"...".format(x)`. */
function isText(node: Node): boolean {
  const left = node.type === "binary_operator" ? node.childForFieldName("left") : null;
  const made = left ?? node.childForFieldName("function")?.childForFieldName("object");
  return TEXTS.has(node.type) || (made?.type !== undefined && TEXTS.has(made.type));
}
