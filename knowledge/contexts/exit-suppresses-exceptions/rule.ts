import type { Node } from "web-tree-sitter";
import {
  alwaysEnds,
  alwaysReturns,
  ancestors,
  codeChildren,
  defineRule,
  enclosingClass,
  isAsync,
  isHandedOver,
  type Match,
  type Report,
  replace,
  runningNodes,
  safeFix,
  t,
  unsafeFix,
  type Words,
} from "#rule";

/** Classes whose name says that swallowing is what they are for. */
const SWALLOWERS = /suppress|ignor|swallow|silenc|catch|trap|expect|raises/i;
const RETURNS: ReadonlySet<string> = new Set(["return_statement"]);
const RAISES: ReadonlySet<string> = new Set(["raise_statement"]);
const ASSERTS: ReadonlySet<string> = new Set(["assert_statement"]);
const PROBLEMS = {
  swallows: t`returns a true value on every path: whatever the \`with\` block raises is swallowed`,
  reraises: t`raises the exception it was given: it goes on by itself after a false result`,
};

export default defineRule({
  check(match) {
    const owner = enclosingClass(match.node("method"));
    // What a decorator makes of the method is not seen here.
    if (!owner || match.node("method").parent?.type === "decorated_definition") return null;
    const reports: Report[] = [];
    const count = isRefused(match.node("body")) ? null : wrongCount(match.node("parameters"));
    if (count) reports.push({ at: match.node("parameters"), values: { problem: count }, severity: "error" });
    // The result of `__aexit__` is awaited: what a plain one returns is something else.
    if (match.finding.text === "__aexit__" && !isAsync(match.node("method"))) return reports;
    for (const statement of reraises(match)) reports.push({ at: statement, values: { problem: PROBLEMS.reraises } });
    const last = swallowingReturns(match).at(-1);
    if (last && !SWALLOWERS.test(owner.childForFieldName("name")?.text ?? "")) {
      reports.push({ at: last, values: { problem: PROBLEMS.swallows } });
    }
    return reports;
  },

  fix(match, report) {
    if (report.values?.["problem"] === PROBLEMS.reraises) {
      const statement = reraises(match).find((one) => one.startIndex === startOf(report));
      return statement
        ? safeFix(t`Return False, after which the exception goes on`, replace(statement, "return False"))
        : null;
    }
    if (report.values?.["problem"] !== PROBLEMS.swallows) return null;
    const edits = swallowingReturns(match).map((statement) => replace(statement, "return False"));
    return unsafeFix(t`Return False (exceptions then get out of the \`with\` block)`, ...edits);
  },
});

function startOf({ at }: Report): number | undefined {
  return at && ("start" in at ? at.start : at.startIndex);
}

/** A method that only fails is there to say that it must not be used. */
function isRefused(body: Node): boolean {
  return alwaysEnds(body, (one) => one.type === "raise_statement" || /^assert\s+(False|0)\b/.test(one.text));
}

/** `with` gives it self and three arguments, by position. */
function wrongCount(list: Node): Words | null {
  const names = codeChildren(list).filter((one) => one.type !== "positional_separator");
  const starred = names.findIndex((one) => isStarred(one) || one.type === "keyword_separator");
  const positional = starred === -1 ? names : names.slice(0, starred);
  const rest = starred === -1 ? [] : names.slice(starred + 1);
  const takesMore = starred !== -1 && isStarred(names[starred]);
  const required = positional.filter((one) => !hasDefault(one)).length;
  const isRight = required <= 4 && (positional.length >= 4 || (takesMore && !isDoubleStarred(names[starred])));
  if (isRight && rest.every((one) => hasDefault(one) || isDoubleStarred(one))) return null;
  return t`cannot be called by \`with\`, which gives it three arguments besides \`self\``;
}

function isStarred(parameter: Node | undefined): boolean {
  return /^\*/.test(parameter?.text ?? "") && parameter?.type !== "keyword_separator";
}

function isDoubleStarred(parameter: Node | undefined): boolean {
  return /^\*\*/.test(parameter?.text ?? "");
}

function hasDefault(parameter: Node): boolean {
  return parameter.type === "default_parameter" || parameter.type === "typed_default_parameter";
}

/** The names given to the three arguments: class, exception, traceback. */
function exceptionNames(match: Match): (string | undefined)[] {
  const names = codeChildren(match.node("parameters")).filter((one) => one.type !== "positional_separator");
  return names.slice(1, 4).map((one) => {
    if (isStarred(one)) return undefined;
    return one.type === "identifier" ? one.text : (one.childForFieldName("name") ?? one.firstNamedChild)?.text;
  });
}

/** `raise exc`, also with its own traceback; not where another handler of the method may take it. */
function reraises(match: Match): Node[] {
  const [, exception] = exceptionNames(match);
  const method = match.node("method");
  return [...runningNodes(match.node("body"), RAISES)].filter((statement) => {
    const [raised, cause] = codeChildren(statement);
    const name = raised?.type === "call" ? withTraceback(raised) : raised;
    if (!name || cause || name.type !== "identifier" || name.text !== exception) return false;
    if (match.module.bindingOf(name)?.kind !== "parameter") return false;
    const around = [...ancestors(statement)].filter((one) => one.startIndex > method.startIndex);
    return !around.some((one) => one.type === "try_statement" || one.type === "with_statement");
  });
}

/** `exc` in `exc.with_traceback(tb)`. */
function withTraceback(call: Node): Node | null {
  const callee = call.childForFieldName("function");
  const isIt = callee?.childForFieldName("attribute")?.text === "with_traceback";
  return isIt ? (callee?.childForFieldName("object") ?? null) : null;
}

/** The returns of a method that swallows without a look: nothing in it fails, decides, or keeps the exception. */
function swallowingReturns(match: Match): Node[] {
  const body = match.node("body");
  const method = match.node("method");
  const returns = [...runningNodes(body, RETURNS)];
  if (returns.length === 0 || !returns.every((one) => isTrue(codeChildren(one)[0]))) return [];
  if (!alwaysReturns(method, match.module)) return [];
  if (!runningNodes(body, RAISES).next().done || !runningNodes(body, ASSERTS).next().done) return [];
  return keepsException(match) ? [] : returns;
}

function isTrue(value: Node | undefined): boolean {
  return value?.type === "true" || (value?.type === "integer" && /[1-9]/.test(value.text));
}

/** Stored or handed on: whoever has it now can see to it. */
function keepsException(match: Match): boolean {
  const names = new Set(exceptionNames(match).filter((name) => name !== undefined));
  const list = codeChildren(match.node("parameters")).find((one) => isStarred(one));
  if (list) names.add(list.text.replace(/^\*+/, "").replace(/[\s:].*$/s, ""));
  const identifiers = match.node("body").descendantsOfType("identifier");
  return identifiers.some((one) => one !== null && names.has(one.text) && isHandedOver(match.module, one));
}
