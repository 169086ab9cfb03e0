import type { Node } from "web-tree-sitter";
import {
  codeChildren,
  comparedBy,
  defineRule,
  isHashable,
  type Match,
  MUTABLE_DISPLAYS,
  replace,
  safeFix,
  t,
  unparenthesized,
  unsafeFix,
} from "#rule";

/** Values that compare equal in more than one object; whether two of them are one is the interpreter's business. */
const CONSTANTS: ReadonlySet<string> = new Set(["integer", "float", "string", "concatenated_string", "tuple"]);

const MAYBE_SHARED = t`whether equal literals are one object is up to the interpreter`;
const NEW_OBJECT = t`a display makes a new object each time`;

export default defineRule({
  check(match) {
    const compared = comparedBy(match.node("operator"));
    if (!compared) return null;
    const { left, right } = compared;
    if (!isLiteral(left) && !isLiteral(right)) return null;
    return {
      at: { start: left.startIndex, end: right.endIndex },
      values: { operator: operator(match), reason: isDisplay(left) || isDisplay(right) ? NEW_OBJECT : MAYBE_SHARED },
    };
  },

  fix(match) {
    const compared = comparedBy(match.node("operator"));
    // `==` with None is a mistake of its own.
    if (compared?.left.type === "none" || compared?.right.type === "none") return null;
    const better = operator(match) === "is" ? "==" : "!=";
    const edit = replace(match.node("operator"), better);
    if (compared && (isDisplay(compared.left) || isDisplay(compared.right))) {
      return unsafeFix(t`Compare with \`${better}\` (identity with a new object was never true)`, edit);
    }
    if (compared && (equalsBool(compared.left) || equalsBool(compared.right))) {
      return unsafeFix(t`Compare with \`${better}\` (\`False\` equals 0, and \`True\` equals 1)`, edit);
    }
    return safeFix(t`Compare with \`${better}\``, edit);
  },
});

/** What makes a new object each time; a tuple of constants may be made once. */
function isDisplay(node: Node): boolean {
  const inner = unparenthesized(node);
  return MUTABLE_DISPLAYS.has(inner.type) || (inner.type === "tuple" && !isHashable(inner));
}

/** Whether a value, or a part of it, is 0 or 1, in whatever way it is written: `is` may have kept `False` or `True` out. */
function equalsBool(node: Node): boolean {
  const inner = unparenthesized(node);
  if (inner.type === "tuple") return codeChildren(inner).some(equalsBool);
  return [0, 1].includes(numberOf(inner));
}

/** NaN for what is no number. */
function numberOf(node: Node): number {
  const inner = unparenthesized(node);
  if (/^(integer|float)$/.test(inner.type)) return Number(inner.text.replace(/_|[jJ]$/g, ""));
  if (inner.type === "true" || inner.type === "false") return Number(inner.type === "true");
  const argument = inner.type === "unary_operator" ? inner.childForFieldName("argument") : null;
  if (!argument) return Number.NaN;
  const value = numberOf(argument);
  const operator = inner.childForFieldName("operator")?.type;
  return operator === "~" ? -1 - value : operator === "-" ? 0 - value : value;
}

function operator(match: Match): string {
  return match.node("operator").type;
}

function isLiteral(node: Node): boolean {
  const inner = unparenthesized(node);
  if (inner.type === "unary_operator")
    return isLiteral(inner.childForFieldName("argument") ?? inner.firstNamedChild ?? node);
  return CONSTANTS.has(inner.type) || MUTABLE_DISPLAYS.has(inner.type);
}
