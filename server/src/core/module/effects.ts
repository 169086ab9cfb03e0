import type { Node } from "web-tree-sitter";
import { callArguments, codeChildren, dottedText } from "../syntax/nodes.ts";
import type { Module } from "./module.ts";

/** What evaluating an expression costs and does, for rules that would evaluate it at another time, or once more. */

const CONSTANTS: ReadonlySet<string> = new Set(["integer", "float", "string", "true", "false", "none"]);
const DISPLAYS: ReadonlySet<string> = new Set(["list", "tuple", "set", "dictionary", "pair"]);
/** Calls that make an empty container and nothing else. */
const MAKERS =
  /^(builtins\.(list|dict|set|tuple|frozenset|bytearray)|collections\.(defaultdict|OrderedDict|deque|Counter))$/;

/** A number, also a negative one, a string without fields, True, False or None. */
export function isConstant(node: Node): boolean {
  if (node.type === "unary_operator") return isConstant(node.childForFieldName("argument") ?? node);
  return CONSTANTS.has(node.type) && node.descendantsOfType("interpolation").length === 0;
}

/** Names, attributes and constants, and tuples of them: to evaluate them twice is to evaluate them once. */
export function isSimple(node: Node): boolean {
  if (node.type === "tuple") return codeChildren(node).every(isSimple);
  return isConstant(node) || dottedText(node) !== null;
}

/** What costs next to nothing to make: simple expressions, displays of them, and empty containers. */
export function isCheap(value: Node, module: Module): boolean {
  if (isSimple(value)) return true;
  if (DISPLAYS.has(value.type)) return codeChildren(value).every((item) => isCheap(item, module));
  return value.type === "call" && makesEmpty(value, module);
}

/** What can be evaluated although nobody asked: cheap, cannot fail, and nobody notices. */
export function isHarmless(value: Node, module: Module): boolean {
  if (isConstant(value)) return true;
  if (value.type === "identifier") {
    if (module.qualifiedName(value)?.startsWith("builtins.")) return true;
    return module.bindingsOf(value).some(({ kind }) => kind === "parameter" || kind === "import");
  }
  if (value.type === "set" && !codeChildren(value).every(isHashable)) return false;
  if (value.type === "pair" && !isHashable(value.childForFieldName("key") ?? value)) return false;
  if (DISPLAYS.has(value.type)) return codeChildren(value).every((item) => isHarmless(item, module));
  return value.type === "call" && makesEmpty(value, module);
}

/** What surely can be a key or be in a set: constants and tuples of them. */
export function isHashable(value: Node): boolean {
  return isConstant(value) || (value.type === "tuple" && codeChildren(value).every(isHashable));
}

function makesEmpty(call: Node, module: Module): boolean {
  const callee = call.childForFieldName("function");
  const name = callee && module.qualifiedName(callee);
  if (!name || !MAKERS.test(name)) return false;
  const { positional, keywords, hasSplat } = callArguments(call);
  if (hasSplat || keywords.size > 0) return false;
  // `defaultdict(list)` is as empty as `list()`.
  return positional.length === 0 || (name === "collections.defaultdict" && positional.every(isSimple));
}
