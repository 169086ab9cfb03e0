import type { Node } from "web-tree-sitter";
import {
  callArguments,
  codeChildren,
  defineRule,
  firstChild,
  isAsync,
  isDocstring,
  isInClass,
  type Match,
  type Module,
  quoted,
  replace,
  runningNodes,
  t,
  unparenthesized,
  unsafeFix,
} from "#rule";

export default defineRule({
  check(match) {
    const argument = takenCall(match);
    const definition = argument && calledFunction(argument, match.module);
    if (!definition || mayReturnCallable(definition, match.module)) return null;
    const name = definition.childForFieldName("name") ?? definition;
    return {
      at: argument,
      values: { call: argument.text, taker: match.finding.text },
      related: [{ span: { start: name.startIndex, end: name.endIndex }, message: t`what it returns cannot be called` }],
    };
  },

  fix(match) {
    const argument = takenCall(match);
    const callee = argument?.childForFieldName("function");
    const definition = argument && calledFunction(argument, match.module);
    const text = argument && callee && definition && passed(argument, callee.text, definition, match);
    // The coroutine or generator that a call makes would be thrown away, in a thread as well as here.
    if (!text || isAsync(definition) || isGenerator(definition)) return null;
    return unsafeFix(
      t`Pass the function itself: ${quoted(text)} (it is no longer called here)`,
      replace(argument, text),
    );
  },
});

/** How a taker passes arguments on: by a parameter `args`, by its own further arguments, or not at all. */
type Style = "args" | "rest" | "fixed";

/** `position` and `keyword` say where the function is expected; `given` is what it will be called with. */
const TAKERS: ReadonlyMap<string, { position: number; keyword?: string; style: Style; given: number }> = new Map([
  ["threading.Thread", { position: 1, keyword: "target", style: "args", given: 0 }],
  ["multiprocessing.Process", { position: 1, keyword: "target", style: "args", given: 0 }],
  ["threading.Timer", { position: 1, keyword: "function", style: "args", given: 0 }],
  ["signal.signal", { position: 1, keyword: "handler", style: "fixed", given: 2 }],
  ["atexit.register", { position: 0, style: "rest", given: 0 }],
  ["submit", { position: 0, style: "rest", given: 0 }],
  ["map", { position: 0, style: "fixed", given: 1 }],
  ["add_done_callback", { position: 0, style: "fixed", given: 1 }],
]);

const EXECUTOR = /^concurrent\.futures\.(thread\.|process\.)?(Thread|Process|Interpreter)PoolExecutor$/;

function takerOf(match: Match) {
  const method = match.maybe("method")?.text;
  if (method === undefined) return TAKERS.get(match.module.qualifiedName(match.finding) ?? "");
  // Only futures have `add_done_callback`; a `submit` or `map` of something unknown may well take a value.
  const isKnown = method === "add_done_callback" || EXECUTOR.test(match.module.typeName(match.node("receiver")) ?? "");
  return isKnown ? TAKERS.get(method) : undefined;
}

/** The call that stands where a function is expected. */
function takenCall(match: Match): Node | null {
  const taker = takerOf(match);
  if (!taker) return null;
  const { positional, keywords, hasSplat } = callArguments(match.node("call"));
  const named = taker.keyword === undefined ? undefined : keywords.get(taker.keyword);
  const argument = named ?? (hasSplat ? undefined : positional[taker.position]);
  return argument?.type === "call" ? argument : null;
}

/** The function of this file that is called; a decorator may make anything of it. */
function calledFunction(call: Node, module: Module): Node | null {
  const callee = call.childForFieldName("function");
  const definition = callee && module.definitionOf(callee);
  const isPlain = definition?.type === "function_definition" && definition.parent?.type !== "decorated_definition";
  return isPlain ? definition : null;
}

const RETURN: ReadonlySet<string> = new Set(["return_statement"]);
const YIELD: ReadonlySet<string> = new Set(["yield"]);
const EMPTY: ReadonlySet<string> = new Set(["pass_statement", "raise_statement", "return_statement"]);
const PLAIN_TYPES = /^(None|types\.GeneratorType|builtins\.(list|dict|set|tuple|str|bytes|int|float|bool))$/;
const PLAIN_RESULTS =
  /^builtins\.(abs|all|any|bin|chr|dict|enumerate|float|format|hash|hex|id|input|int|isinstance|len|list|oct|open|ord|print|range|repr|round|set|sorted|str|sum|tuple|zip)$/;
