import type { Node } from "web-tree-sitter";
import { codeChildren, defineRule, type Edit, firstChild, type Match, t, unparenthesized, unsafeFix } from "#rule";

/** What somebody writes to be read when the assertion fails; other expressions may be conditions too. */
const TEXTS: ReadonlySet<string> = new Set(["string", "concatenated_string"]);

/** What cannot stand behind `assert` without parentheses around it. */
const NEEDS_TUPLE: ReadonlySet<string> = new Set(["list_splat", "named_expression"]);

export default defineRule({
  check(match) {
    const tuple = unparenthesized(match.finding);
    // `(*checks,)` may be empty, and then it is false.
    const isAlwaysTrue = tuple.type === "tuple" && codeChildren(tuple).some((item) => item.type !== "list_splat");
    return isAlwaysTrue ? {} : null;
  },

  fix(match) {
    const [condition, message, more] = codeChildren(match.finding);
    const isPair = match.finding.type === "tuple" && condition && message && !more && !hasMessage(match);
    if (!isPair || NEEDS_TUPLE.has(condition.type) || !isText(message)) return null;
    const edits = withoutTuple(match, condition, message);
    return edits && unsafeFix(t`Take the second item as the message (the assertion can then fail)`, ...edits);
  },
});

function hasMessage({ finding }: Match): boolean {
  return codeChildren(finding.parent ?? finding).length > 1;
}

/** A string, also one that is filled: `"..." % x`, `"...".format(x)`, `", ".join(x)`. */
function isText(node: Node): boolean {
  if (TEXTS.has(node.type)) return true;
  if (node.type === "binary_operator") return isText(node.childForFieldName("left") ?? node);
  if (node.type === "parenthesized_expression") return isText(unparenthesized(node));
  const callee = node.type === "call" ? node.childForFieldName("function") : null;
  // Other methods of a string may count in it, or compare it.
  const isFilled = /^(format|format_map|join)$/.test(callee?.childForFieldName("attribute")?.text ?? "");
  const object = isFilled ? callee?.childForFieldName("object") : null;
  return object ? isText(object) : false;
}

/** Only the tuple's own parentheses and commas go; over several lines the two halves get parentheses of their own. */
function withoutTuple({ finding: tuple, source }: Match, condition: Node, message: Node): Edit[] | null {
  const open = firstChild(tuple, "(");
  const close = tuple.children.findLast((child) => child?.type === ")");
  const [comma, trailing] = tuple.children.filter((child) => child?.type === ",");
  if (!open || !close || !comma) return null;
  const isShort = tuple.startPosition.row === tuple.endPosition.row;
  const edits: Edit[] = trailing ? [between(trailing.startIndex, trailing.endIndex, "")] : [];
  if (isShort) {
    const gap = /\s/.test(source.text.charAt(open.startIndex - 1)) ? "" : " ";
    edits.push(between(open.startIndex, condition.startIndex, gap));
    edits.push(between((trailing ?? message).endIndex, close.endIndex, ""));
    return edits;
  }
  edits.push(between(comma.startIndex, comma.endIndex, "), ("));
  return edits;
}

function between(start: number, end: number, text: string): Edit {
  return { span: { start, end }, text };
}
