import type { Node } from "web-tree-sitter";
import {
  codeChildren,
  contains,
  defineRule,
  enclosingLoop,
  indentOf,
  type Match,
  type Report,
  runningNodes,
  t,
  unsafeFix,
} from "#rule";

const LEAVING: ReadonlySet<string> = new Set(["return_statement", "break_statement", "continue_statement"]);
const CONSTANTS: ReadonlySet<string> = new Set(["none", "true", "false", "integer", "float", "string"]);

export default defineRule({
  check(match) {
    const reports: Report[] = [];
    for (const statement of runningNodes(match.finding, LEAVING)) {
      if (!leaves(statement, match.finding)) continue;
      reports.push({ at: statement, values: { keyword: statement.type.replace("_statement", "") } });
    }
    return reports;
  },

  fix(match) {
    const last = constantReturn(match);
    const attempt = match.node("clause").parent;
    const outer = attempt && indentOf(attempt, match.source);
    if (!last || outer === null || outer === undefined) return null;
    const start = startOfMove(match, last);
    if (start === null) return null;
    return unsafeFix(
      t`Move \`${last.text}\` behind the try statement (exceptions, and what \`try\` returns, then get out)`,
      { span: { start, end: last.startIndex }, text: outer },
    );
  },
});

/** A loop inside the `finally` may be left as one likes. */
function leaves(statement: Node, block: Node): boolean {
  if (statement.type === "return_statement") return true;
  const loop = enclosingLoop(statement);
  return loop === null || !contains(block, loop);
}

/** The way out, if it is the only one and the last statement of the block, and what it returns may run anywhere. */
function constantReturn({ finding }: Match): Node | null {
  // Where the block itself has two, nobody need look for more, once for each of them.
  let direct = 0;
  for (const { type } of codeChildren(finding)) if (LEAVING.has(type) && ++direct > 1) return null;
  const ways = [...runningNodes(finding, LEAVING)].filter((statement) => leaves(statement, finding));
  const [last] = ways;
  if (ways.length !== 1 || !last || last.id !== codeChildren(finding).at(-1)?.id) return null;
  const operand = codeChildren(last)[0];
  const value = operand?.type === "unary_operator" ? codeChildren(operand)[0] : operand;
  const isConstant = !value || (CONSTANTS.has(value.type) && codeChildren(value).every((part) => !isCode(part)));
  return isConstant && last.startPosition.row === last.endPosition.row ? last : null;
}

/** An f-string is a string with code in it. */
function isCode(part: Node): boolean {
  return part.type === "interpolation";
}

/**
 * Where the text begins that gives way to the outer indentation: with the line of the `return`, or with `finally:` where
 * nothing else stands in it. A `try` needs another clause then.
 */
function startOfMove(match: Match, last: Node): number | null {
  const { finding, source } = match;
  const line = source.lineStart(last.startPosition.row);
  if (codeChildren(finding).length > 1) return indentOf(last, source) === null ? null : line;
  const clause = match.node("clause");
  const hasHandler = clause.parent?.namedChildren.some((child) => child?.type === "except_clause") ?? false;
  const isBare = /^finally\s*:\s*$/.test(source.slice(clause.startIndex, last.startIndex));
  return hasHandler && isBare ? source.lineStart(clause.startPosition.row) : null;
}
