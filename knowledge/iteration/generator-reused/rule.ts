import type { Node } from "web-tree-sitter";
import {
  ancestors,
  callArguments,
  canFollow,
  codeChildren,
  contains,
  defineRule,
  enclosingFunction,
  isAsync,
  leavesLoopAfter,
  type Match,
  type Module,
  replace,
  runningNodes,
  spanOf,
  statementOf,
  t,
  unsafeFix,
} from "#rule";

export default defineRule({
  check(match) {
    const made = iteratorOf(match);
    if (!made) return null;
    const uses = made.references.flatMap((name) => consumption(match.module, name) ?? []);
    const reuse = firstReuse(
      match.module,
      uses.filter((use) => !isExpectedEmpty(use.by)),
      uses,
    );
    const again = reuse?.use ?? uses.find((use) => use.isFull && isRepeated(use, made));
    if (!again) return null;
    const why = reuse ? t`was used up before: nothing is left of it here` : t`the first pass of the loop uses it up`;
    return {
      at: again.name,
      values: { name: again.name.text, why },
      related: [
        { span: spanOf(made.value), message: t`made here, once` },
        ...(reuse ? [{ span: spanOf(reuse.before.name), message: t`used up here` }] : []),
      ],
    };
  },

  fix(match) {
    const made = iteratorOf(match);
    if (!made || made.isFile || match.module.lookup("list", match.module.scopeOf(made.value))) return null;
    const { text, type } = made.value;
    // As an argument our parser would not read it in every case.
    if (/\\[\r\n]/.test(text)) return null;
    return unsafeFix(
      t`Keep the items in a \`list\` (they are all made at once, and stay in memory)`,
      replace(made.value, type === "generator_expression" && text.startsWith("(") ? `list${text}` : `list(${text})`),
    );
  },
});

interface Iterator {
  readonly target: Node;
  /** What makes it. */
  readonly value: Node;
  readonly isFile: boolean;
  /** Where the function, or the module, that made it names it. */
  readonly references: readonly Node[];
}

interface Consumption {
  readonly name: Node;
  /** What is done with it: the loop, the call, the unpacking. */
  readonly by: Node;
  /** Every item is taken; `any` may stop early. */
  readonly isFull: boolean;
}

const FULL: ReadonlySet<string> = new Set(
  "list tuple set frozenset sum max min sorted dict".split(" ").map((name) => `builtins.${name}`),
).add("collections.Counter");
const PARTIAL: ReadonlySet<string> = new Set(["builtins.any", "builtins.all"]);
const COMPREHENSION = /_comprehension$|^generator_expression$/;
const CONDITIONS =
  /^(if_statement|elif_clause|else_clause|except_clause|case_clause|while_statement|conditional_expression|boolean_operator)$/;
const YIELD: ReadonlySet<string> = new Set(["yield"]);
const BREAK: ReadonlySet<string> = new Set(["break_statement"]);
const CONTINUE: ReadonlySet<string> = new Set(["continue_statement"]);

/** A name that is bound once, to something that can be gone through once. */
function iteratorOf(match: Match): Iterator | null {
  const { module } = match;
  const value = match.maybe("call") ?? match.finding;
  // Names that `calls` brings here are known; every other call must be one of a generator function of this file.
  const isKnown = match.maybe("call") !== null || value.type === "generator_expression";
  const target = isKnown || callsGenerator(module, value) ? targetOf(value) : null;
  if (!target) return null;
  const scope = module.scopeOf(target);
  if (scope.kind !== "function" && scope.kind !== "module") return null;
  if (module.lookup(target.text, scope) !== scope || scope.bindings(target.text).length !== 1) return null;
  const home = enclosingFunction(target)?.id;
  const references = module
    .references(target.text, scope)
    .filter((name) => name.startIndex > value.endIndex && enclosingFunction(name)?.id === home);
  const isFile = value.type === "call" && /\bopen$/.test(module.qualifiedName(match.finding) ?? "");
  if (isFile && references.some((name) => isRewound(name) || isHandedOn(module, name) || waitsForMore(name)))
    return null;
  const { positional } = callArguments(value);
  const isIter = isKnown && module.qualifiedName(match.finding) === "builtins.iter";
  return isIter && mayBeginAgain(module, positional[0]) ? null : { target, value, isFile, references };
}

/** A file can go back, and may have grown. */
function isRewound(name: Node): boolean {
  return /^(seek|truncate|write|writelines|tell)$/.test(attributeOf(name));
}

/** Whoever is given the file may rewind it. */
function isHandedOn(module: Module, name: Node): boolean {
  return /^(argument_list|keyword_argument)$/.test(name.parent?.type ?? "") && !consumption(module, name);
}

/** `while True` around a loop over a file waits for its next lines. */
function waitsForMore(name: Node): boolean {
  return name.parent?.type === "for_statement" && [...ancestors(name)].some((one) => one.type === "while_statement");
}

/** What `iter` is given may be a file that is rewound, or an iterator of somebody's own that can begin again. */
function mayBeginAgain(module: Module, given: Node | undefined): boolean {
  if (given?.type === "call") return module.definitionOf(given.childForFieldName("function") ?? given) !== null;
  const scope = given?.type === "identifier" ? module.lookup(given.text, module.scopeOf(given)) : null;
  if (!given || !scope) return false;
  if (scope.bindings(given.text).some(({ value }) => value?.type === "call")) return true;
  return module.references(given.text, scope).some(isRewound);
}

/** `x` of `x = value` and `with value as x`. */
function targetOf(value: Node): Node | null {
  const parent = value.parent;
  const target =
    parent?.type === "assignment" && parent.childForFieldName("right")?.id === value.id
      ? parent.childForFieldName("left")
      : parent?.type === "as_pattern" && parent.parent?.type === "with_item"
        ? (parent.childForFieldName("alias")?.firstNamedChild ?? null)
        : null;
  return target?.type === "identifier" ? target : null;
}

