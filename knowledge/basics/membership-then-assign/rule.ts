import type { Node } from "web-tree-sitter";
import {
  callArguments,
  codeChildren,
  defineRule,
  dottedText,
  indentOf,
  isCheap,
  isHarmless,
  isHashable,
  isSimple,
  type Match,
  type Module,
  type Report,
  type Source,
  safeFix,
  spanOf,
  statementBehind,
  t,
  unparenthesized,
  unsafeFix,
  type Words,
} from "#rule";

/** Types that surely have `setdefault`, and for which it does what `d[k] = v` does. */
const DICTS =
  /^(builtins\.dict|collections\.OrderedDict|typing\.(Dict|OrderedDict|MutableMapping)|collections\.abc\.MutableMapping)$/;
const KNOWN_DICTS: ReadonlySet<string> = new Set(["os.environ", "sys.modules"]);
/** What a container begins with if its first item is put in like all others. */
const EMPTY: ReadonlyMap<string, { readonly display: string; readonly text: string }> = new Map([
  ["append", { display: "list", text: "[]" }],
  ["add", { display: "set", text: "set()" }],
]);

/** A dict and a key, as `d[k]` and `k in d` name them. */
interface Entry {
  readonly dict: Node;
  readonly key: string;
  /** An attribute is asked for less often than it was, and may be a property. */
  readonly isAttribute: boolean;
}

/** `d[k]` gets a value where it has none; what is done with it in any case stands around the call. */
interface Filling extends Entry {
  readonly at: Report["at"];
  readonly value: string;
  readonly isEmptyContainer: boolean;
  readonly risk: Words | null;
  readonly around: readonly [before: string, after: string];
  readonly end: number;
}

export default defineRule({
  check(match) {
    const filling = fillingOf(match);
    const kind = filling && kindOf(filling.dict, match.module);
    if (!filling?.at || kind === "other" || (kind === "unknown" && !filling.isEmptyContainer)) return null;
    return { at: filling.at, values: { dict: filling.dict.text, key: filling.key } };
  },

  fix(match) {
    const filling = fillingOf(match);
    const { module } = match;
    const statement = match.node("statement");
    const indent = indentOf(statement, match.source);
    if (!filling || indent === null) return null;
    if (filling.value === "set()" && module.lookup("set", module.scopeOf(statement))) return null;
    const [before, after] = filling.around;
    const text = `${before}${filling.dict.text}.setdefault(${filling.key}, ${filling.value})${after}`;
    // What the comments inside said of the statement stands above it now.
    const comments = commentsWithin(statement, filling.end, match.source).map(
      (comment) => `${comment.text}\n${indent}`,
    );
    const edit = { span: { start: statement.startIndex, end: filling.end }, text: comments.join("") + text };
    const isDict = kindOf(filling.dict, module) === "dict";
    const isPlain = isDict && !filling.isAttribute;
    const sure = isDict ? t`if \`${filling.key}\` is the same each time` : t`if \`${filling.dict.text}\` is a dict`;
    const risk = filling.risk ?? (isPlain ? null : sure);
    return risk ? unsafeFix(t`Use setdefault (${risk})`, edit) : safeFix(t`Use setdefault`, edit);
  },
});

function fillingOf(match: Match): Filling | null {
  return match.node("statement").type === "if_statement" ? fillingOfIf(match) : fillingOfTry(match);
}

function fillingOfIf(match: Match): Filling | null {
  const statement = match.node("statement");
  const condition = match.finding;
  const test = /\bin\b/.test(condition.text) ? membership(condition) : null;
  if (!test) return null;
  const others = codeChildren(statement).filter((child) => child.type.endsWith("_clause"));
  const [then, otherwise] = [statement.childForFieldName("consequence"), others[0]?.childForFieldName("body") ?? null];
  if (!then || others.length > 1 || others[0]?.type === "elif_clause") return null;
  const [absent, present] = test.isAbsent ? [then, otherwise] : [otherwise, then];
  const stored = absent && storedIn(absent, test);
  if (!stored || stored.name) return null;
  const at = { start: statement.startIndex, end: condition.endIndex };
  const end = lastStatement(otherwise ?? then).endIndex;
  if (!present)
    return isCheap(stored.value, match.module)
      ? { ...simple(test, stored.value, match.module), at, ...next(match, test, end) }
      : null;
  const item = addedIn(present, test);
  return item && grown(test, item, stored.value, match.module, { at, end });
}