const OPERATORS: ReadonlySet<string> = new Set(["comparison_operator", "not_operator", "unary_operator"]);

/** Whether a call may give something that can be called: true wherever the file does not show that it cannot. */
function mayReturnCallable(definition: Node, module: Module): boolean {
  const body = definition.childForFieldName("body");
  if (!body || isAbstract(definition, body)) return true;
  if (isAsync(definition) || isGenerator(definition)) return false;
  return [...runningNodes(body, RETURN)].some((statement) => {
    const value = codeChildren(statement)[0];
    return value !== undefined && !isPlain(value, module);
  });
}

/** A body that does nothing is there to be replaced; so, in a class, is one that only answers with a constant. */
function isAbstract(definition: Node, body: Node): boolean {
  return codeChildren(body).every((statement) => {
    if (isDocstring(statement) || statement.text === "...") return true;
    const isReturn = statement.type === "return_statement";
    return EMPTY.has(statement.type) && (!isReturn || isInClass(definition));
  });
}

function isGenerator(definition: Node): boolean {
  const body = definition.childForFieldName("body");
  for (const _ of body ? runningNodes(body, YIELD) : []) return true;
  return false;
}

function isPlain(value: Node, module: Module): boolean {
  const expression = unparenthesized(value);
  if (expression.type === "expression_list" || OPERATORS.has(expression.type)) return true;
  if (expression.type === "binary_operator") return !/^[|&^@]|<<|>>$/.test(operatorOf(expression));
  if (expression.type === "conditional_expression") {
    const [first, , last] = codeChildren(expression);
    return first !== undefined && last !== undefined && isPlain(first, module) && isPlain(last, module);
  }
  const type = module.typeName(expression) ?? "";
  return PLAIN_TYPES.test(type) || (expression.type === "call" && PLAIN_RESULTS.test(type));
}

function operatorOf(expression: Node): string {
  return expression.childForFieldName("operator")?.type ?? "";
}

/** The arguments that pass the function on, and what it was called with; null where there is no place for that. */
function passed(call: Node, name: string, definition: Node, match: Match): string | null {
  const taker = takerOf(match);
  const own = callArguments(call);
  const outer = callArguments(match.node("call"));
  const list = call.childForFieldName("arguments");
  if (!taker || own.hasSplat || list?.type !== "argument_list" || firstChild(list, "comment")) return null;
  const keywords = [...own.keywords].map(([key, value]) => ({ key, text: value.text }));
  const positional = own.positional.map(({ text }) => text);
  const isBare = positional.length === 0 && keywords.length === 0;
  if (taker.style === "fixed") return isBare && accepts(definition, taker.given) ? name : null;
  if (isBare) return name;
  if (taker.style === "rest") {
    const isAlone = outer.positional.length === 1 && outer.keywords.size === 0 && !outer.hasSplat;
    return isAlone ? [name, ...positional, ...keywords.map(({ key, text }) => `${key}=${text}`)].join(", ") : null;
  }
  const isLast = outer.positional.length <= taker.position + 1 && !outer.hasSplat;
  if (!isLast || outer.keywords.has("args") || outer.keywords.has("kwargs")) return null;
  const args = positional.length > 0 ? [`args=(${positional.join(", ")}${positional.length === 1 ? "," : ""})`] : [];
  const kwargs = keywords.map(({ key, text }) => `"${key}": ${text}`).join(", ");
  return [name, ...args, ...(kwargs ? [`kwargs={${kwargs}}`] : [])].join(", ");
}

/** Whether a function can be called with so many positional arguments. */
function accepts(definition: Node, count: number): boolean {
  const list = definition.childForFieldName("parameters");
  let [required, most] = isInClass(definition) ? [-1, -1] : [0, 0];
  for (const parameter of list ? codeChildren(list) : []) {
    const pattern = parameter.type === "typed_parameter" ? parameter.firstNamedChild : parameter;
    if (pattern?.type === "keyword_separator") break;
    if (pattern?.type === "list_splat_pattern") return required <= count;
    if (pattern?.type === "positional_separator" || pattern?.type === "dictionary_splat_pattern") continue;
    most++;
    if (!parameter.type.includes("default")) required++;
  }
  return required <= count && count <= most;
}
