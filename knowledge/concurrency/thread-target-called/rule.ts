import type { Node } from "web-tree-sitter";
import {
  type CallArguments,
  callArguments,
  codeChildren,
  constantTexts,
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

/**
 * `position` and `keyword` say where the function is expected. It is called with what stands in a parameter `args` and
 * the one behind it, `kwargs`; with all further arguments; with one item of each of these; or with so many arguments.
 */
type Taker = { readonly position: number; readonly keyword?: string } & (
  | { readonly style: "args"; readonly args: number }
  | { readonly style: "rest" | "each" }
  | { readonly style: "fixed"; readonly given: number }
);

const TAKERS: ReadonlyMap<string, Taker> = new Map<string, Taker>([
  ["threading.Thread", { position: 1, keyword: "target", style: "args", args: 3 }],
  ["multiprocessing.Process", { position: 1, keyword: "target", style: "args", args: 3 }],
  ["threading.Timer", { position: 1, keyword: "function", style: "args", args: 2 }],
  ["signal.signal", { position: 1, keyword: "handler", style: "fixed", given: 2 }],
  ["atexit.register", { position: 0, style: "rest" }],
  ["submit", { position: 0, style: "rest" }],
  ["map", { position: 0, style: "each" }],
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
  if (isBare) {
    const given = givenBy(taker, outer, match.module);
    return given && accepts(definition, given) ? name : null;
  }
  if (taker.style === "fixed" || taker.style === "each") return null;
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

interface Given {
  readonly count: number;
  readonly keywords: readonly string[];
}

/** What the function will be called with; null where the file does not show it. */
function givenBy(taker: Taker, outer: CallArguments, module: Module): Given | null {
  if (taker.style === "fixed") return { count: taker.given, keywords: [] };
  if (outer.hasSplat) return null;
  if (taker.style !== "args") {
    const keywords = taker.style === "rest" ? [...outer.keywords.keys()] : [];
    return { count: outer.positional.length - 1, keywords };
  }
  const args = outer.keywords.get("args") ?? outer.positional[taker.args];
  const kwargs = outer.keywords.get("kwargs") ?? outer.positional[taker.args + 1];
  const isShown = !args || (/^(tuple|list)$/.test(args.type) && !firstChild(args, "list_splat"));
  const keywords = kwargs ? keysOf(kwargs, module) : [];
  return isShown && keywords ? { count: args ? codeChildren(args).length : 0, keywords } : null;
}

/** The keys of a literal `{"a": 1}`. */
function keysOf(kwargs: Node, module: Module): string[] | null {
  const pairs = kwargs.type === "dictionary" ? codeChildren(kwargs) : [kwargs];
  const keys = pairs.map((pair) => {
    const key = pair.type === "pair" ? pair.childForFieldName("key") : null;
    return key?.type === "string" ? constantTexts(module, key)?.[0] : undefined;
  });
  return keys.every((key) => key !== undefined) ? keys : null;
}

/** Whether a function can be called with so many positional arguments and these keywords. */
function accepts(definition: Node, { count, keywords }: Given): boolean {
  const list = definition.childForFieldName("parameters");
  let left = isInClass(definition) ? count + 1 : count;
  let isKeywordOnly = false;
  let takesAny = false;
  const named = new Set(keywords);
  for (const parameter of list ? codeChildren(list) : []) {
    const pattern = parameter.type === "typed_parameter" ? (parameter.firstNamedChild ?? parameter) : parameter;
    const name = (parameter.childForFieldName("name") ?? pattern).text;
    if (pattern.type === "dictionary_splat_pattern") takesAny = true;
    else if (pattern.type === "keyword_separator") isKeywordOnly = true;
    else if (pattern.type === "list_splat_pattern") [isKeywordOnly, left] = [true, 0];
    // What stands in front of it takes no keyword.
    else if (pattern.type === "positional_separator" && keywords.length > 0) return false;
    else if (pattern.type === "positional_separator") continue;
    else if (left > 0 && !isKeywordOnly) {
      if (named.has(name)) return false;
      left--;
    } else if (!named.delete(name) && !parameter.type.includes("default")) return false;
  }
  return left === 0 && (takesAny || named.size === 0);
}
