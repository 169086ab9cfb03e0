import type { Node } from "web-tree-sitter";
import { callArguments, isAsync, unparenthesized } from "../syntax/nodes.ts";
import { t, type Words } from "../words.ts";
import { decoratorsOf } from "./classes.ts";
import { runningNodes } from "./flow.ts";
import type { Module } from "./module.ts";

/**
 * Whether a function does nothing but compute. Loops of arithmetic and recursion are evidence for it. Whatever may
 * wait or let go of the GIL is evidence against, and so is every call whose body this file does not show, unless it is
 * known to be plain computation: what cannot be seen is not judged.
 *
 * Returns the evidence in a few words ("a loop of arithmetic in line 12"), or null.
 */
export function computationIn(module: Module, definition: Node): Words | null {
  const seen = new Set<number>();
  return isPure(module, definition, seen) ? findEvidence(module, definition, new Set()) : null;
}

/** The function that a callable argument names: `f`, `self.m`, `lambda: ...`, `functools.partial(f, 1)`. */
export function callableDefinition(module: Module, node: Node): Node | null {
  const expression = unparenthesized(node);
  if (expression.type !== "call") return functionOnly(module.definitionOf(expression));
  const callee = expression.childForFieldName("function");
  const first = callArguments(expression).positional[0];
  const isPartial = callee && module.qualifiedName(callee) === "functools.partial";
  return isPartial && first ? callableDefinition(module, first) : null;
}

/** Builtins that neither wait nor call back into code that might: what they are given is looked at by itself. */
const COMPUTING_BUILTINS: ReadonlySet<string> = new Set(
  `abs all any ascii bin bool bytearray bytes chr complex dict divmod enumerate filter float format frozenset hash hex
  id int isinstance issubclass iter len list map max min object oct ord pow print range repr reversed round set slice
  sorted str sum tuple type zip ArithmeticError AssertionError Exception IndexError KeyError OverflowError RuntimeError
  StopIteration TypeError ValueError ZeroDivisionError NotImplementedError`.split(/\s+/),
);

/** Standard modules whose functions compute with the GIL held. */
const COMPUTING_MODULES: ReadonlySet<string> = new Set(
  "bisect cmath collections decimal fractions functools heapq itertools math operator random statistics string".split(
    " ",
  ),
);

/** Reading a clock is neither work nor waiting; looking at a value's size is nothing at all. */
const HARMLESS: ReadonlySet<string> = new Set([
  "time.perf_counter",
  "time.perf_counter_ns",
  "time.process_time",
  "time.monotonic",
  "time.time",
  "sys.getsizeof",
]);

/** Methods that only builtin containers and strings have, whatever the receiver turns out to be; arrays, too, sort. */
const CONTAINER_METHODS: ReadonlySet<string> = new Set(
  `append extend insert reverse items keys values startswith endswith lower upper strip lstrip rstrip split
  isdigit isalpha bit_length setdefault popitem most_common appendleft popleft`.split(/\s+/),
);

const BUILTIN_CONTAINERS =
  /^(builtins\.(list|dict|set|frozenset|tuple|str|bytes|bytearray|int|float|bool)|collections\.)/;

const OPAQUE: ReadonlySet<string> = new Set([
  "await",
  "yield",
  "with_statement",
  "import_statement",
  "import_from_statement",
]);
const CALLS: ReadonlySet<string> = new Set(["call"]);
const LOOPS: ReadonlySet<string> = new Set(["for_statement", "while_statement", ...comprehensions()]);
const ARITHMETIC: ReadonlySet<string> = new Set(["binary_operator", "augmented_assignment"]);

const KEEPS_AS_IS = /^(builtins|functools|abc|typing)\./;

/** A loop of fewer passes than this is not what anybody starts a thread for. */
const MANY_PASSES = 1000;

