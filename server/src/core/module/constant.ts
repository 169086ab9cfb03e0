import type { Node } from "web-tree-sitter";
import { callArguments, codeChildren, unparenthesized } from "../syntax/nodes.ts";
import type { Binding } from "./binding.ts";
import type { Module } from "./module.ts";

/** What takes a constant text and gives one. */
const TIDYING: ReadonlySet<string> = new Set(["textwrap.dedent", "inspect.cleandoc"]);
const STRIPPING = /^[lr]?strip$/;

/** Joined choices multiply; nobody needs to see them all. */
const MOST_TEXTS = 16;

/**
 * All texts an expression may stand for, where the file shows that there are no others: literals, two of them joined,
 * the branches of a conditional, a name that is only ever assigned such texts, or
 * goes through a list of them. Null where something else comes in, as
 * it does with a parameter or an f-string that is filled. Escapes and white space are left as they are written, and of very many texts
 * only the first are given.
 */
export function constantTexts(module: Module, node: Node, depth = 0): readonly string[] | null {
  if (depth > 6) return null;
  const expression = unparenthesized(node);
  const each = (parts: readonly (Node | null | undefined)[]) => {
    const texts = parts.map((part) => (part ? constantTexts(module, part, depth + 1) : null));
    return texts.every((one) => one !== null) ? texts : null;
  };
  switch (expression.type) {
    case "string":
      return literalText(expression);
    case "concatenated_string":
      return joined(each(codeChildren(expression)));
    case "binary_operator": {
      if (expression.childForFieldName("operator")?.type !== "+") return null;
      return joined(each([expression.childForFieldName("left"), expression.childForFieldName("right")]));
    }
    case "conditional_expression": {
      const [whenTrue, , whenFalse] = codeChildren(expression);
      return each([whenTrue, whenFalse])?.flat() ?? null;
    }
    case "call": {
      const callee = expression.childForFieldName("function");
      const { positional } = callArguments(expression);
      if (positional.length === 0 && STRIPPING.test(callee?.childForFieldName("attribute")?.text ?? "")) {
        return each([callee?.childForFieldName("object")])?.flat() ?? null;
      }
      const isTidying = callee && TIDYING.has(module.qualifiedName(callee) ?? "");
      return isTidying && positional.length === 1 ? (each(positional)?.flat() ?? null) : null;
    }
    case "identifier": {
      const bindings = module.bindingsOf(expression);
      return bindings.length > 0 ? (each(bindings.flatMap(valuesOf))?.flat() ?? null) : null;
    }
    default:
      return null;
  }
}

/** What a name is bound to; null among it where something else comes in. */
function valuesOf({ kind, value, target }: Binding): readonly (Node | null)[] {
  if (kind === "assignment") return [value];
  const loop = target.parent;
  const isTarget = loop?.childForFieldName("left")?.id === target.id;
  const iterable = kind === "loop" && isTarget ? loop.childForFieldName("right") : null;
  const isDisplay = iterable?.type === "tuple" || iterable?.type === "list";
  return isDisplay ? codeChildren(iterable) : [null];
}

function literalText(string: Node): readonly string[] | null {
  const parts = codeChildren(string);
  // A template string is no text, and an f-string only where nothing is filled in.
  if (/^[a-z]*t/i.test(string.text) || parts.some((part) => part.type === "interpolation")) return null;
  return [parts.map((part) => (part.type === "string_content" ? part.text : "")).join("")];
}

function joined(parts: readonly (readonly string[])[] | null): readonly string[] | null {
  if (!parts) return null;
  let texts: readonly string[] = [""];
  for (const part of parts) texts = texts.flatMap((start) => part.map((end) => start + end)).slice(0, MOST_TEXTS);
  return texts;
}
