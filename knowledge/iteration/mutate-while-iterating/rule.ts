import type { Node } from "web-tree-sitter";
import {
  ancestors,
  callArguments,
  codeChildren,
  contains,
  defineRule,
  dottedText,
  enclosingMethod,
  expectsFailure,
  leavesLoopAfter,
  type Match,
  quoted,
  type Report,
  replace,
  runningNodes,
  safeFix,
  statementOf,
  t,
  unsafeFix,
} from "#rule";

const SHRINK_OR_GROW: ReadonlySet<string> = new Set(
  "append insert remove pop clear extend add discard update popitem setdefault appendleft popleft extendleft".split(
    " ",
  ),
);
const SHRINK: ReadonlySet<string> = new Set("remove pop clear discard popitem".split(" "));
/** A list that grows behind the loop is how worklists are written; the loop then visits the new items too. */
const GROW_AT_END: ReadonlySet<string> = new Set(["append", "extend"]);
const VIEWS: ReadonlySet<string> = new Set(["items", "keys", "values"]);
/** Classes whose iterators notice or suffer from a change of size; other classes may well allow it. */
const CONTAINERS =
  /^(builtins\.(list|dict|set|bytearray)|collections\.(deque|defaultdict|OrderedDict|Counter|UserList|UserDict))$/;
const CHANGES: ReadonlySet<string> = new Set(["call", "delete_statement", "assignment"]);
const WRITES: ReadonlySet<string> = new Set([...CHANGES, "augmented_assignment"]);
const BINDERS: ReadonlySet<string> = new Set(["assignment", "for_statement", "as_pattern"]);
/** After these the name, if it means anything, means the same object, mostly. */
const KEEPING: ReadonlySet<string> = new Set(["augmented", "deleted"]);

interface Change {
  readonly text: string;
  /** It can be meant: worth knowing, not an error. */
  readonly isMild: boolean;
  /** It resizes only if the key is new. */
  readonly isNewKey?: boolean;
}

interface Iterated {
  /** The container itself: `d` in `for k in d.items()`. */
  readonly container: Node;
  readonly path: string;
  readonly isDict: boolean;
  /** It raises where a list grows behind the loop. */
  readonly isDeque: boolean;
}

export default defineRule({
  check(match) {
    const iterated = iteratedBy(match);
    if (!iterated || isRebound(iterated, match)) return null;
    const body = match.node("body");
    if (expectsFailure(match.node("loop"), "builtins.RuntimeError", match.module)) return null;
    const reports: Report[] = [];
    for (const node of runningNodes(body, CHANGES)) {
      const change = changeOf(node, iterated, match);
      if (!change || leavesLoopAfter(statementOf(node), match.node("loop"))) continue;
      reports.push({
        at: node,
        values: {
          change: change.text,
          container: iterated.path,
          resizes: change.isNewKey ? t`may resize` : t`resizes`,
        },
        related: [
          { span: { start: match.finding.startIndex, end: match.finding.endIndex }, message: t`iterated here` },
        ],
        ...(change.isMild ? { severity: "information" as const } : {}),
      });
    }
    return reports;
  },

  fix(match, report) {
    const iterated = iteratedBy(match);
    if (!iterated || report.severity === "information") return null;
    if (match.module.lookup("list", match.module.scopeOf(match.finding))) return null;
    if (isEnumerate(match) && changesByIndex(iterated, match)) return null;
    const inner = isEnumerate(match) ? iterated.container : match.finding;
    const text = `list(${inner.text})`;
    const edit = replace(inner, text);
    const copy = quoted(text);
    // Where a dict or a set only shrinks, it raises RuntimeError, so no working program loses anything by the copy.
    return iterated.isDict && onlyShrinks(iterated, match)
      ? safeFix(t`Iterate over a copy: ${copy}`, edit)
      : unsafeFix(t`Iterate over a copy: ${copy} (the loop then visits what was there at its start)`, edit);
  },
});

function iteratedBy(match: Match): Iterated | null {
  const { module, finding } = match;
  let container: Node | null = finding;
  let isView = false;
  if (finding.type === "call") {
    const callee = finding.childForFieldName("function");
    const { positional } = callArguments(finding);
    if (isEnumerate(match)) container = positional[0] ?? null;
    else if (callee?.type === "attribute" && VIEWS.has(callee.childForFieldName("attribute")?.text ?? "")) {
      container = positional.length === 0 ? callee.childForFieldName("object") : null;
      isView = true;
    } else return null;
  }
  const path = container && dottedText(container);
  // What changes it names it.
  if (!container || !path || !match.node("body").text.includes(path.split(".").at(-1) ?? "")) return null;
  // What iterating over `self` means is for the class to say.
  if (path === firstParameter(container)) return null;
  const type = module.typeName(container);
  if (type && !CONTAINERS.test(type)) return null;
  const isDict = isView || /\.(dict|set|defaultdict|OrderedDict|Counter|UserDict)$/.test(type ?? "");
  return { container, path, isDict, isDeque: type === "collections.deque" };
}

function firstParameter(node: Node): string | undefined {
  const list = enclosingMethod(node)?.method.childForFieldName("parameters");
  return list ? codeChildren(list)[0]?.text : undefined;
}

function isEnumerate({ module, finding }: Match): boolean {
  const callee = finding.type === "call" ? finding.childForFieldName("function") : null;
  return callee !== null && module.qualifiedName(callee) === "builtins.enumerate";
}

