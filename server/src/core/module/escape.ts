import type { Node } from "web-tree-sitter";
import { callArguments, codeChildren, contains, firstChild, parentOf } from "../syntax/nodes.ts";
import type { Binding } from "./binding.ts";
import type { Module } from "./module.ts";

export type Fate = "kept" | "yielded";

/**
 * How a function made in a loop may come to be called after the pass that made it: it is put into a container that was
 * there before, stored under a changing key or on a changing object, given to something that calls it later ("kept"),
 * or yielded. Null where it is used up: a call this file does not know is taken to be done with what it is given.
 */
export function outlivesPass(module: Module, value: Node, loop: Node, depth = 0): Fate | null {
  if (depth > 4) return null;
  let node = value;
  for (let parent = parentOf(node); parent; node = parent, parent = parentOf(parent)) {
    switch (parent.type) {
      case "parenthesized_expression":
      case "conditional_expression":
      case "boolean_operator":
      case "list":
      case "tuple":
      case "set":
      case "dictionary":
      case "expression_list":
        continue;
      case "pair":
        if (parent.childForFieldName("value")?.id !== node.id) return null;
        continue;
      case "list_comprehension":
      case "set_comprehension":
      case "dictionary_comprehension":
        if (parent.id === loop.id) return "kept";
        continue;
      case "yield":
        // `yield from` uses its iterable up before the pass goes on.
        return firstChild(parent, "from") ? null : "yielded";
      case "assignment":
        return parent.childForFieldName("right")?.id === node.id ? fateOfTarget(module, parent, loop, depth) : null;
      case "keyword_argument":
      case "argument_list":
        continue;
      case "call": {
        if (parent.childForFieldName("function")?.id === node.id) return null;
        const use = useByCall(module, parent, value, loop);
        if (use === "passes on") continue;
        return use === "keeps" ? "kept" : null;
      }
      case "decorated_definition":
        return null;
      default:
        return parent.type === "block" && value.type === "function_definition"
          ? fateOfName(module, value.childForFieldName("name"), loop, depth)
          : null;
    }
  }
  return null;
}

/** Methods that put their argument somewhere, or promise to call it later. */
const KEEPERS: ReadonlySet<string> = new Set(
  `append appendleft add insert put put_nowait setdefault submit connect register subscribe add_done_callback bind after
  call_soon call_soon_threadsafe call_later call_at add_callback`.split(/\s+/),
);
const KEEPING_CALLS: ReadonlySet<string> = new Set([
  "threading.Thread",
  "threading.Timer",
  "multiprocessing.Process",
  "_thread.start_new_thread",
  "atexit.register",
  "signal.signal",
  "weakref.finalize",
]);
/** Those of them that may be waited for. */
const JOINED = /^(threading|multiprocessing)\./;
const KEEPING_KEYWORDS: ReadonlySet<string> = new Set(["command", "callback"]);
/** Their results call what they were given only when they are used themselves. */
const LAZY_CALLS: ReadonlySet<string> = new Set(["functools.partial", "builtins.map", "builtins.filter"]);
const FRESH: ReadonlySet<string> = new Set(["list", "dictionary", "set", "list_comprehension", "tuple"]);

function useByCall(module: Module, call: Node, value: Node, loop: Node): "keeps" | "passes on" | "uses up" {
  const callee = call.childForFieldName("function");
  if (!callee) return "uses up";
  const name = module.qualifiedName(callee);
  if (name && LAZY_CALLS.has(name)) return "passes on";
  if (name && KEEPING_CALLS.has(name)) return JOINED.test(name) && joinsInPass(module, loop) ? "uses up" : "keeps";
  const keyword = [...callArguments(call).keywords].find(([, argument]) => contains(argument, value))?.[0];
  if (keyword) return KEEPING_KEYWORDS.has(keyword) ? "keeps" : "uses up";
  const method = callee.type === "attribute" ? (callee.childForFieldName("attribute")?.text ?? "") : "";
  const isKeeper = KEEPERS.has(method) && !isMadeInPass(module, callee, loop);
  return isKeeper ? "keeps" : "uses up";
}

/** `thread.join()`, with no limit of time: the pass goes on until what it started has ended. */
function joinsInPass(module: Module, loop: Node): boolean {
  return loop.descendantsOfType("attribute").some((method) => {
    const object = method?.childForFieldName("object");
    if (method?.childForFieldName("attribute")?.text !== "join" || object?.type !== "identifier") return false;
    const list = method.parent?.childForFieldName("arguments");
    return list?.namedChildCount === 0 && bindingsIn(module, object, loop).length > 0;
  });
}

/** `handlers = []` in the body of the loop, or the pool of a `with`: what is put in there is gone with the pass. */
function isMadeInPass(module: Module, callee: Node, loop: Node): boolean {
  const receiver = callee.childForFieldName("object");
  if (receiver?.type !== "identifier") return false;
  return bindingsIn(module, receiver, loop).some(({ kind, value }) => {
    if (kind === "with" || !value) return kind === "with";
    const called = value.type === "call" ? value.childForFieldName("function") : null;
    return (
      FRESH.has(value.type) ||
      (called !== null && /^builtins\.(list|dict|set)$/.test(module.qualifiedName(called) ?? ""))
    );
  });
}

function fateOfTarget(module: Module, assignment: Node, loop: Node, depth: number): Fate | null {
  const left = assignment.childForFieldName("left");
  if (left?.type === "identifier") return fateOfName(module, left, loop, depth);
  if (left?.type !== "subscript" && left?.type !== "attribute") return null;
  let owner: Node | null = left;
  while (owner && owner.type !== "identifier") {
    owner = owner.childForFieldName("object") ?? owner.childForFieldName("value");
  }
  // An object made in this pass may be gone with it; one that the loop goes over was there before.
  if (!owner || bindingsIn(module, owner, loop).some(({ kind }) => kind !== "loop")) return null;
  // The same place is overwritten by each pass, and the function that stays there is the last one, which is right.
  const varies = left.descendantsOfType("identifier").some((name) => name && bindingsIn(module, name, loop).length > 0);
  return varies ? "kept" : null;
}

function fateOfName(module: Module, name: Node | null, loop: Node, depth: number): Fate | null {
  const scope = name && module.lookup(name.text, module.scopeOf(name));
  if (!name || !scope) return null;
  for (const use of module.references(name.text, scope)) {
    const fate = use.id !== name.id && contains(loop, use) ? outlivesPass(module, use, loop, depth + 1) : null;
    if (fate) return fate;
  }
  return null;
}

/** Where the loop gives a name a new meaning. */
function bindingsIn(module: Module, name: Node, loop: Node): readonly Binding[] {
  return module.bindingsOf(name).filter(({ target }) => contains(loop, target));
}

/** The parts of a closure that run when it is called: not defaults, nor the first iterable of a generator. */
export function lateParts(closure: Node): Node[] {
  if (closure.type !== "generator_expression") {
    const body = closure.childForFieldName("body");
    return body ? [body] : [];
  }
  const first = closure.namedChildren.find((child) => child?.type === "for_in_clause")?.childForFieldName("right");
  return codeChildren(closure).filter((child) => !first || !contains(child, first));
}