function callsGenerator(module: Module, call: Node): boolean {
  const callee = call.childForFieldName("function");
  const name = callee?.childForFieldName("attribute")?.text ?? callee?.text ?? "";
  // Resolving every call of a file would cost more than this look at the names it defines.
  if (!callee || !module.definesFunction(name, "yield")) return false;
  const definition = module.definitionOf(callee);
  const body = definition?.type === "function_definition" ? definition.childForFieldName("body") : null;
  if (!definition || !body || isAsync(definition) || definition.parent?.type === "decorated_definition") return false;
  return !runningNodes(body, YIELD).next().done;
}

function attributeOf(name: Node): string {
  return name.parent?.type === "attribute" ? (name.parent.childForFieldName("attribute")?.text ?? "") : "";
}

/** How a reference goes through the iterator, where it surely does so on the spot. */
function consumption(module: Module, name: Node): Consumption | null {
  const parent = name.parent;
  switch (parent?.type) {
    case "for_statement": {
      const body = parent.childForFieldName("body");
      if (parent.childForFieldName("right")?.id !== name.id || !body || isAsync(parent)) return null;
      return { name, by: parent, isFull: runningNodes(body, BREAK).next().done === true };
    }
    case "list_splat":
      return { name, by: parent, isFull: true };
    case "for_in_clause": {
      if (parent.childForFieldName("right")?.id !== name.id || parent.child(0)?.type === "async") return null;
      const whole = parent.parent;
      if (!whole) return null;
      if (whole.type !== "generator_expression") return { name, by: whole, isFull: true };
      // A generator of a generator takes nothing until somebody takes from it.
      const list = whole.parent?.type === "argument_list" ? whole.parent : whole;
      return list.parent?.type === "call" ? callOn(module, list.parent, name, whole) : null;
    }
    case "argument_list":
      return parent.parent?.type === "call" ? callOn(module, parent.parent, name, name) : null;
    default:
      return null;
  }
}

function callOn(module: Module, call: Node, name: Node, argument: Node): Consumption | null {
  const callee = call.childForFieldName("function");
  const { positional, hasSplat } = callArguments(call);
  if (!callee || positional[0]?.id !== argument.id || hasSplat) return null;
  const called = module.qualifiedName(callee) ?? "";
  // `max(a, b)` compares its arguments.
  if (/\.(max|min)$/.test(called) && positional.length > 1) return null;
  if (FULL.has(called) || isJoin(module, callee)) return { name, by: call, isFull: true };
  return PARTIAL.has(called) ? { name, by: call, isFull: false } : null;
}

function isJoin(module: Module, callee: Node): boolean {
  const object = callee.type === "attribute" ? callee.childForFieldName("object") : null;
  const isJoining = callee.childForFieldName("attribute")?.text === "join";
  return object !== null && isJoining && module.typeName(object) === "builtins.str";
}

/** The first use that surely comes after one that left nothing. */
function firstReuse(
  module: Module,
  uses: readonly Consumption[],
  all: readonly Consumption[],
): { use: Consumption; before: Consumption } | null {
  for (const use of uses) {
    const before = all.find((one) => one !== use && one.isFull && isLeftEmpty(module, one, use));
    if (before) return { use, before };
  }
  return null;
}

/** `assertEqual(list(it), [])`, `list(it) == []`: that nothing is left is what is asked. */
function isExpectedEmpty(by: Node): boolean {
  const isBeside = by.parent?.type === "argument_list" || by.parent?.type === "comparison_operator";
  return isBeside && codeChildren(by.parent ?? by).some((one) => /^(\[\]|\(\)|set\(\))$/.test(one.text));
}

function isLeftEmpty(module: Module, first: Consumption, second: Consumption): boolean {
  if (contains(first.by, second.by) || contains(second.by, first.by)) return false;
  if (!canFollow(first.by, second.by, module)) return false;
  // Two conditions may be meant never to hold together.
  return !isConditional(first.by, second.by) || !isConditional(second.by, first.by);
}

/** Whether a place runs only sometimes when another one does. */
function isConditional(place: Node, other: Node): boolean {
  for (const ancestor of ancestors(place)) {
    if (contains(ancestor, other)) return ancestor.type === "try_statement";
    if (CONDITIONS.test(ancestor.type)) return true;
  }
  return false;
}

/** One use in a loop that does not make the iterator anew, in every pass. */
function isRepeated({ name, by }: Consumption, { target, isFile }: Iterator): boolean {
  let child = name;
  for (const loop of ancestors(name)) {
    if (contains(loop, target) || loop.type === "class_definition") return false;
    if (loop.type === "for_statement" && child.id === loop.childForFieldName("body")?.id) {
      return !isFile && !leavesLoopAfter(statementOf(by), loop) && !skipsSome(child, name);
    }
    if (COMPREHENSION.test(loop.type) && !isFirstClause(loop, child)) {
      return child.type === "if_clause" || !codeChildren(loop).some((part) => part.type === "if_clause");
    }
    if (CONDITIONS.test(loop.type)) return false;
    child = loop;
  }
  return false;
}

function isFirstClause(comprehension: Node, clause: Node): boolean {
  return codeChildren(comprehension).find((child) => child.type === "for_in_clause")?.id === clause.id;
}

/** Whether a pass may go on to the next one before it comes to a place. */
function skipsSome(body: Node, place: Node): boolean {
  for (const jump of runningNodes(body, CONTINUE)) if (jump.startIndex < place.startIndex) return true;
  return false;
}
