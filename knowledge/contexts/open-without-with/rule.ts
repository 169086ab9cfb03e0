import type { Node } from "web-tree-sitter";
import {
  ancestors,
  callArguments,
  codeChildren,
  defineRule,
  type Edit,
  enclosingLoop,
  expectsFailure,
  type Fix,
  type Handle,
  handleLeft,
  type Match,
  type Module,
  replace,
  safeFix,
  t,
  unparenthesized,
  unsafeFix,
  useName,
  withForStatement,
  withForVariable,
} from "#rule";

const FILES: ReadonlySet<string> = new Set(["builtins.open", "io.open"]);
const OTHERS: ReadonlySet<string> = new Set([
  "tarfile.open",
  "tarfile.TarFile",
  "tarfile.TarFile.open",
  "zipfile.ZipFile",
  "socket.socket",
]);

export default defineRule({
  check(match) {
    const call = match.node("call");
    const handle = left(match);
    // Where a test waits for a failure nothing is opened; a mock has nothing to close.
    if (!handle || expectsFailure(call, "builtins.ResourceWarning", match.module) || isMocked(call)) return null;
    const at = call.childForFieldName("function") ?? call;
    const opened = call.text;
    // The name may have had another file before, which was closed.
    if (handle.closes.some((close) => close.startIndex > call.startIndex || enclosingLoop(close))) {
      const problem = t`stays open if an exception skips \`${handle.name?.text ?? ""}.close()\``;
      return { at, values: { opened, problem }, severity: "information" };
    }
    return { at, values: { opened, problem: t`is never closed here: when that happens is left to chance` } };
  },

  fix(match) {
    const call = match.node("call");
    const handle = left(match);
    if (!handle) return null;
    if (handle.name) {
      const edits = withForVariable(handle.name, call, handle.uses, match.module);
      return edits && inWith(match, handle.closes.length > 0, edits);
    }
    const edits = withForStatement(call, match.module);
    const fixes = [readWhole(match), edits && inWith(match, false, edits)];
    return fixes.filter((fix) => fix !== null);
  },
});

/** Nobody notices a file that is closed a little earlier. Closing an archive writes its end, closing a socket is sent. */
function inWith({ module, finding }: Match, isClosed: boolean, edits: readonly Edit[]): Fix {
  const title = t`Open it in a \`with\` statement`;
  const callee = finding.type === "identifier" && finding.parent?.type === "attribute" ? finding.parent : finding;
  const isOther = OTHERS.has(module.qualifiedName(callee) ?? "");
  return isOther && !isClosed
    ? unsafeFix(t`${title} (it is then closed behind its last use)`, ...edits)
    : safeFix(title, ...edits);
}

/** `with patch("builtins.open", mock_open())`, or as a decorator. */
function isMocked(call: Node): boolean {
  return [...ancestors(call)].some((one) => {
    const heads = one.type === "with_statement" || one.type === "decorated_definition" ? codeChildren(one) : [];
    return heads.some((head) => /^(with_clause|decorator)$/.test(head.type) && /\bpatch\b.*\bopen\b/s.test(head.text));
  });
}

function left(match: Match): Handle | null {
  return handleLeft(match.node("call"), (value) => isOpener(value, match.module), match.module);
}

function isOpener(value: Node, module: Module): boolean {
  const call = unparenthesized(value);
  const callee = call.type === "call" ? call.childForFieldName("function") : null;
  if (!callee) return false;
  const name = module.qualifiedName(callee) ?? "";
  return FILES.has(name) || OTHERS.has(name) || pathOf(callee, module) !== null;
}

/** `p` in `p.open`, where it is known to be a path. */
function pathOf(callee: Node, module: Module): Node | null {
  const object = callee.type === "attribute" ? callee.childForFieldName("object") : null;
  const isOpen = callee.childForFieldName("attribute")?.text === "open";
  return object && isOpen && module.typeName(object) === "pathlib.Path" ? object : null;
}

/** `open(p).read()` becomes `Path(p).read_text()`, where nothing else is asked for that this cannot do. */
function readWhole(match: Match): Fix | null {
  const { module } = match;
  const call = match.node("call");
  const callee = call.childForFieldName("function");
  const read = call.parent?.parent;
  const method = call.parent?.childForFieldName("attribute")?.text;
  const own = callee && pathOf(callee, module);
  if (!callee || read?.type !== "call" || method !== "read" || callArguments(read).positional.length > 0) return null;
  if (!own && !FILES.has(module.qualifiedName(callee) ?? "")) return null;
  const { positional, keywords, hasSplat } = callArguments(call);
  const [path, mode, more] = own ? [own, ...positional] : positional;
  const given = mode ?? keywords.get("mode");
  const binary = isBinary(given);
  const options = [...keywords].filter(([name]) => name !== "mode");
  const isKnown =
    options.every(([name]) => name === "encoding" || name === "errors") && !(binary && options.length > 0);
  if (!path || more || hasSplat || binary === null || !isKnown) return null;
  const made = own ? null : useName("pathlib.Path", callee, module);
  if (!own && !made) return null;
  const target = made ? `${made.text}(${path.text})` : path.text;
  const text = `${target}.read_${binary ? "bytes" : "text"}(${options.map(([name, value]) => `${name}=${value.text}`).join(", ")})`;
  const edits = [...(made?.edits ?? []), replace(read, text)];
  const title = t`Read it with \`${binary ? "read_bytes" : "read_text"}\``;
  return own || isPlainPath(path)
    ? safeFix(title, ...edits)
    : unsafeFix(t`${title} (takes no file descriptor, no bytes)`, ...edits);
}

/** Null: a mode that is not only for reading, or that this file does not show. */
function isBinary(mode: Node | undefined): boolean | null {
  if (!mode) return false;
  const letters = /^["']([rbt]+)["']$/.exec(mode.text)?.[1];
  return letters === undefined ? null : letters.includes("b");
}

/** A literal that means the same to `Path`: it drops a slash at the end, and takes "" for the current folder. */
function isPlainPath(path: Node): boolean {
  return path.type === "string" && /^r?["'][^"'{}]*[\w]["']$/.test(path.text);
}
