import type { Node } from "web-tree-sitter";
import type { Edit } from "../api.ts";
import type { Module } from "../module/module.ts";
import { isMutated } from "../module/mutation.ts";
import { readLogicalLine } from "../syntax/logicalLine.ts";
import { codeChildren, enclosing, firstChild } from "../syntax/nodes.ts";
import { t, type Words } from "../words.ts";
import { indentOf, indentUnit, insertAtBodyStart, isDocstring, meansTheSameAt, textIndented } from "./edits.ts";
import { type Fix, insert, type Match, needing, replace, unsafeFix } from "./rule.ts";

/** For rules about defaults: whose they are, whether they are only read, and how to evaluate them in each call. */

/** A parameter with a default; `annotation` is the `type` node. */
export interface DefaultedParameter {
  readonly name: string;
  readonly value: Node;
  readonly annotation: Node | null;
}

const FUNCTIONS: ReadonlySet<string> = new Set(["function_definition", "lambda"]);

/** Annotations that promise not to change the argument; both homes of the abstract classes count. */
const READ_ONLY = /^(typing|collections\.abc)\.(Sequence|Mapping|Collection|Iterable|Container|AbstractSet|Set)$/;

/** The same by its name, in quotes, where no class is looked up. */
const READ_ONLY_NAME = /^(\w+\.)*(Sequence|Mapping|Collection|Iterable|Container|AbstractSet|Set)$/;

/** What a query captured as `@parameter`, `@finding` and, where there is one, `@annotation`. */
export function parameterOf(match: Match): DefaultedParameter {
  return { name: match.node("parameter").text, value: match.finding, annotation: match.maybe("annotation") };
}

/** The `def` or `lambda` a default belongs to. */
export function functionOfDefault(value: Node): Node | null {
  return enclosing(value, FUNCTIONS);
}

/** Whether the annotation promises that the argument is only read, and the body keeps the promise. */
export function isPromisedReadOnly({ name, value, annotation }: DefaultedParameter, module: Module): boolean {
  if (!annotation || !promisesToRead(module, annotation)) return false;
  const body = functionOfDefault(value)?.childForFieldName("body");
  if (!body) return true;
  return !module.references(name, module.scopeOf(codeChildren(body)[0] ?? body)).some(isMutated);
}

/** `Sequence`, `Sequence[int]`, either of them in quotes, with `| None` and in `Optional`. */
function promisesToRead(module: Module, annotation: Node): boolean {
  const parts = codeChildren(annotation);
  switch (annotation.type) {
    case "type":
    case "type_parameter":
      return parts[0] !== undefined && promisesToRead(module, parts[0]);
    case "union_type":
    case "binary_operator":
      return parts.some(({ text }) => text === "None") && parts.some((part) => promisesToRead(module, part));
    case "generic_type":
    case "subscript": {
      const [name, argument] = parts;
      const isOptional = name !== undefined && module.qualifiedName(name) === "typing.Optional";
      const told = isOptional ? argument : name;
      return told !== undefined && promisesToRead(module, told);
    }
    case "string":
      return READ_ONLY_NAME.test(outermost(annotation.text.replaceAll(/["'\s]/g, "")).replace(/\|None$/, ""));
    default:
      return READ_ONLY.test(module.qualifiedName(annotation) ?? "");
  }
}

/**
 * Makes None the default and evaluates the expression in the body, where each call runs; `verb` says in the title what
 * happens there. Null for a lambda, which has no room for it, for stubs, and where a name in the expression would mean
 * something else in the body.
 */
export function evaluatedInBody(match: Match, verb: "build" | "evaluate"): Fix | null {
  const { module } = match;
  const { name, value, annotation } = parameterOf(match);
  const { source } = module;
  const definition = functionOfDefault(value);
  const body = definition?.childForFieldName("body");
  if (definition?.type !== "function_definition" || !body || isStub(body)) return null;
  if (!meansTheSameAt(value, body, module)) return null;
  const unit = indentUnit(definition, source);
  const indent = indentOf(codeChildren(body)[0] ?? body, source) ?? "";
  const expression = asStatement(textIndented(value, indent + unit, unit, source));
  const lines = [`if ${name} is None:`, `${unit}${name} = ${expression}`];
  const assign = insertAtBodyStart(definition, lines, source, (one) => isEarlierDefault(one, value));
  if (!assign) return null;
  const widening = annotation ? widened(annotation) : [];
  const fix = unsafeFix(titleOf(verb, value), ...widening, replace(value, "None"), assign);
  return widening.length > 0 && !isQuoted(annotation) && !delaysAnnotations(module) ? needing(">=3.10", fix) : fix;
}

/** In a parameter list an expression may go on in the next line anywhere; in the body only inside of brackets. */
function asStatement(expression: string): string {
  return readLogicalLine(expression, 0).end < expression.length ? `(${expression})` : expression;
}

function titleOf(verb: "build" | "evaluate", value: Node): Words {
  const text = value.text.replace(/\s+/g, " ");
  const what = text.length > 30 ? t`it` : `\`${text}\``;
  return verb === "build"
    ? t`Default to None and build ${what} in the body (None passed by a caller now means the same)`
    : t`Default to None and evaluate ${what} in the body (None passed by a caller now means the same)`;
}

/** `list[int]` becomes `list[int] | None`, inside the quotes where it has some; what allows None stays. */
function widened(annotation: Node): Edit[] {
  if (/\b(None|Optional|Any|object)\b/.test(outermost(annotation.text))) return [];
  if (!isQuoted(annotation)) return [insert(annotation.endIndex, " | None")];
  const content = annotation.firstNamedChild && firstChild(annotation.firstNamedChild, "string_content");
  return content ? [insert(content.endIndex, " | None")] : [];
}

/** Without what stands in brackets: `dict[str, Any]` allows no None. That of a union, or with notes, counts. */
function outermost(annotation: string): string {
  if (/\b(Union|Annotated)\[/.test(annotation)) return annotation;
  let text = annotation;
  for (let inner = text; ; text = inner) {
    inner = text.replace(/\[[^[\]]*\]/g, "");
    if (inner === text) return text;
  }
}

function isQuoted(annotation: Node | null): boolean {
  return annotation?.firstNamedChild?.type === "string";
}

/** With `from __future__ import annotations` nobody evaluates them, so they may be written as in later versions. */
export function delaysAnnotations(module: Module): boolean {
  return module.importStatements.some(
    ({ type, text }) => type === "future_import_statement" && /\bannotations\b/.test(text),
  );
}

/** `if a is None:` for a parameter in front of this one: the checks then stand in the order of the parameters. */
function isEarlierDefault(statement: Node, value: Node): boolean {
  const tested = /^if (\w+) is None:/.exec(statement.text)?.[1];
  const list = value.parent?.parent;
  if (tested === undefined || !list) return false;
  const names = codeChildren(list).filter((one) => one.endIndex < value.startIndex);
  return names.some((one) => one.childForFieldName("name")?.text === tested);
}

function isStub(body: Node): boolean {
  return codeChildren(body).every(
    (statement) => isDocstring(statement) || statement.type === "pass_statement" || statement.text === "...",
  );
}