/** The same as `try: d[k] ...` with an `except KeyError`. */
function fillingOfTry(match: Match): Filling | null {
  const body = match.finding.parent ?? match.finding;
  const [handler, ...more] = codeChildren(match.node("statement")).filter((child) => child.id !== body.id);
  const caught = handler?.childForFieldName("value");
  const block = handler && codeChildren(handler).find((child) => child.type === "block");
  const tried = match.finding;
  const first = tried.firstNamedChild;
  if (!caught || !block || !first || more.length > 0 || codeChildren(body).length !== 1) return null;
  if (match.module.qualifiedName(caught) !== "builtins.KeyError" || tried.type !== "expression_statement") return null;
  const read = first.type === "assignment" ? first.childForFieldName("right") : first;
  const receiver = read?.type === "call" ? read.childForFieldName("function")?.childForFieldName("object") : read;
  const entry = receiver && entryOf(receiver);
  const stored = entry && storedIn(block, entry);
  if (!read || !receiver || !stored) return null;
  const place = { at: spanOf(receiver), end: lastStatement(block).endIndex };
  if (read.type === "call") {
    const item = addedIn(body, entry);
    return item && !stored.name && isHarmless(item.value, match.module)
      ? grown(entry, item, stored.value, match.module, place)
      : null;
  }
  const name = first.type === "assignment" ? first.childForFieldName("left")?.text : undefined;
  if (name !== stored.name || !isCheap(stored.value, match.module)) return null;
  const filling = simple(entry, stored.value, match.module);
  return { ...filling, ...place, around: [name ? `${name} = ` : "", ""] };
}

function simple(entry: Entry, value: Node, module: Module): Omit<Filling, "at" | "end" | "around"> {
  const isEmptyContainer =
    value.type === "call" || (/^(list|set|dictionary)$/.test(value.type) && value.namedChildCount === 0);
  const risk = isHarmless(value, module) ? null : t`which evaluates the default even if the key is there`;
  return { ...entry, value: value.text, isEmptyContainer, risk };
}

/** `d[k].append(x)` in one branch, `d[k] = [x]` in the other. */
function grown(
  entry: Entry,
  item: { readonly method: string; readonly value: Node },
  start: Node,
  module: Module,
  place: Pick<Filling, "at" | "end">,
): Filling | null {
  const empty = EMPTY.get(item.method);
  const [only, ...more] = codeChildren(start);
  if (!empty || start.type !== empty.display || more.length > 0 || only?.text !== item.value.text) return null;
  const canFail = !isHarmless(item.value, module) || (item.method === "add" && !isHashable(item.value));
  const risk = canFail ? t`if the item cannot be made, an empty container stays behind` : null;
  const around = ["", `.${item.method}(${item.value.text})`] as const;
  return { ...entry, ...place, value: empty.text, isEmptyContainer: true, risk, around };
}

/** The statement behind `if k not in d: d[k] = v` takes the value from `setdefault` where it begins with `d[k]`. */
function next(match: Match, entry: Entry, end: number): Pick<Filling, "around" | "end"> {
  const { source } = match;
  const statement = match.node("statement");
  const alone = { around: ["", ""] as const, end };
  const following = statementBehind(statement);
  if (!following || following.startPosition.row - statement.endPosition.row > 1) return alone;
  if (commentsWithin(statement, following.endIndex, source).some(({ startIndex }) => startIndex > statement.endIndex))
    return alone;
  let node =
    following.type === "expression_statement" || following.type === "return_statement"
      ? following.firstNamedChild
      : null;
  if (node?.type === "assignment") {
    const isPlain = node.childForFieldName("left")?.type === "identifier" && !node.childForFieldName("type");
    node = isPlain ? node.childForFieldName("right") : null;
  }
  while (node && !isEntry(node, entry)) {
    node = node.childForFieldName("function") ?? node.childForFieldName("object") ?? node.childForFieldName("value");
  }
  if (!node) return alone;
  const before = source.slice(following.startIndex, node.startIndex);
  return { around: [before, source.slice(node.endIndex, following.endIndex)], end: following.endIndex };
}

