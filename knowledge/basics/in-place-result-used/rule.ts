import type { Node } from "web-tree-sitter";
import {
  callArguments,
  codeChildren,
  defineRule,
  dottedText,
  type Edit,
  enclosingFunction,
  expectsFailure,
  indentOf,
  insert,
  type Match,
  type Module,
  quoted,
  remove,
  replace,
  safeFix,
  t,
  unsafeFix,
  usesAfter,
} from "#rule";

const LIST_METHODS: ReadonlySet<string> = new Set("sort reverse append extend insert clear remove".split(" "));
/** The classes whose methods return None, and what makes one. */
const IN_PLACE: readonly (readonly [type: RegExp, methods: ReadonlySet<string>])[] = [
  [
    /^(builtins\.(list|sorted|dir)|typing\.List|os\.listdir|glob\.glob|re\.(findall|split)|shlex\.split|random\.(sample|choices))$/,
    LIST_METHODS,
  ],
  [/^(builtins\.set|typing\.Set)$/, new Set(["add", "clear", "discard", "remove", "update"])],
  [/^(builtins\.dict|typing\.Dict)$/, new Set(["clear", "update"])],
];
/** Displays make a new object, which nobody else can have a name for. */
const FRESH = /^(list|list_comprehension|set|set_comprehension|dictionary|dictionary_comprehension)$/;
const CONSEQUENCES = {
  assigned: t`the name is None`,
  returned: t`the function returns None`,
  iterated: t`there is nothing to loop over`,
  passed: t`None is what is passed`,
  chained: t`there is nothing to go on with`,
} as const;

interface Use {
  readonly kind: keyof typeof CONSEQUENCES;
  /** The statement, argument list or expression that gets the None. */
  readonly by: Node;
}

export default defineRule({
  check(match) {
    const call = match.node("call");
    const use = useOf(call);
    const changed = use && changedBy(match);
    if (!changed || (use.kind === "returned" && !isLost(changed, match.module))) return null;
    if (["builtins.TypeError", "builtins.AttributeError"].some((one) => expectsFailure(call, one, match.module)))
      return null;
    const method = match.finding.childForFieldName("attribute")?.text ?? match.finding.text;
    return { at: call, values: { method, receiver: changed.text, consequence: CONSEQUENCES[use.kind] } };
  },

  fix(match) {
    const call = match.node("call");
    const changed = changedBy(match);
    const use = changed && useOf(call);
    if (!use) return null;
    const assignment = use.by.type === "assignment" ? use.by : null;
    if (assignment && isPlain(assignment, match) && assignment.childForFieldName("left")?.text === changed.text) {
      const edit = remove({ start: assignment.startIndex, end: call.startIndex });
      // Something unknown may sort by `reverse=`, too, and into a new object.
      const isCertain = isShuffle(match) || match.module.typeName(changed) !== null;
      return isCertain
        ? safeFix(t`Leave out the assignment`, edit)
        : unsafeFix(t`Leave out the assignment (if ${quoted(changed.text)} is a list)`, edit);
    }
    const copied = inCopy(match, changed, use);
    if (copied) {
      return isLost(changed, match.module, call)
        ? safeFix(t`Take a new list: \`${copied.name}\``, ...copied.edits)
        : unsafeFix(
            t`Take a new list: \`${copied.name}\` (${quoted(changed.text)} itself stays as it is)`,
            ...copied.edits,
          );
    }
    return assignment && inTwoLines(match, changed, assignment);
  },
});

/** What the call changes in place, returning None, or null where that is not sure. */
function changedBy(match: Match): Node | null {
  const { module, finding } = match;
  const call = match.node("call");
  const { positional, keywords, hasSplat } = callArguments(call);
  if (isShuffle(match)) return positional[0] ?? null;
  const receiver = finding.childForFieldName("object");
  const method = finding.childForFieldName("attribute")?.text ?? "";
  const type = receiver && module.typeName(receiver);
  if (type) return IN_PLACE.some(([types, methods]) => types.test(type) && methods.has(method)) ? receiver : null;
  // Of an unknown object only `sort(key=...)` says what it is: `reverse()` of a graph or a query returns another one.
  const isListSort = method === "sort" && positional.length === 0 && !hasSplat && keywords.size > 0;
  if (!isListSort || ![...keywords.keys()].every((name) => name === "key" || name === "reverse")) return null;
  return definesMethod(module, method) ? null : receiver;
}

function isShuffle({ module, finding }: Match): boolean {
  return module.qualifiedName(finding) === "random.shuffle";
}

/** Whether a class of the file gives the name a meaning of its own. */
function definesMethod(module: Module, method: string): boolean {
  return module.root
    .descendantsOfType("function_definition")
    .some((one) => one?.childForFieldName("name")?.text === method);
}

/** Where the None goes. Operators and lambdas are left alone: `x in seen or seen.add(x)` counts on it. */
function useOf(call: Node): Use | null {
  let node = call;
  while (node.parent?.type === "parenthesized_expression") node = node.parent;
  const by = node.parent;
  const isField = (name: string) => by?.childForFieldName(name)?.id === node.id;
  switch (by?.type) {
    case "assignment":
      return isField("right") && !by.childForFieldName("left")?.text.startsWith("_") ? { kind: "assigned", by } : null;
    case "named_expression":
      return { kind: "assigned", by };
    case "return_statement":
      return { kind: "returned", by };
    case "for_statement":
    case "for_in_clause":
      return isField("right") ? { kind: "iterated", by } : null;
    case "argument_list":
      return isChecked(by) ? null : { kind: "passed", by };
    case "keyword_argument":
      return by.parent && !isChecked(by.parent) ? { kind: "passed", by } : null;
    case "attribute":
    case "subscript":
      return isField("object") || isField("value") ? { kind: "chained", by } : null;
    default:
      return null;
  }
}

