import type { Node } from "web-tree-sitter";
import { ancestors, codeChildren } from "../syntax/nodes.ts";
import { isSuppressed } from "./context.ts";
import { alwaysEnds } from "./flow.ts";
import type { Module } from "./module.ts";

/** Whether code is prepared for what it asks for not being there: other versions of Python, missing modules. */

const CATCHES_ALL: readonly string[] = ["builtins.Exception", "builtins.BaseException"];
const CONDITIONAL: ReadonlySet<string> = new Set(["if_statement", "elif_clause", "conditional_expression"]);
const LEAVES: ReadonlySet<string> = new Set(["return_statement", "raise_statement", "continue_statement"]);
const ASKS_FOR_VERSION = /version_info|hexversion|python_version|(^|[^a-z])py(thon)?_?[23]/i;
/** An `assert` that lets only old versions pass; most ask for a new one. */
const ASSERTS_OLD = /version_info(\[[^\]]*\])?\s*(<|==)/;
const ASKS_FOR_NAME = /^(builtins\.(has|get)attr|importlib(\.util)?\.find_(spec|loader))$/;
/** What getattr() gives is mostly no answer but something of its own. */
const ANSWERS = /^(builtins\.hasattr|importlib(\.util)?\.find_(spec|loader))$/;

/**
 * Whether a `try` catches one of these exceptions when this code raises it, or this code is what is tried instead,
 * in the handler of one.
 */
export function isFallback(node: Node, exceptions: readonly string[], module: Module): boolean {
  const caught = [...exceptions, ...CATCHES_ALL];
  let child = node;
  for (const parent of ancestors(node)) {
    if (parent.type === "try_statement" && child.id === parent.childForFieldName("body")?.id) {
      const clauses = codeChildren(parent).filter((clause) => clause.type === "except_clause");
      if (clauses.some((clause) => catches(clause, caught, module))) return true;
    }
    if (parent.type === "except_clause" && catches(parent, caught, module)) return true;
    if (parent.type === "with_statement" && isSuppressed(parent, child, caught, module)) return true;
    child = parent;
  }
  return false;
}

/**
 * Whether this code stands under a condition that asks for the version of Python or whether a name is there, or
 * behind one that leaves.
 */
export function isVersionChecked(node: Node, module: Module): boolean {
  let child = node;
  for (const parent of ancestors(node)) {
    if (CONDITIONAL.has(parent.type) && asksForVersion(parent, module)) return true;
    if (parent.type === "boolean_operator" && asksIn(parent, module)) return true;
    if (isLeft(parent)) {
      for (const statement of parent.type === "module" ? module.conditionals : codeChildren(parent)) {
        if (statement.startIndex >= child.startIndex) break;
        if (statement.type === "assert_statement" && ASSERTS_OLD.test(statement.text)) return true;
        const body = statement.type === "if_statement" ? statement.childForFieldName("consequence") : null;
        if (body && alwaysEnds(body, leaves) && asksForVersion(statement, module)) return true;
      }
    }
    child = parent;
  }
  return false;
}

/** The body of a function or the module; that of a class is never left by its own statements. */
function isLeft({ type, parent }: Node): boolean {
  return type === "module" || (type === "block" && parent?.type !== "class_definition");
}

function catches(clause: Node, exceptions: readonly string[], module: Module): boolean {
  const value = clause.childForFieldName("value");
  if (!value) return true;
  const names = [value, ...value.descendantsOfType(["identifier", "attribute"])];
  return names.some((name) => {
    const meaning = name && module.qualifiedName(name);
    // What the file does not tell may well be one of them.
    return name !== null && (meaning === null || exceptions.includes(meaning));
  });
}

function asksForVersion(conditional: Node, module: Module): boolean {
  const condition = conditional.childForFieldName("condition") ?? codeChildren(conditional)[1];
  return condition !== null && condition !== undefined && asksIn(condition, module);
}

function asksIn(condition: Node, module: Module): boolean {
  if (ASKS_FOR_VERSION.test(condition.text)) return true;
  if (calls(ASKS_FOR_NAME, condition, module)) return true;
  // `OLD = sys.version_info < (3, 8)` or `OLD = hasattr(time, "clock")`, then `if OLD:`.
  const names = condition.type === "identifier" ? [condition] : condition.descendantsOfType("identifier");
  return names.some((name) => {
    const bindings = name ? module.bindingsOf(name) : [];
    return bindings.some(
      ({ kind, value, imported }) =>
        ASKS_FOR_VERSION.test(imported ?? value?.text ?? "") ||
        (kind === "assignment" && value?.type === "call" && calls(ANSWERS, value, module)),
    );
  });
}

function calls(names: RegExp, expression: Node, module: Module): boolean {
  const all = expression.type === "call" ? [expression] : expression.descendantsOfType("call");
  const callees = all.map((call) => call?.childForFieldName("function"));
  return callees.some((callee) => callee && names.test(likelyName(callee, module)));
}

function leaves(statement: Node): boolean {
  return LEAVES.has(statement.type) || /^(sys\.)?exit\(/.test(statement.text);
}

/** Behind a star import no builtin is certain; that it is meant by its name is likely still. */
function likelyName(name: Node, module: Module): string {
  const isLikely = module.moduleScope.hasStarImport && name.type === "identifier";
  return module.qualifiedName(name) ?? (isLikely ? `builtins.${name.text}` : "");
}
