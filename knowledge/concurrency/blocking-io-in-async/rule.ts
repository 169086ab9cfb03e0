import type { Node } from "web-tree-sitter";
import {
  ancestors,
  callArguments,
  codeChildren,
  defineRule,
  type Edit,
  type Fix,
  importsOneOf,
  inAsync,
  insert,
  type Match,
  type Module,
  needing,
  replace,
  t,
  unsafeFix,
  useName,
} from "#rule";

export default defineRule({
  check(match) {
    const kind = inAsync(match.node("call")) ? kindOf(match) : null;
    if (!kind || !mayWait(match, kind)) return null;
    const report = { values: { call: match.finding.text } };
    // A local disk answers quickly; whether it matters is for the reader to say.
    return kind === "open" || kind === "file" ? { ...report, severity: "hint" } : report;
  },

  fix(match) {
    const kind = kindOf(match);
    // What is opened goes on blocking when it is used: to open it in a thread would only hide that.
    if (kind === null || kind === "open" || kind === "connection" || !canAwait(match.node("call"))) return null;
    if (importsOneOf(["trio", "anyio", "curio"], match.module)) return null;
    return kind === "future" ? awaitFuture(match) : moveToThread(match);
  },
});

type Kind = "call" | "open" | "file" | "connection" | "child" | "process" | "socket" | "future" | "lock";

interface Method {
  /** What made the receiver. */
  readonly type: RegExp;
  readonly names: RegExp;
  readonly kind: Kind;
}

/** Keep their names in `query.scm` too. */
const METHODS: readonly Method[] = [
  { kind: "open", type: /^pathlib\.(Path|PosixPath|WindowsPath)$/, names: /^open$/ },
  { kind: "file", type: /^pathlib\.(Path|PosixPath|WindowsPath)$/, names: /^(read|write)_(text|bytes)$/ },
  {
    kind: "call",
    type: /^(requests\.(Session|session|sessions\.Session)|httpx\.Client)$/,
    names: /^(get|post|put|patch|delete|head|options|request)$/,
  },
  { kind: "socket", type: /^socket\.socket$/, names: /^(recv|recv_into|recvfrom|accept|connect|sendall)$/ },
  { kind: "process", type: /^subprocess\.Popen$/, names: /^wait$/ },
  { kind: "future", type: /^concurrent\.futures\.Future$/, names: /^result$/ },
  { kind: "lock", type: /^threading\.Lock$/, names: /^acquire$/ },
];

function kindOf(match: Match): Kind | null {
  const { module, finding } = match;
  const method = match.maybe("method")?.text;
  if (method === undefined) {
    const name = module.qualifiedName(finding) ?? "";
    if (name === "builtins.open") return "open";
    if (/\.(connect|urlopen|stream)$/.test(name)) return "connection";
    return name.startsWith("os.wait") ? "child" : "call";
  }
  const type = module.typeName(match.node("receiver")) ?? "";
  return METHODS.find((one) => one.type.test(type) && one.names.test(method))?.kind ?? null;
}

/** Some calls are told not to block, and a future that something else was done with may be done itself. */
function mayWait(match: Match, kind: Kind): boolean {
  const { positional, keywords, hasSplat } = callArguments(match.node("call"));
  const values = [...positional, ...keywords.values()];
  switch (kind) {
    case "child":
      return !hasSplat && !values.some((value) => /\bWNOHANG\b/.test(value.text));
    case "process":
      return !values.some((timeout) => timeout.text === "0");
    case "lock":
      return !hasSplat && values.every((value) => value.type === "true");
    case "socket":
      return !isToldNotToBlock(match.node("receiver"), match.module.root.text);
    case "future":
      return values.length === 0 && !hasSplat && isFresh(match.node("receiver"), match.module);
    default:
      return true;
  }
}

function isToldNotToBlock(socket: Node, text: string): boolean {
  const calls = [".setblocking(", ".settimeout("].map((call) => socket.text + call);
  return [...calls, "setdefaulttimeout("].some((call) => text.includes(call));
}

/** A future straight from `submit`, or under a name that is used for nothing but this. */
function isFresh(future: Node, module: Module): boolean {
  if (future.type !== "identifier") return future.type === "call";
  const scope = module.lookup(future.text, module.scopeOf(future));
  const binding = module.bindingOf(future);
  const uses = scope ? module.references(future.text, scope) : [];
  return binding?.kind === "assignment" && uses.every(({ id }) => id === future.id || id === binding.target.id);
}

/** An `await` belongs in a coroutine's own code, not in a class body, a lazy expression or the head of a definition. */
function canAwait(call: Node): boolean {
  if (call.parent?.type === "await" || call.childForFieldName("arguments")?.type !== "argument_list") return false;
  for (const { type } of ancestors(call)) {
    if (type === "function_definition") return true;
    if (/^(class_definition|generator_expression|parameters|decorator)$/.test(type)) return false;
  }
  return false;
}

function moveToThread(match: Match): Fix | null {
  const { finding, module } = match;
  const call = match.node("call");
  const list = call.childForFieldName("arguments");
  const toThread = useName("asyncio.to_thread", finding, module);
  // A streamed answer is read later, and here.
  if (!list || !toThread || callArguments(call).keywords.has("stream")) return null;
  const separator = codeChildren(list).length === 0 ? "" : /^\(\s*[\n#]/.test(list.text) ? "," : ", ";
  const fix = unsafeFix(
    t`Run it in a thread with \`${toThread.text}\` (others run meanwhile; it must be safe outside the main thread)`,
    ...toThread.edits,
    replace(finding, `${needsParentheses(call) ? "(" : ""}await ${toThread.text}`),
    insert(list.startIndex + 1, `${finding.text}${separator}`),
    ...closing(call),
  );
  return needing(">=3.9", fix);
}

function awaitFuture(match: Match): Fix | null {
  const call = match.node("call");
  const wrap = useName("asyncio.wrap_future", match.finding, match.module);
  if (!wrap) return null;
  const text = `await ${wrap.text}(${match.node("receiver").text})`;
  return unsafeFix(
    t`Await the future (others run meanwhile; cancelling this task cancels it, unless it runs already)`,
    ...wrap.edits,
    replace(call, needsParentheses(call) ? `(${text})` : text),
  );
}

function closing(call: Node): Edit[] {
  return needsParentheses(call) ? [insert(call.endIndex, ")")] : [];
}

/** `await f().x` awaits `x`. */
function needsParentheses({ id, parent }: Node): boolean {
  const field = { attribute: "object", subscript: "value", call: "function" }[parent?.type ?? ""];
  return field !== undefined && parent?.childForFieldName(field)?.id === id;
}