/** `self.assertIsNone(items.sort())` knows. */
function isChecked(list: Node): boolean {
  const callee = list.parent?.childForFieldName("function");
  return /(^|\.)assert\w*$/.test(callee?.text ?? "");
}

/** Whether nobody sees the changed object any more: it has no name, or a local one that is not read again. */
function isLost(changed: Node, module: Module, place: Node = changed): boolean {
  if (isFresh(changed, module)) return true;
  const scope = changed.type === "identifier" ? module.lookup(changed.text, module.scopeOf(changed)) : null;
  if (!scope || scope.node.id !== enclosingFunction(changed)?.id) return false;
  const bindings = scope.bindings(changed.text);
  const isMadeHere = bindings.every(
    ({ kind, target, value }) => kind === "assignment" && value && isFresh(value, module) && isOnlyName(target),
  );
  if (!isMadeHere || usesAfter(place, changed, module).length > 0) return false;
  const own = new Set([changed.id, ...bindings.map(({ target }) => target.id)]);
  return module.references(changed.text, scope).every((use) => own.has(use.id) || isLookedAt(use));
}

/** `a` of `a = []`, and not of `a = b = []`. */
function isOnlyName(target: Node): boolean {
  const assignment = target.parent;
  return assignment?.parent?.type !== "assignment" && assignment?.childForFieldName("right")?.type !== "assignment";
}

/** Whether a use of a name gives the object to nobody who might keep it: a method is called, an item read, a loop made. */
function isLookedAt(use: Node): boolean {
  const { parent } = use;
  const isField = (name: string) => parent?.childForFieldName(name)?.id === use.id;
  switch (parent?.type) {
    case "attribute":
      return isField("object") && parent.parent?.childForFieldName("function")?.id === parent.id;
    case "subscript":
      return isField("value");
    case "for_statement":
      return isField("right");
    case "for_in_clause":
      // A generator goes through it later.
      return isField("right") && parent.parent?.type !== "generator_expression";
    default:
      return parent?.type === "comparison_operator";
  }
}

/** A display, or a call that is known to make a new object; others may hand out one that they keep. */
function isFresh(expression: Node, module: Module): boolean {
  if (expression.type !== "call") return FRESH.test(expression.type);
  const type = module.typeName(expression);
  return type !== null && IN_PLACE.some(([types]) => types.test(type));
}

/** `sorted(y)` for `y.sort()`, `list(reversed(y))` for `y.reverse()`. */
function inCopy(match: Match, changed: Node, use: Use): { name: string; edits: Edit[] } | null {
  const { module, finding } = match;
  const call = match.node("call");
  const list = call.childForFieldName("arguments");
  const method = finding.childForFieldName("attribute")?.text;
  const isFree = ["sorted", "list", "reversed"].every((name) => !module.lookup(name, module.scopeOf(call)));
  if (!list || !isFree || (use.kind === "chained" && use.by.type === "attribute")) return null;
  if (method === "reverse")
    return { name: "list(reversed(...))", edits: [replace(call, `list(reversed(${changed.text}))`)] };
  if (method !== "sort") return null;
  const comma = codeChildren(list).length === 0 ? "" : /^\(\s/.test(list.text) ? "," : ", ";
  const head = { start: call.startIndex, end: list.startIndex + 1 };
  return { name: "sorted(...)", edits: [{ span: head, text: `sorted(${changed.text}${comma}` }] };
}

/** First the call, then the assignment; of a new object first the assignment, then the call. */
function inTwoLines(match: Match, changed: Node, assignment: Node) {
  const call = match.node("call");
  const name = assignment.childForFieldName("left");
  const indent = indentOf(assignment, match.source);
  if (!name || indent === null || !isPlain(assignment, match)) return null;
  if (dottedText(changed)) {
    return unsafeFix(
      t`Assign \`${changed.text}\` in a line of its own (both names then mean one object)`,
      remove({ start: assignment.startIndex, end: call.startIndex }),
      insert(assignment.endIndex, `\n${indent}${name.text} = ${changed.text}`),
    );
  }
  // `shuffle` is given what it changes.
  const isReceiver = match.finding.childForFieldName("object")?.id === changed.id;
  const isNew = isReceiver && isFresh(changed, match.module);
  const isUsed = call
    .childForFieldName("arguments")
    ?.descendantsOfType(["identifier", "attribute"])
    .some((one) => one?.text === name.text);
  if (!isNew || isUsed) return null;
  return safeFix(t`Assign first, then change it`, insert(changed.endIndex, `\n${indent}${name.text}`));
}

/** `x = y.m()` alone on its lines: one name, no annotation, nothing behind it. */
function isPlain(assignment: Node, { source }: Match): boolean {
  const left = assignment.childForFieldName("left");
  if (!left || !dottedText(left) || assignment.childForFieldName("type")) return false;
  if (assignment.parent?.type !== "expression_statement" || assignment.childForFieldName("right")?.type !== "call")
    return false;
  const rest = source.slice(assignment.endIndex, source.lineStart(assignment.endPosition.row + 1));
  return indentOf(assignment, source) !== null && /^\s*(#.*)?$/.test(rest);
}
