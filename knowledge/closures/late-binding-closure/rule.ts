import type { Node } from "web-tree-sitter";
import {
  ancestors,
  codeChildren,
  contains,
  defineRule,
  insert,
  lateParts,
  leavesLoopAfter,
  type Match,
  outlivesPass,
  type Span,
  spanOf,
  statementOf,
  t,
  unsafeFix,
} from "#rule";

const FUNCTIONS: ReadonlySet<string> = new Set(["function_definition", "lambda", "class_definition"]);
const COMPREHENSIONS: ReadonlySet<string> = new Set([
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
]);
/** What a name is bound to by these is not what the loop changes from pass to pass. */
const CONSTANT_KINDS: ReadonlySet<string> = new Set(["function", "class", "import"]);

export default defineRule({
  check(match) {
    return lateNames(match).map(({ name, readAt, boundAt, isYielded }) => ({
      at: readAt,
      values: { name },
      related: [{ span: boundAt, message: t`the loop gives \`${name}\` a new value here` }],
      // Whoever iterates may well be done with each function before asking for the next.
      ...(isYielded ? { severity: "information" as const } : {}),
    }));
  },

  fix(match) {
    const closure = match.node("closure");
    if (closure.type === "generator_expression") return null;
    const late = lateNames(match);
    // What is set only further down is not there yet when the first default is evaluated.
    if (late.some(({ firstAt }) => firstAt >= statementOf(closure).endIndex)) return null;
    const names = [...new Set(late.map(({ name }) => name))];
    const list = closure.childForFieldName("parameters");
    const parameters = list ? codeChildren(list) : [];
    // Behind **kwargs no parameter may follow.
    if (parameters.some((one) => one.text.startsWith("**"))) return null;
    if (parameters.some((one) => names.includes(one.text))) return null;
    // Nor may a parameter be declared to be somebody else's.
    if (closure.descendantsOfType(["global_statement", "nonlocal_statement"]).length > 0) return null;
    const defaults = names.map((name) => `${name}=${name}`).join(", ");
    const isKeywordOnly = parameters.some((one) => one.text.startsWith("*"));
    const title = isKeywordOnly
      ? t`Bind \`${names.join(", ")}\` now, as a default (the signature gets one more parameter)`
      : t`Bind \`${names.join(", ")}\` now, as a default (one more positional argument would replace it)`;
    const last = parameters.at(-1);
    if (last) return unsafeFix(title, insert(last.endIndex, `, ${defaults}`));
    return list
      ? unsafeFix(title, insert(list.startIndex + 1, defaults))
      : unsafeFix(title, insert(match.finding.endIndex, ` ${defaults}`));
  },
});

interface LateName {
  readonly name: string;
  readonly readAt: Span;
  readonly boundAt: Span;
  /** Where the name is bound first, in the loop or before it. */
  readonly firstAt: number;
  readonly isYielded: boolean;
}

/** Names the closure reads from a loop that will have moved on when it does. */
function lateNames(match: Match): LateName[] {
  const closure = match.node("closure");
  const found: LateName[] = [];
  for (const loop of loopsAround(closure)) {
    if (!COMPREHENSIONS.has(loop.type) && leavesLoopAfter(statementOf(closure), loop)) continue;
    const names = namesFromLoop(match, closure, loop).filter(({ name }) => !found.some((late) => late.name === name));
    const fate = names.length > 0 ? outlivesPass(match.module, closure, loop) : null;
    if (fate) found.push(...names.map((name) => ({ ...name, isYielded: fate === "yielded" })));
  }
  return found;
}

/** Loops whose passes make the closure again and again: up to the next function. */
function loopsAround(closure: Node): Node[] {
  const loops: Node[] = [];
  let child = closure;
  for (const ancestor of ancestors(closure)) {
    if (FUNCTIONS.has(ancestor.type)) break;
    const isBody = child.id === ancestor.childForFieldName("body")?.id;
    const isLoop = ancestor.type === "for_statement" || ancestor.type === "while_statement";
    if (isBody && (isLoop || COMPREHENSIONS.has(ancestor.type))) loops.push(ancestor);
    child = ancestor;
  }
  return loops;
}

function namesFromLoop({ module }: Match, closure: Node, loop: Node): Omit<LateName, "isYielded">[] {
  const found = new Map<string, Omit<LateName, "isYielded">>();
  for (const part of lateParts(closure)) {
    for (const identifier of [part, ...part.descendantsOfType("identifier")]) {
      if (identifier?.type !== "identifier" || found.has(identifier.text)) continue;
      const scope = module.lookup(identifier.text, module.scopeOf(identifier));
      // A name of the closure's own, a parameter among them, is not the loop's.
      if (!scope || (contains(closure, scope.node) && scope.kind !== "module")) continue;
      const bindings = scope.bindings(identifier.text);
      const binding = bindings.find(({ target }) => contains(loop, target));
      if (!binding || CONSTANT_KINDS.has(binding.kind) || contains(closure, binding.target)) continue;
      if (isNameOfPart(identifier)) continue;
      const name = identifier.text;
      const firstAt = Math.min(...bindings.map(({ target }) => target.startIndex));
      found.set(name, { name, readAt: spanOf(identifier), boundAt: spanOf(binding.target), firstAt });
    }
  }
  return [...found.values()];
}

function isNameOfPart(identifier: Node): boolean {
  const parent = identifier.parent;
  if (parent?.type === "attribute") return parent.childForFieldName("attribute")?.id === identifier.id;
  return parent?.type === "keyword_argument" && parent.childForFieldName("name")?.id === identifier.id;
}
