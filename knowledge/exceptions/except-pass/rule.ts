import type { Node } from "web-tree-sitter";
import {
  codeChildren,
  defineRule,
  type Edit,
  enclosingFunction,
  enclosingLoop,
  enclosingMethod,
  type Fix,
  indentOf,
  type Match,
  remove,
  replace,
  runningNodes,
  t,
  unparenthesized,
  unsafeFix,
  useName,
} from "#rule";

/** What these announce is no failure, and passing over them is how they are used. */
const SIGNALS: ReadonlySet<string> = new Set([
  "builtins.ImportError",
  "builtins.ModuleNotFoundError",
  "builtins.StopIteration",
  "builtins.StopAsyncIteration",
  "builtins.GeneratorExit",
]);
const BROAD: ReadonlySet<string> = new Set(["builtins.Exception", "builtins.BaseException"]);
const CANCELLED = /^(asyncio|asyncio\.exceptions|concurrent\.futures)\.CancelledError$/;
/** Notes to tools explain nothing to a reader. */
const DIRECTIVE =
  /^#[:!]?\s*((noqa|nosec|pragma)\b|(pygloss|pylint|type|mypy|pyright|ruff|fmt|flake8|isort|yapf)\s*:)/i;
const SPEAKS_OF_ERRORS = /ignor|suppress|swallow|harmless|fail|errors?\b|exception|best.effort|never mind|matter/i;
const CALLS: ReadonlySet<string> = new Set(["call"]);
const MOST_CLAUSES = 100;
/** Simple statements behind which it goes on as if nothing had happened. */
const PLAIN: ReadonlySet<string> = new Set(["expression_statement", "delete_statement", "assert_statement"]);
const CLASS_NAME = /(^|\.)([A-Z]\w*[a-z]\w*|error)$/;

export default defineRule({
  check(match) {
    const clause = match.node("clause");
    const word = emptyBody(match.node("body"));
    if (!word || clause.child(1)?.type === "*") return null;
    const classes = caughtClasses(clause);
    const at = { start: clause.startIndex, end: (classValue(clause) ?? match.finding).endIndex };
    const values = { clause: `${match.source.slice(at.start, at.end).replace(/ as \w+$/, "")}: ${word}` };
    if (classes.length === 0 || classes.some((one) => BROAD.has(match.module.qualifiedName(one) ?? ""))) {
      const why = t`drops every error without a trace, mistakes in the code too`;
      return {
        at,
        values: { ...values, why },
        ...(isExplained(match, clause) || isInDel(clause) ? { severity: "hint" as const } : {}),
      };
    }
    if (word === "continue" || !isWholeTry(clause) || isExplained(match, clause)) return null;
    if (classes.every((one) => isExpected(match, clause, one))) return null;
    const why = t`drops the error; if that is meant, \`contextlib.suppress\` says it in one line`;
    return { at, values: { ...values, why }, severity: "hint" };
  },

  fix(match) {
    const classes = caughtClasses(match.node("clause"));
    const isBroad = classes.length === 0 || classes.some((one) => BROAD.has(match.module.qualifiedName(one) ?? ""));
    return isBroad ? logIt(match) : suppressIt(match, classes);
  },
});

/** The only word of a handler that does nothing. */
function emptyBody(body: Node): string | null {
  const [only, more] = codeChildren(body);
  if (!only || more) return null;
  if (only.type === "pass_statement" || only.type === "continue_statement") return only.text;
  return only.type === "expression_statement" && only.firstNamedChild?.type === "ellipsis" ? only.text : null;
}

function classValue(clause: Node): Node | null {
  return clause.childForFieldName("value");
}

/** The classes a clause names; none for a bare `except:`. */
function caughtClasses(clause: Node): readonly Node[] {
  const value = classValue(clause);
  const named = value?.type === "as_pattern" ? codeChildren(value)[0] : value;
  if (!named) return [];
  const inner = unparenthesized(named);
  return inner.type === "tuple" ? codeChildren(inner) : [inner];
}