function isPure(module: Module, definition: Node, seen: Set<number>): boolean {
  if (seen.has(definition.id)) return true;
  seen.add(definition.id);
  if (definition.type === "function_definition" && isAsync(definition)) return false;
  // A decorator may compile it, as Numba's do, and let go of the GIL.
  if (!decoratorsOf(definition).every((one) => KEEPS_AS_IS.test(module.qualifiedName(one) ?? ""))) return false;
  for (const _ of runningNodes(bodyOf(definition), OPAQUE)) return false;
  for (const call of callsIn(definition)) if (!isPureCall(module, call, seen)) return false;
  return true;
}

function isPureCall(module: Module, call: Node, seen: Set<number>): boolean {
  const callee = call.childForFieldName("function");
  if (!callee) return false;
  const local = functionOnly(module.definitionOf(callee));
  if (local) return isPure(module, local, seen);
  const name = module.qualifiedName(callee);
  if (name) {
    if (name.startsWith("builtins.")) return COMPUTING_BUILTINS.has(name.slice("builtins.".length));
    return HARMLESS.has(name) || COMPUTING_MODULES.has(name.split(".")[0] ?? "");
  }
  if (callee.type !== "attribute") return false;
  const method = callee.childForFieldName("attribute")?.text ?? "";
  const receiver = callee.childForFieldName("object");
  const type = receiver && module.typeName(receiver);
  return type ? BUILTIN_CONTAINERS.test(type) : CONTAINER_METHODS.has(method);
}

function findEvidence(module: Module, definition: Node, seen: Set<number>): Words | null {
  if (seen.has(definition.id)) return null;
  seen.add(definition.id);
  const body = bodyOf(definition);
  for (const loop of loopsIn(body)) {
    if (isLong(module, loop) && hasArithmetic(loop))
      return t`a loop of arithmetic in line ${String(module.lineOf(loop))}`;
  }
  for (const call of callsIn(definition)) {
    const callee = call.childForFieldName("function");
    const local = callee && functionOnly(module.definitionOf(callee));
    if (!local) continue;
    if (local.id === definition.id) return t`recursion in line ${String(module.lineOf(call))}`;
    const evidence = findEvidence(module, local, seen);
    if (evidence) return evidence;
  }
  return null;
}

/** `while` loops, and `for` over a range that is not known to be short. What else is iterated over may be short. */
function isLong(module: Module, loop: Node): boolean {
  if (loop.type === "while_statement") return true;
  const clause =
    loop.type === "for_statement" ? loop : loop.namedChildren.find((child) => child?.type === "for_in_clause");
  let iterable = clause?.childForFieldName("right");
  while (iterable?.type === "call") {
    const callee = iterable.childForFieldName("function");
    const name = callee && module.qualifiedName(callee);
    const { positional } = callArguments(iterable);
    if (name === "builtins.range") return !positional.every((bound) => isSmallNumber(bound));
    if (name !== "builtins.enumerate" && name !== "builtins.reversed") return name === "itertools.count";
    iterable = positional[0] ?? null;
  }
  return false;
}

function isSmallNumber(node: Node): boolean {
  const digits = node.text.replaceAll("_", "").replace(/^-/, "");
  return node.type !== "binary_operator" && /^\d+$/.test(digits) && Number(digits) < MANY_PASSES;
}

function hasArithmetic(loop: Node): boolean {
  for (const node of runningNodes(loop, ARITHMETIC)) {
    // Gluing and formatting text is work too, but not the kind that keeps a core busy.
    const operands = [node.childForFieldName("left"), node.childForFieldName("right")];
    if (!operands.some((operand) => operand?.type === "string" || operand?.type === "concatenated_string")) return true;
  }
  return false;
}

function bodyOf(definition: Node): Node {
  return definition.childForFieldName("body") ?? definition;
}

function* callsIn(definition: Node): Generator<Node> {
  const body = bodyOf(definition);
  if (body.type === "call") yield body;
  yield* runningNodes(body, CALLS);
}

function* loopsIn(body: Node): Generator<Node> {
  if (LOOPS.has(body.type)) yield body;
  yield* runningNodes(body, LOOPS);
}

function functionOnly(definition: Node | null): Node | null {
  return definition?.type === "class_definition" ? null : definition;
}

function comprehensions(): string[] {
  return ["list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression"];
}
