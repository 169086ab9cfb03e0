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
  [/^\.(close|aclose|shutdown|release|disconnect|terminate|kill|quit)$/, t`close anything`],
  [/^\.(join|acquire)$/, t`wait for anything`],
  [/^\.?(unlink|rmtree|remove|rmdir|cleanup)$/, t`clean up`],
];

const CALLS: ReadonlySet<string> = new Set(["call"]);

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
    if (isDocstring(statement) || statement.type === "pass_statement" || statement.text === "...") return true;
    if (statement.type === "if_statement") {
      return codeChildren(statement).every((part) => part.type !== "block" || isHarmless(match, part));
    }
    return warnsOfResource(match, statement);
  });
}

/** A call that is given the warning is the one that issues it, whatever it is called by here. */
function warnsOfResource(match: Match, statement: Node): boolean {
  const call = statement.type === "expression_statement" ? statement.firstNamedChild : null;
  if (call?.type !== "call") return false;
  const { positional, keywords } = callArguments(call);
  return [...positional, ...keywords.values()].some(
    (argument) => match.module.qualifiedName(argument) === "builtins.ResourceWarning",
  );
}