function membership(condition: Node): (Entry & { readonly isAbsent: boolean }) | null {
  const expression = unparenthesized(condition);
  if (expression.type === "not_operator") {
    const inner = membership(expression.childForFieldName("argument") ?? expression.child(0) ?? expression);
    return inner && { ...inner, isAbsent: !inner.isAbsent };
  }
  const [key, dict, ...more] = expression.type === "comparison_operator" ? codeChildren(expression) : [];
  const operator = expression.children.find((child) => child?.type === "in" || child?.type === "not in");
  if (!key || !dict || !operator || more.length > 0 || dottedText(dict) === null || !isSimple(key)) return null;
  return { dict, key: keyText(key), isAttribute: hasAttribute(key), isAbsent: operator.type === "not in" };
}

/** `d[k]` as an entry, if asking for both twice is the same as asking once. */
function entryOf(node: Node): Entry | null {
  const dict = node.type === "subscript" ? node.childForFieldName("value") : null;
  const keys = node.childrenForFieldName("subscript").filter((key): key is Node => key !== null);
  const [key] = keys;
  if (!dict || !key || dottedText(dict) === null || !keys.every(isSimple)) return null;
  const isTuple = keys.length > 1 || node.child(node.childCount - 2)?.type === ",";
  const text = isTuple ? `(${keys.map((one) => one.text).join(", ")}${keys.length > 1 ? "" : ","})` : keyText(key);
  return { dict, key: text, isAttribute: keys.some(hasAttribute) };
}

function isEntry(node: Node, { dict, key }: Entry): boolean {
  const entry = entryOf(node);
  return entry !== null && entry.dict.text === dict.text && entry.key === key;
}

/** The value of the block's only statement `d[k] = v`, or of `x = d[k] = v` with that name. */
function storedIn(block: Node, entry: Entry): { readonly value: Node; readonly name?: string } | null {
  const [statement, ...more] = codeChildren(block);
  const assignment = statement?.type === "expression_statement" ? statement.firstNamedChild : null;
  const left = assignment?.type === "assignment" ? assignment.childForFieldName("left") : null;
  const right = assignment?.childForFieldName("right");
  if (!left || !right || more.length > 0 || assignment?.childForFieldName("type")) return null;
  if (right.type !== "assignment") return isEntry(left, entry) ? { value: right } : null;
  const inner = right.childForFieldName("left");
  const value = right.childForFieldName("right");
  const [place, name] = isEntry(left, entry) ? [left, inner] : [inner, left];
  if (!place || !value || name?.type !== "identifier" || !isEntry(place, entry)) return null;
  return { value, name: name.text };
}

/** What the block's only statement `d[k].append(x)` puts in. */
function addedIn(block: Node, entry: Entry): { readonly method: string; readonly value: Node } | null {
  const [statement, ...more] = codeChildren(block);
  const call = statement?.type === "expression_statement" ? statement.firstNamedChild : null;
  const callee = call?.type === "call" ? call.childForFieldName("function") : null;
  const receiver = callee?.childForFieldName("object");
  if (!call || !receiver || more.length > 0 || !isEntry(receiver, entry)) return null;
  const { positional, keywords, hasSplat } = callArguments(call);
  const [value] = positional;
  if (!value || positional.length > 1 || keywords.size > 0 || hasSplat) return null;
  return { method: callee?.childForFieldName("attribute")?.text ?? "", value };
}

function kindOf(dict: Node, module: Module): "dict" | "other" | "unknown" {
  if (KNOWN_DICTS.has(module.qualifiedName(dict) ?? "")) return "dict";
  const type = module.typeName(dict);
  if (type) return DICTS.test(type) ? "dict" : "other";
  return "unknown";
}

function keyText(key: Node): string {
  if (key.type !== "tuple") return key.text;
  const items = codeChildren(key);
  return items.length === 1 ? key.text : `(${items.map((item) => item.text).join(", ")})`;
}

function hasAttribute(key: Node): boolean {
  return key.type === "attribute" || (key.type === "tuple" && codeChildren(key).some(hasAttribute));
}

function lastStatement(block: Node): Node {
  return codeChildren(block).at(-1) ?? block;
}

function commentsWithin(statement: Node, end: number, source: Source): Node[] {
  // To walk all that stands beside the statement takes long.
  if (!source.slice(statement.startIndex, end).includes("#")) return [];
  const all = (statement.parent ?? statement).descendantsOfType("comment");
  return all.filter(
    (one): one is Node => one !== null && statement.startIndex <= one.startIndex && one.startIndex < end,
  );
}