/** A comment in the handler or on the line above it, or one above or inside the `try` that speaks of errors. */
function isExplained({ source }: Match, clause: Node): boolean {
  const attempt = clause.parent ?? clause;
  const comments = clause.descendantsOfType("comment").map((comment) => comment?.text ?? "");
  comments.push(...commentsAbove(source, clause.startPosition.row));
  // A comment between statements of the module belongs to neither: the analysis may know it only in an earlier version.
  const isInBlock = attempt.parent?.type === "block";
  const others = isInBlock ? commentsAbove(source, attempt.startPosition.row) : [];
  // Where there are so many clauses, a comment in one of them explains no other one.
  const isWide = attempt.namedChildCount > MOST_CLAUSES;
  for (const comment of isWide ? [] : attempt.descendantsOfType("comment")) if (comment) others.push(comment.text);
  const isExplaining = (comment: string) => /^[#\s\p{P}]*[\p{L}\p{N}]/u.test(comment) && !DIRECTIVE.test(comment);
  return (
    comments.some(isExplaining) || others.some((comment) => isExplaining(comment) && SPEAKS_OF_ERRORS.test(comment))
  );
}

/** The comment that ends on the line before this one. */
function commentsAbove(source: Match["source"], line: number): string[] {
  const comments: string[] = [];
  for (let row = line - 1; row >= 0 && /^\s*#/.test(source.line(row)); row--) comments.push(source.line(row).trim());
  return comments;
}

/** One simple statement and this one handler: more of either makes the handler a branch among others. */
function isWholeTry(clause: Node): boolean {
  const [body, ...clauses] = codeChildren(clause.parent ?? clause);
  const [statement, more] = body ? codeChildren(body) : [];
  return clauses.length === 1 && statement !== undefined && !more && PLAIN.has(statement.type);
}

/** Whatever escapes from `__del__` is only printed. */
function isInDel(clause: Node): boolean {
  return enclosingMethod(clause)?.method.childForFieldName("name")?.text === "__del__";
}

function isExpected({ module }: Match, clause: Node, one: Node): boolean {
  const name = module.qualifiedName(one) ?? "";
  // Ctrl-C that ends the work is meant to; in a loop the work goes on.
  if (name === "builtins.KeyboardInterrupt") return enclosingLoop(clause) === null;
  return SIGNALS.has(name) || (CANCELLED.test(name) && isAfterCancel(clause));
}

/** `task.cancel()` earlier in the function: the exception is then the answer that was asked for. */
function isAfterCancel(clause: Node): boolean {
  const within = enclosingFunction(clause);
  for (const call of within ? runningNodes(within, CALLS) : []) {
    if (call.startIndex > clause.startIndex) return false;
    const callee = call.childForFieldName("function");
    if (callee?.childForFieldName("attribute")?.text === "cancel") return true;
  }
  return false;
}

function logIt(match: Match): Fix | null {
  const statement = codeChildren(match.node("body"))[0];
  const log = logger(match) ?? useName("logging.exception", match.finding, match.module);
  if (!statement || !log) return null;
  const indent = indentOf(statement, match.source);
  const separator = indent === null ? "; " : `\n${indent}`;
  const rest = statement.type === "continue_statement" ? `${separator}continue` : "";
  const text = `${log.text}("Ignored an error")${rest}`;
  return unsafeFix(t`Log the error with its traceback (writes to the log)`, ...log.edits, replace(statement, text));
}

/** A logger of this module, made by `logging.getLogger`, is better than the root's. */
function logger({ module, finding }: Match): { text: string; edits: readonly Edit[] } | null {
  for (const { name, value, target } of module.moduleScope.madeBy("getLogger")) {
    const isVisible = module.lookup(name, module.scopeOf(finding)) === module.moduleScope;
    const isOnly = module.moduleScope.bindings(name).length === 1;
    if (!value || !isOnly || !isVisible || target.startIndex > finding.startIndex) continue;
    if (module.typeName(value) === "logging.getLogger") return { text: `${name}.exception`, edits: [] };
  }
  return null;
}

function suppressIt(match: Match, classes: readonly Node[]): Fix | null {
  const clause = match.node("clause");
  const keyword = clause.parent?.child(0);
  const body = clause.parent?.childForFieldName("body");
  // A variable may hold a tuple of classes, which `suppress` does not take apart.
  const areClasses = classes.every((one) => CLASS_NAME.test(match.module.qualifiedName(one) ?? ""));
  const hasName = classValue(clause)?.type === "as_pattern";
  if (!keyword || !body || !areClasses || hasName || clause.descendantsOfType("comment").length > 0) return null;
  const suppress = useName("contextlib.suppress", match.finding, match.module);
  if (!suppress) return null;
  const text = `with ${suppress.text}(${classes.map((one) => one.text).join(", ")})`;
  return unsafeFix(
    t`Write \`${text}\` (since 3.12 that also looks into exception groups)`,
    ...suppress.edits,
    replace(keyword, text),
    remove({ start: body.endIndex, end: clause.endIndex }),
  );
}