/** Another object under the same name: what is changed then is not what is iterated over. */
function isRebound({ container, path }: Iterated, match: Match): boolean {
  const { module } = match;
  const loop = match.node("loop");
  let first = container;
  while (first.type === "attribute") first = first.childForFieldName("object") ?? container;
  const bindings = module.lookup(first.text, module.scopeOf(first))?.bindings(first.text) ?? [];
  if (bindings.some(({ kind, target }) => !KEEPING.has(kind) && contains(loop, target))) return true;
  const binders = [...runningNodes(match.node("body"), BINDERS)];
  const targets = binders.map((one) => one.childForFieldName("left") ?? one.childForFieldName("alias"));
  const attributes = [match.node("target"), ...targets].flatMap((one) => one?.descendantsOfType("attribute") ?? []);
  return attributes.some(
    (one) => one && dottedText(one) === path && !/^(attribute|subscript)$/.test(one.parent?.type ?? ""),
  );
}

function changeOf(node: Node, iterated: Iterated, match: Match): Change | null {
  if (node.type === "call") {
    const callee = node.childForFieldName("function");
    const method = callee?.type === "attribute" ? (callee.childForFieldName("attribute")?.text ?? "") : "";
    const object = callee?.childForFieldName("object");
    if (!SHRINK_OR_GROW.has(method) || !object || dottedText(object) !== iterated.path) return null;
    if (keepsKeys(node, method, match)) return null;
    const isMild = !iterated.isDict && !iterated.isDeque && GROW_AT_END.has(method);
    return { text: `${iterated.path}.${method}()`, isMild };
  }
  if (node.type === "delete_statement") {
    const targets = codeChildren(node).flatMap((one) => (one.type === "subscript" ? [one] : codeChildren(one)));
    const subscript = targets.find((one) => one.type === "subscript" && isPartOf(one, iterated));
    return subscript ? { text: `del ${subscript.text}`, isMild: false } : null;
  }
  const left = node.childForFieldName("left");
  if (!iterated.isDict || left?.type !== "subscript" || !isPartOf(left, iterated)) return null;
  const key = left.childForFieldName("subscript");
  // The key of this very pass is there already; any other may be new.
  return key && !isLoopKey(key, match) && !isKnownKey(key, left, iterated, match.node("body"))
    ? { text: left.text, isMild: true, isNewKey: true }
    : null;
}

/** Nothing takes the place of what goes, and no value that the loop has yet to see is replaced. */
function onlyShrinks(iterated: Iterated, match: Match): boolean {
  return [...runningNodes(match.node("body"), WRITES)].every((node) => {
    if (node.type === "delete_statement") return true;
    const left = node.childForFieldName("left");
    if (left) return dottedText(left) !== iterated.path && !(left.type === "subscript" && isPartOf(left, iterated));
    const callee = node.childForFieldName("function");
    const object = callee?.type === "attribute" ? callee.childForFieldName("object") : null;
    if (!object || dottedText(object) !== iterated.path) return true;
    const method = callee?.childForFieldName("attribute")?.text ?? "";
    return !SHRINK_OR_GROW.has(method) || SHRINK.has(method);
  });
}

/** `for i, item in enumerate(items): del items[i]`: over a copy, `i` counts on, and the wrong ones go. */
function changesByIndex(iterated: Iterated, match: Match): boolean {
  const index = match.node("target").firstNamedChild;
  return [...runningNodes(match.node("body"), CHANGES)].some((node) => {
    const names = changeOf(node, iterated, match) ? node.descendantsOfType("identifier") : [];
    return index !== null && names.some((name) => name?.text === index.text);
  });
}

/** `d.setdefault(k, 0)` and `d.update({k: 0})` for the key of this very pass resize nothing. */
function keepsKeys(call: Node, method: string, match: Match): boolean {
  const [first] = callArguments(call).positional;
  if (!first) return false;
  if (method === "setdefault") return isLoopKey(first, match);
  const pairs = method === "update" && first.type === "dictionary" ? codeChildren(first) : [];
  const keys = pairs.map((pair) => pair.childForFieldName("key"));
  const isAlone = call.childForFieldName("arguments")?.namedChildCount === 1;
  return isAlone && pairs.length > 0 && keys.every((key) => key !== null && isLoopKey(key, match));
}

function isPartOf(subscript: Node, iterated: Iterated): boolean {
  const value = subscript.childForFieldName("value");
  return value !== null && dottedText(value) === iterated.path;
}

/** Under `if key in d`, or where the loop also reads `d[key]`, the key is there already. */
function isKnownKey(key: Node, place: Node, { path }: Iterated, body: Node): boolean {
  if (body.descendantsOfType("subscript").filter((one) => one?.text === place.text).length > 1) return true;
  for (const ancestor of ancestors(place)) {
    const condition = ancestor.type === "if_statement" ? ancestor.childForFieldName("condition") : null;
    if (condition?.text.includes(`${key.text} in ${path}`)) return true;
    if (ancestor.type === "for_statement" && ancestor.childForFieldName("right")?.text.includes(path)) return false;
  }
  return false;
}

function isLoopKey(key: Node, match: Match): boolean {
  const target = match.node("target");
  // In `for pair in d.items()` it is the first of the pair.
  if (key.type === "subscript") return /\.items\(\)$/.test(match.finding.text) && key.text === `${target.text}[0]`;
  const names = target.type === "identifier" ? [target] : target.descendantsOfType("identifier");
  return key.type === "identifier" && names.some((name) => name?.text === key.text);
}
