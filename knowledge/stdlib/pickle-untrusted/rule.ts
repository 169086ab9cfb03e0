import type { Node } from "web-tree-sitter";
import {
  callArguments,
  codeChildren,
  constantTexts,
  defineRule,
  itemSpan,
  type Module,
  remove,
  t,
  unparenthesized,
  unsafeFix,
  type Words,
} from "#rule";

/** The keyword that names what is loaded, where there is one. */
const DATA_KEYWORDS: readonly string[] = ["file", "fname", "filename", "filepath_or_buffer", "f", "str"];

const REQUEST = t`a request`;
const NETWORK = t`the network`;
const REMOTE: readonly (readonly [RegExp, Words])[] = [
  [/^(urllib\.request\.urlopen|(requests|httpx)\.(get|post|put|patch|request))$/, NETWORK],
  [/^flask\.request(\.|$)/, REQUEST],
  [/^builtins\.input$/, t`the keyboard`],
];
/** Methods of sockets; what object they belong to can seldom be seen. */
const RECEIVES: ReadonlySet<string> = new Set(["recv", "recvfrom", "recvmsg", "makefile"]);
const SPOKEN: ReadonlySet<string> = new Set(["call", "attribute", "identifier"]);

/** What some loaders, as those of pandas, fetch by themselves. */
const URL_START = /^(https?|ftp|s3|gs):\/\//;

const RUNS = t`runs whatever its data says: load only what you wrote yourself`;
const UNLESS = t`unless \`weights_only\` is true, the default since PyTorch 2.6`;

export default defineRule({
  check(match) {
    const { module } = match;
    const name = module.qualifiedName(match.finding) ?? "";
    const { positional, keywords } = callArguments(match.node("call"));
    const data = positional[0] ?? DATA_KEYWORDS.map((keyword) => keywords.get(keyword)).find((value) => value);
    if (!data || !mayPickle(name, match.node("call"))) return null;
    const texts = constantTexts(module, data);
    const isFetched = texts?.some((text) => URL_START.test(text)) ?? false;
    // Constant data is nobody else's, nor is a shelf that a program keeps under a name of its own.
    if ((texts && /\.loads$|^shelve\.open$/.test(name)) || isOwn(data, module)) return null;
    const values = { function: match.finding.text };
    const origin = isFetched ? NETWORK : remoteOrigin(data, module, new Set());
    if (origin) {
      return { severity: "warning", values: { ...values, what: t`is given data from ${origin}: ${harmOf(name)}` } };
    }
    return { values: { ...values, what: advice(name) } };
  },

  fix(match) {
    if (match.module.qualifiedName(match.finding) !== "numpy.load") return null;
    const list = match.node("call").childForFieldName("arguments");
    const keyword = callArguments(match.node("call")).keywords.get("allow_pickle")?.parent;
    const gap = list && keyword ? itemSpan(keyword, codeChildren(list), match.source) : null;
    return gap && unsafeFix(t`Leave out allow_pickle (arrays of objects then raise ValueError)`, remove(gap));
  },
});

function advice(name: string): Words {
  if (name.startsWith("marshal.")) return t`trusts its data, which can crash the interpreter: load only what you wrote`;
  if (name === "torch.load") return t`runs whatever its data says, ${UNLESS}: load only what you wrote yourself`;
  return name === "shelve.open"
    ? t`reads values by pickle, which runs whatever they say: open only what you wrote`
    : RUNS;
}

function harmOf(name: string): Words {
  if (name.startsWith("marshal.")) return t`it can be made to crash the interpreter`;
  const harm = t`whoever sends it decides what runs`;
  return name === "torch.load" ? t`${harm}, ${UNLESS}` : harm;
}

/** NumPy pickles only where it is told to, PyTorch unless it is told not to, and a new shelf is empty. */
function mayPickle(name: string, call: Node): boolean {
  const { positional, keywords } = callArguments(call);
  if (name === "shelve.open") return (keywords.get("flag") ?? positional[1])?.text.replace(/\W/g, "") !== "n";
  if (name === "numpy.load") return (keywords.get("allow_pickle") ?? positional[2])?.type === "true";
  const weightsOnly = keywords.get("weights_only");
  return name !== "torch.load" || !weightsOnly || weightsOnly.type === "false";
}

/** What this code pickled itself: the result of `dumps`, or a file that the same scope passes to `dump`. */
function isOwn(data: Node, module: Module): boolean {
  const expression = unparenthesized(data);
  // Annotated as bytes, a name still is what made it.
  const isDumped = (value: Node | null) => value !== null && /^\w+\.dumps$/.test(module.typeName(value) ?? "");
  const bindings = expression.type === "identifier" ? module.bindingsOf(expression) : [];
  if (isDumped(expression) || (bindings.length > 0 && bindings.every(({ value }) => isDumped(value)))) return true;
  const method = expression.type === "call" ? expression.childForFieldName("function") : null;
  // NumPy arrays have a method for it.
  if (method?.type === "attribute" && method.childForFieldName("attribute")?.text === "dumps") return true;
  if (expression.type !== "identifier") return false;
  const scope = module.lookup(expression.text, module.scopeOf(expression));
  return scope !== null && module.references(expression.text, scope).some((use) => isDumpedTo(use, module));
}

function isDumpedTo(use: Node, module: Module): boolean {
  const call = use.parent?.type === "argument_list" ? use.parent.parent : null;
  const callee = call?.childForFieldName("function");
  return callee ? /^\w+\.(dump|Pickler)$/.test(module.qualifiedName(callee) ?? "") : false;
}

/** Where data comes from, if it is seen to come from somebody else: names are followed to what made them. */
function remoteOrigin(node: Node, module: Module, seen: Set<number>): Words | null {
  const parts = [node, ...node.descendantsOfType([...SPOKEN])].filter((part) => part !== null && SPOKEN.has(part.type));
  for (const part of parts) {
    if (!part || seen.has(part.id)) continue;
    seen.add(part.id);
    const origin = originOf(part, module);
    if (origin) return origin;
    if (part.type !== "identifier") continue;
    for (const { kind, value, target } of module.bindingsOf(part)) {
      // `data, address = s.recvfrom(1024)` and `data += s.recv(1024)` have their value further up.
      const statement = target.parent?.type === "pattern_list" ? target.parent.parent : target.parent;
      const isPart = kind === "augmented" || kind === "assignment";
      const source = value ?? (isPart ? statement?.childForFieldName("right") : null);
      const further = source && remoteOrigin(source, module, seen);
      if (further) return further;
    }
  }
  return null;
}

function originOf(part: Node, module: Module): Words | null {
  const callee = part.type === "call" ? part.childForFieldName("function") : null;
  if (callee?.type === "attribute" && RECEIVES.has(callee.childForFieldName("attribute")?.text ?? ""))
    return t`a socket`;
  const name = module.qualifiedName(callee ?? part);
  const known = name ? REMOTE.find(([pattern]) => pattern.test(name)) : undefined;
  if (known) return known[1];
  const object = part.type === "attribute" ? part.childForFieldName("object") : null;
  const isParameter = object && module.bindingOf(object)?.kind === "parameter";
  // The name that Django, aiohttp and Starlette give to what a view gets.
  return isParameter && object.text === "request" ? REQUEST : null;
}
