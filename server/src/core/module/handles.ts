import type { Node } from "web-tree-sitter";
import { ancestors, callArguments } from "../syntax/nodes.ts";
import { enclosingFunction } from "./context.ts";
import type { Module } from "./module.ts";

/** What becomes of something that has to be closed: a file, an archive, a socket. */

export interface Handle {
  /** The variable it is bound to; null where it is used right where it is opened. */
  readonly name: Node | null;
  /** Uses of the variable, in the order of the text. */
  readonly uses: readonly Node[];
  /** `f.close()`, none of them where it would run after a failure. */
  readonly closes: readonly Node[];
}

/**
 * What shows that nobody but this function could close what a call opens: it is used on the spot, or bound to a local
 * variable of which every use is known to leave it here. Null where something else may close it: a `with`, a `finally`,
 * whoever it is returned, stored or given to. `isOpener` tells which other values of the variable are of the same kind.
 */
export function handleLeft(call: Node, isOpener: (value: Node) => boolean, module: Module): Handle | null {
  const parent = call.parent;
  if (isUsedUp(call, module)) return { name: null, uses: [], closes: [] };
  const name =
    parent?.type === "assignment" && parent.parent?.type === "expression_statement"
      ? parent.childForFieldName("left")
      : null;
  if (name?.type !== "identifier" || parent?.childForFieldName("right")?.id !== call.id) return null;
  const scope = module.scopeOf(name);
  if (scope.kind !== "function" || module.lookup(name.text, scope) !== scope) return null;
  const bindings = scope.bindings(name.text);
  if (bindings.length > MOST_OPENED) return null;
  const areAlike = bindings.every(
    ({ kind, value }) => (kind === "assignment" || kind === "with") && value && isOpener(value),
  );
  if (!areAlike) return null;
  const uses = module
    .references(name.text, scope)
    .filter((one) => !bindings.some(({ target }) => target.id === one.id));
  const home = enclosingFunction(name)?.id;
  const closes = uses.filter((use) => methodOf(use) === "close");
  if (uses.length === 0 || uses.some((use) => enclosingFunction(use)?.id !== home)) return null;
  if (!uses.every((use) => isUsedUp(use, module) || closes.includes(use) || isLookedAt(use))) return null;
  // Opened and closed and nothing else is how one tries whether it can be opened, or makes an empty file.
  return closes.some(isCertain) || closes.length === uses.length ? null : { name, uses, closes };
}

/** A variable that is given more files than this is not followed: each of them would ask for all uses of all others. */
const MOST_OPENED = 50;

/** Methods after which the object is still to be closed, and nobody else has it. */
const USES: ReadonlySet<string> = new Set(
  `read readline readlines readinto write writelines seek tell truncate flush isatty readable writable seekable
  extractall getnames namelist testzip printdir writestr setpassword add addfile list
  connect connect_ex bind listen accept send sendall sendto recv recvfrom setsockopt getsockopt settimeout setblocking
  getsockname getpeername shutdown`.split(/\s+/),
);
const FACTS: ReadonlySet<string> = new Set(["name", "mode", "encoding", "closed", "newlines", "errors"]);
/** Calls that read from a file or write to it, and are then done with it. */
const CONSUMERS: ReadonlySet<string> = new Set(
  `json.load json.dump pickle.load pickle.dump marshal.load marshal.dump plistlib.load plistlib.dump tomllib.load
  tomli.load toml.load yaml.load yaml.safe_load yaml.dump yaml.safe_dump shutil.copyfileobj
  builtins.list builtins.tuple builtins.set builtins.frozenset builtins.sorted builtins.sum builtins.max builtins.min
  builtins.any builtins.all builtins.dict builtins.print`.split(/\s+/),
);
const COMPREHENSIONS: ReadonlySet<string> = new Set([
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
]);

/** Read, written or iterated over on the spot. */
function isUsedUp(handle: Node, module: Module): boolean {
  const parent = handle.parent;
  switch (parent?.type) {
    case "attribute":
      return USES.has(methodOf(handle) ?? "");
    case "for_statement":
      return parent.childForFieldName("right")?.id === handle.id;
    case "for_in_clause":
      return parent.childForFieldName("right")?.id === handle.id && COMPREHENSIONS.has(parent.parent?.type ?? "");
    case "keyword_argument":
    case "argument_list": {
      const call = parent.type === "argument_list" ? parent.parent : parent.parent?.parent;
      const callee = call?.type === "call" ? call.childForFieldName("function") : null;
      if (!call || !callee || !CONSUMERS.has(module.qualifiedName(callee) ?? "")) return false;
      const { positional, keywords } = callArguments(call);
      return (
        positional.some((one) => one.id === handle.id) || [...keywords.values()].some((one) => one.id === handle.id)
      );
    }
    default:
      return false;
  }
}

/** The method that is called on it here. */
function methodOf(handle: Node): string | null {
  const attribute = handle.parent;
  if (attribute?.type !== "attribute" || attribute.childForFieldName("object")?.id !== handle.id) return null;
  const isCalled =
    attribute.parent?.type === "call" && attribute.parent.childForFieldName("function")?.id === attribute.id;
  return isCalled ? (attribute.childForFieldName("attribute")?.text ?? null) : null;
}

function isLookedAt({ parent }: Node): boolean {
  if (parent?.type === "attribute") {
    return parent.parent?.type !== "call" && FACTS.has(parent.childForFieldName("attribute")?.text ?? "");
  }
  return parent?.type === "comparison_operator" || parent?.type === "not_operator";
}

/** In a `finally`, or in a handler: somebody has thought of failures. */
function isCertain(close: Node): boolean {
  const home = enclosingFunction(close);
  for (const ancestor of ancestors(close)) {
    if (ancestor.id === home?.id) return false;
    if (ancestor.type === "finally_clause" || ancestor.type === "except_clause") return true;
  }
  return false;
}
