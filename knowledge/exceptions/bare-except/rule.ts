import type { Node } from "web-tree-sitter";
import {
  alwaysEnds,
  codeChildren,
  defineRule,
  insert,
  isHandedOver,
  type Match,
  replace,
  runningNodes,
  t,
  unsafeFix,
} from "#rule";

const IDENTIFIERS: ReadonlySet<string> = new Set(["identifier"]);
const EXITS: ReadonlySet<string> = new Set(["sys.exit", "os._exit", "builtins.exit", "builtins.quit", "os.abort"]);

export default defineRule({
  check(match) {
    const clause = match.node("clause");
    const body = codeChildren(clause).find((child) => child.type === "block");
    if (!body) return null;
    const isBare = match.finding.type === "except";
    const ends = isBare
      ? reraises
      : (statement: Node) => statement.type === "raise_statement" || exits(match, statement);
    if (alwaysEnds(body, ends) || passesItOn(match, clause, body)) return null;
    const [first, both] = ["KeyboardInterrupt", "SystemExit"].filter((name) => !isCaughtAbove(match, name));
    if (!first) return null;
    return {
      values: {
        clause: isBare ? "except:" : `except ${match.finding.text}`,
        caught: both ? t`${first} and ${both}` : first,
      },
    };
  },

  fix(match) {
    // Somebody who gives the name Exception another meaning has to decide alone.
    if (match.module.lookup("Exception", match.module.scopeOf(match.finding))) return null;
    // Of two clauses for Exception one never runs.
    if (otherClauses(match, "Exception").length > 0) return null;
    const { finding } = match;
    return unsafeFix(
      t`Catch Exception (KeyboardInterrupt and SystemExit then get through)`,
      finding.type === "except" ? insert(finding.endIndex, " Exception") : replace(finding, "Exception"),
    );
  },
});

/** An earlier clause of the same `try` names the exception, so that it never comes here. */
function isCaughtAbove(match: Match, name: string): boolean {
  return otherClauses(match, name).some((other) => other.startIndex < match.finding.startIndex);
}

/** The other clauses of the same `try` that name a builtin exception. */
function otherClauses(match: Match, name: string): Node[] {
  const clause = match.node("clause");
  return codeChildren(clause.parent ?? clause).filter((other) => {
    const value = other.type === "except_clause" && other.id !== clause.id ? other.childForFieldName("value") : null;
    const constant = value && match.module.bindingOf(value);
    const said = constant?.kind === "assignment" ? constant.value : value;
    const classes = said ? [said, ...said.descendantsOfType(["identifier", "attribute"])] : [];
    return classes.some((one) => one && match.module.qualifiedName(one) === `builtins.${name}`);
  });
}

/** A bare `raise` lets everything go on its way. */
function reraises(statement: Node): boolean {
  return statement.type === "raise_statement" && codeChildren(statement).length === 0;
}

function exits(match: Match, statement: Node): boolean {
  const call = statement.type === "expression_statement" ? statement.firstNamedChild : null;
  const callee = call?.type === "call" ? call.childForFieldName("function") : null;
  return callee !== null && callee !== undefined && EXITS.has(match.module.qualifiedName(callee) ?? "");
}

/**
 * The handler hands the exception itself to somebody: stored, returned, given to a call that does more than report it.
 * That is how a thread, a task or a queue carries an exception to where it is raised again.
 */
function passesItOn({ module }: Match, clause: Node, body: Node): boolean {
  if (/\bexc_info\s*\(/.test(body.text)) return true;
  const pattern = clause.childForFieldName("value");
  const name = pattern?.type === "as_pattern" ? pattern.childForFieldName("alias")?.text : undefined;
  if (!name) return false;
  for (const identifier of runningNodes(body, IDENTIFIERS)) {
    if (identifier.text === name && isHandedOver(module, identifier)) return true;
  }
  return false;
}
