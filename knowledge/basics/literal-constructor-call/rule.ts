import type { Node } from "web-tree-sitter";
import {
  ancestors,
  callArguments,
  codeChildren,
  defineRule,
  type Edit,
  firstChild,
  insert,
  type Match,
  remove,
  replace,
  safeFix,
  t,
} from "#rule";

/** How a display of each class is written. A set of nothing has no display. */
const BRACKETS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["builtins.list", ["[", "]"]],
  ["builtins.tuple", ["(", ")"]],
  ["builtins.dict", ["{", "}"]],
  ["builtins.set", ["{", "}"]],
]);
/** What a call may be given so that a display says the same. */
const REWRITTEN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["builtins.list", new Set(["list", "tuple"])],
  ["builtins.tuple", new Set(["list", "tuple"])],
  ["builtins.dict", new Set(["dictionary"])],
  ["builtins.set", new Set(["list", "tuple"])],
]);

export default defineRule({
  check(match) {
    const edits = rewrite(match);
    if (!edits) return null;
    const call = match.node("call");
    return { at: call, values: { call: call.text, literal: applied(call, edits) } };
  },

  fix(match) {
    const call = match.node("call");
    const edits = rewrite(match);
    if (!edits || losesComment(call, edits)) return null;
    const literal = applied(call, edits);
    if (/[{"]/.test(literal) && isInString(call)) return null;
    if (literal.startsWith("(") && meansMoreInParentheses(call)) return null;
    const title = /^.{1,30}$/.test(literal) ? t`Write \`${literal}\`` : t`Write it as a literal`;
    return safeFix(title, ...edits);
  },
});

/** The edits that make a display of the call, or null where a display would not say the same. */
function rewrite(match: Match): Edit[] | null {
  const call = match.node("call");
  const list = call.childForFieldName("arguments");
  const name = match.module.qualifiedName(match.finding) ?? "";
  const brackets = BRACKETS.get(name);
  if (!brackets || list?.type !== "argument_list") return null;
  const { positional, keywords, hasSplat } = callArguments(call);
  if (hasSplat) return null;
  const [only] = positional;
  if (!only) {
    if (keywords.size > 0) return name === "builtins.dict" ? dictOfKeywords(call, list) : null;
    return name === "builtins.set" ? null : [replace(call, brackets.join(""))];
  }
  if (positional.length > 1 || keywords.size > 0 || !REWRITTEN.get(name)?.has(only.type)) return null;
  const items = codeChildren(only);
  // Before 3.10 a set could not have one without brackets of its own.
  if (name === "builtins.set" && items.some(({ type }) => type === "named_expression")) return null;
  const last = items.at(-1);
  if (!last && only.type !== "dictionary")
    return [replace(call, name === "builtins.set" ? "set()" : brackets.join(""))];
  const comma = only.children.findLast((child) => child?.type === ",");
  const needsComma = items.length === 1 && name === "builtins.tuple" && !comma;
  // The comma goes right behind the item, where no comment can be in its way.
  const behind = needsComma && last ? last.endIndex : only.endIndex - 1;
  const kept = match.source.slice(behind, only.endIndex - 1);
  const edits = [
    { span: { start: call.startIndex, end: only.startIndex + 1 }, text: brackets[0] },
    ...(kept && needsComma ? [insert(behind, ",")] : []),
    {
      span: { start: only.endIndex - 1, end: call.endIndex },
      text: needsComma && !kept ? `,${brackets[1]}` : brackets[1],
    },
  ];
  const isLine = only.startPosition.row === only.endPosition.row;
  if (items.length === 1 && comma && isLine && name !== "builtins.tuple") {
    edits.push(remove({ start: comma.startIndex, end: comma.endIndex }));
  }
  return edits;
}

/** `dict(a=1)`: the keywords become keys, if they arrive as they are written. */
function dictOfKeywords(call: Node, list: Node): Edit[] | null {
  const edits: Edit[] = [
    { span: { start: call.startIndex, end: list.startIndex + 1 }, text: "{" },
    { span: { start: list.endIndex - 1, end: list.endIndex }, text: "}" },
  ];
  for (const argument of codeChildren(list)) {
    const name = argument.childForFieldName("name");
    const equals = firstChild(argument, "=");
    // Python normalizes names that are not ASCII.
    if (!name || !equals || !/^[A-Za-z0-9_]+$/.test(name.text)) return null;
    const isSpaced = argument.childForFieldName("value")?.startIndex !== equals.endIndex;
    edits.push({
      span: { start: name.startIndex, end: equals.endIndex },
      text: `"${name.text}":${isSpaced ? "" : " "}`,
    });
  }
  return edits;
}

/** What the call's text becomes. */
function applied(call: Node, edits: readonly Edit[]): string {
  let text = call.text;
  for (const edit of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    const start = edit.span.start - call.startIndex;
    text = text.slice(0, start) + edit.text + text.slice(edit.span.end - call.startIndex);
  }
  return text;
}

function losesComment(call: Node, edits: readonly Edit[]): boolean {
  const comments = call.descendantsOfType("comment");
  return comments.some(
    (one) => one && edits.some(({ span }) => span.start <= one.startIndex && one.endIndex <= span.end),
  );
}

/** `with (a, b):` enters two managers, and CPython warns of `assert (a, b)`. */
function meansMoreInParentheses(call: Node): boolean {
  for (const { type } of ancestors(call)) {
    if (type !== "parenthesized_expression") return type === "with_item" || type === "assert_statement";
  }
  return false;
}

/** In an f-string a brace begins or ends a field, and before 3.12 its quote ended the string. */
function isInString(node: Node): boolean {
  for (const ancestor of ancestors(node)) if (ancestor.type === "interpolation") return true;
  return false;
}
