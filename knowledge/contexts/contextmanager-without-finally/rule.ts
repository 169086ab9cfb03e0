import type { Node } from "web-tree-sitter";
import {
  ancestors,
  canFollow,
  codeChildren,
  contains,
  defineRule,
  type Fix,
  firstChild,
  indentOf,
  indentRows,
  indentUnit,
  insert,
  type Match,
  type Report,
  runningNodes,
  statementOf,
  t,
  undoingIn,
  unsafeFix,
} from "#rule";

const YIELDS: ReadonlySet<string> = new Set(["yield"]);
/** Around a `yield` these see the exception themselves, or run the code behind it at another time. */
const GUARDS: ReadonlySet<string> = new Set(["try_statement", "with_statement", "for_statement", "while_statement"]);
const CHOICES: ReadonlySet<string> = new Set([
  "if_statement",
  "match_statement",
  "conditional_expression",
  "boolean_operator",
  "for_statement",
  "while_statement",
  "except_clause",
]);
const LEAVING: ReadonlySet<string> = new Set(["return_statement", "break_statement", "continue_statement", "yield"]);

export default defineRule({
  check(match) {
    if (functionOf(match).type !== "function_definition") return null;
    const yields = [...runningNodes(bodyOf(match), YIELDS)];
    if (isFixture(match) || yields.some((one) => firstChild(one, "from"))) return null;
    const reports: Report[] = [];
    for (const one of yields) {
      const first = yields.find((other) => isBothTaken(other, one, match));
      if (first) {
        const problem = t`can be a second \`yield\` of the same call: leaving the \`with\` block then raises RuntimeError`;
        reports.push({ at: one, severity: "error", values: { code: one.text, problem } });
        continue;
      }
      const cleanup = cleanupAfter(one, match);
      // One report is enough for branches that end in the same clean-up.
      if (!cleanup || reports.length > 0) continue;
      const problem = t`does not run when the \`with\` block raises: there is no \`try\` with \`finally\` around the \`yield\``;
      reports.push({ at: one, values: { code: cleanup.action.text, problem } });
    }
    return reports;
  },

  fix(match, report) {
    const yields = [...runningNodes(bodyOf(match), YIELDS)];
    const [only, more] = yields;
    return only && !more && report.severity !== "error" ? guard(only, match) : null;
  },
});

/** The definition with its decorators, one of which is what was found. */
function decoratedOf({ finding }: Match): Node {
  return finding.parent?.parent ?? finding;
}

function functionOf(match: Match): Node {
  return decoratedOf(match).childForFieldName("definition") ?? match.finding;
}

function bodyOf(match: Match): Node {
  return functionOf(match).childForFieldName("body") ?? match.finding;
}

/** pytest runs the rest of a fixture whatever becomes of the test. */
function isFixture(match: Match): boolean {
  return codeChildren(decoratedOf(match)).some((one) => {
    const called = one.type === "decorator" ? one.firstNamedChild : null;
    const callee = called?.type === "call" ? called.childForFieldName("function") : called;
    return /^pytest(_asyncio)?\.(yield_)?fixture$/.test((callee && match.module.qualifiedName(callee)) ?? "");
  });
}

/** Whether one pass through the function can come to both; two that depend on a condition may depend on the same one. */
function isBothTaken(first: Node, second: Node, match: Match): boolean {
  if (!canFollow(first, second, match.module)) return false;
  const outer = new Set([...ancestors(first)].map((one) => one.id));
  const shared = [...ancestors(second)].find((one) => outer.has(one.id));
  const isChosen = (place: Node) => {
    const between = [...ancestors(place)].filter((one) => shared && contains(shared, one) && one.id !== shared.id);
    return between.some((one) => CHOICES.has(one.type));
  };
  // The handler may belong to what ran before the first one.
  return !isChosen(second) || (!isChosen(first) && !isInHandler(second, shared));
}

function isInHandler(place: Node, limit: Node | undefined): boolean {
  return [...ancestors(place)].some(
    (one) => one.type === "except_clause" && limit !== undefined && contains(limit, one),
  );
}

/** The first statement behind a bare `yield` that undoes something, and what in it does. */
function cleanupAfter(one: Node, match: Match): { readonly statement: Node; readonly action: Node } | null {
  for (const statement of statementsAfter(one, match) ?? []) {
    const action = undoingIn(statement, one, bodyOf(match), match.module);
    if (action) return { statement, action };
  }
  return null;
}

/** What runs when the `with` block has come to its end; null where something around the `yield` sees to failures. */
function statementsAfter(one: Node, match: Match): Node[] | null {
  const statements: Node[] = [];
  let child = one;
  for (const parent of ancestors(one)) {
    if (parent.id === functionOf(match).id) return statements;
    if (GUARDS.has(parent.type)) return null;
    if (parent.type === "block")
      statements.push(...codeChildren(parent).filter((next) => next.startIndex > child.endIndex));
    if (statements.some((next) => next.type === "return_statement" || next.type === "raise_statement"))
      return statements;
    child = parent;
  }
  return statements;
}

/** From the `yield` up to the first clean-up goes into `try`, where success continues; the rest into `finally`. */
function guard(one: Node, match: Match): Fix | null {
  const { module, source } = match;
  const statement = statementOf(one);
  const block = statement.parent;
  const cleanup = cleanupAfter(one, match)?.statement;
  const indent = indentOf(statement, source);
  if (!cleanup || !block || cleanup.parent?.id !== block.id || block.id !== bodyOf(match).id || indent === null)
    return null;
  const rest = codeChildren(block).filter((other) => other.startIndex >= cleanup.startIndex);
  const last = rest.at(-1) ?? cleanup;
  const isPlain = [statement, ...rest].every((other) => indentOf(other, source) !== null);
  const leaves = rest.some((other) => LEAVING.has(other.type) || !runningNodes(other, LEAVING).next().done);
  if (!isPlain || leaves || statement.type !== "expression_statement") return null;
  const unit = indentUnit(functionOf(match), source);
  const rows = indentRows(statement.startPosition.row, last.endPosition.row, unit, module);
  // Two edits at one place have no order, so each new line comes with the indentation of the line behind it.
  const edits = rows.map((edit) => {
    const row = source.lineAt(edit.span.start);
    if (row === statement.startPosition.row) return insert(edit.span.start, `${indent}try:\n${unit}`);
    return row === cleanup.startPosition.row ? insert(edit.span.start, `${indent}finally:\n${unit}`) : edit;
  });
  return unsafeFix(t`Put the clean-up into \`finally\` (it then runs after failures too)`, ...edits);
}
