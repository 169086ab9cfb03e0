import type { Node } from "web-tree-sitter";
import {
  annotatedClass,
  callArguments,
  codeChildren,
  contains,
  defineRule,
  enclosingFunction,
  indentOf,
  insert,
  isDocstring,
  isInClass,
  isMutated,
  type Match,
  type Module,
  runningNodes,
  safeFix,
  t,
  unsafeFix,
  useName,
} from "#rule";

const CALLS: ReadonlySet<string> = new Set(["call"]);
/** Decorators of a decorator that leave it one. */
const TRANSPARENT = /^(builtins\.(staticmethod|classmethod)|functools\.(cache|lru_cache|wraps)|typing\.\w+)$/;
/** Setting one of these on the wrapper is the author's own way to pass on what it stands for. */
const METADATA = /^(__\w+__|func_\w+)$/;

interface Wrapping {
  readonly decorator: Node;
  readonly wrapper: Node;
  /** The name of the parameter that is called. */
  readonly wrapped: Node;
  /** Where the wrapper itself calls it. */
  readonly calls: readonly Node[];
}

export default defineRule({
  check(match) {
    const wrapping = wrappingOf(match);
    if (!wrapping) return null;
    const decorator = wrapping.decorator.childForFieldName("name")?.text ?? "";
    // A test's own little helper is read where it stands.
    if (match.file.isTest && decorator.startsWith("_")) return null;
    return { values: { decorator, wrapper: match.finding.text, function: wrapping.wrapped.text } };
  },

  fix(match) {
    const wrapping = wrappingOf(match);
    const indent = indentOf(match.node("wrapper"), match.source);
    const wraps = useName("functools.wraps", match.node("wrapper"), match.module);
    if (!wrapping || indent === null || !wraps) return null;
    const line = `@${wraps.text}(${wrapping.wrapped.text})`;
    const edits = [...wraps.edits, insert(wrapping.wrapper.startIndex, `${line}\n${indent}`)];
    if (hasOwnText(wrapping)) return unsafeFix(t`Add \`${line}\` (its own docstring then goes)`, ...edits);
    return passesEverything(wrapping, match.module)
      ? safeFix(t`Add \`${line}\``, ...edits)
      : unsafeFix(t`Add \`${line}\` (its signature then shows as that of \`${wrapping.wrapped.text}\`)`, ...edits);
  },
});

/** The nested function as the wrapper of a decorator, or null where it is something else or taken care of. */
function wrappingOf(match: Match): Wrapping | null {
  const { module } = match;
  const wrapper = match.node("wrapper");
  const decorator = enclosingFunction(wrapper);
  if (decorator?.type !== "function_definition" || wrapper.parent?.type === "decorated_definition") return null;
  if (module.scopeOf(match.finding).node.id !== decorator.id || !isTransparent(decorator, module)) return null;
  const parameter = decoratedParameter(decorator, module);
  const calls = parameter ? callsOf(parameter, runningNodes(wrapper, CALLS), decorator, module) : [];
  if (!parameter || calls.length === 0 || !isOnlyReturned(match.finding, wrapper, decorator, module)) return null;
  const wrapping = { decorator, wrapper, wrapped: parameter, calls };
  const uses = usesAsDecorator(decorator, module);
  if (uses.includes("class") || (uses.length === 0 && !looksLikeOne(wrapping, module))) return null;
  return wrapping;
}

/** The one argument a decorator is called with; everything else it takes has a default. */
function decoratedParameter(decorator: Node, module: Module): Node | null {
  const list = decorator.childForFieldName("parameters");
  const parameters = list ? codeChildren(list) : [];
  const isStatic = decorator.parent?.type === "decorated_definition";
  // With one parameter it is a function that decorates the methods of its own class body.
  const hasSelf = isInClass(decorator) && !isStatic && parameters.length > 1;
  const [first, ...others] = parameters.slice(hasSelf ? 1 : 0);
  if (!first || !others.every(({ type }) => /^(typed_)?default_parameter$|^keyword_separator$/.test(type))) return null;
  const name = first.childForFieldName("name") ?? (first.type === "typed_parameter" ? first.firstNamedChild : first);
  const annotation = first.childForFieldName("type");
  const isClass = annotation && /^(builtins\.type|typing\.Type)$/.test(annotatedClass(module, annotation) ?? "");
  // By convention these names stand for a class, of which a wrapper is no copy.
  if (name?.type !== "identifier" || isClass || /^(cls|klass|class_|self)$/.test(name.text)) return null;
  return module.bindingsOf(name).length === 1 || inBody(name, decorator, module) ? name : null;
}

function inBody(name: Node, decorator: Node, module: Module): boolean {
  const body = decorator.childForFieldName("body");
  const first = body && codeChildren(body)[0];
  const scope = first ? module.scopeOf(first) : null;
  return scope?.bindings(name.text).length === 1;
}

function callsOf(parameter: Node, calls: Iterable<Node | null>, decorator: Node, module: Module): Node[] {
  return [...calls].filter((call): call is Node => {
    const callee = call?.childForFieldName("function");
    if (callee?.type !== "identifier" || callee.text !== parameter.text) return false;
    return module.lookup(callee.text, module.scopeOf(callee))?.node.id === decorator.id;
  });
}

/** Returned as it is, and given to nobody else, another nested function among them, who might copy the name. */
function isOnlyReturned(name: Node, wrapper: Node, decorator: Node, module: Module): boolean {
  const scope = module.scopeOf(name);
  if (!scope.bindings(name.text).every(({ kind }) => kind === "function")) return false;
  let isReturned = false;
  for (const use of module.references(name.text, scope)) {
    const parent = use.parent;
    if (contains(wrapper, use) || parent?.type === "function_definition") continue;
    const isHere = enclosingFunction(use)?.id === decorator.id;
    if (parent?.type === "return_statement" && isHere) isReturned = true;
    else if (parent?.type !== "attribute" || METADATA.test(parent.childForFieldName("attribute")?.text ?? ""))
      return false;
  }
  return isReturned;
}

/**
 * A decorator for functions of other files: its wrapper takes anything and hands it on, so it stands in for the
 * function whoever calls it. One that a function makes for itself alone is seen in use, or is none.
 */
function looksLikeOne(wrapping: Wrapping, module: Module): boolean {
  const { decorator, wrapper, calls } = wrapping;
  const taken = splatParameters(wrapper);
  const isShared = !enclosingFunction(decorator) || factoryOf(decorator, module) !== null;
  const isHandedOn = calls.some((call) => handsOn(call, taken));
  return isShared && !hasOwnText(wrapping) && taken.length === 2 && isHandedOn;
}

function hasOwnText({ wrapper }: Wrapping): boolean {
  const body = wrapper.childForFieldName("body");
  return isDocstring(body ? codeChildren(body)[0] : undefined);
}

function handsOn(call: Node, taken: readonly string[]): boolean {
  const handedOn = codeChildren(call.childForFieldName("arguments") ?? call).map(({ text }) => text);
  return taken.every((one) => handedOn.includes(one));
}

/** `*args` and `**kwargs`, as they are written. */
function splatParameters(wrapper: Node): string[] {
  const list = wrapper.childForFieldName("parameters");
  return (list ? codeChildren(list) : [])
    .map((one) => (one.type === "typed_parameter" ? (one.firstNamedChild ?? one) : one))
    .filter(({ type }) => type.endsWith("_splat_pattern"))
    .map(({ text }) => text);
}

/** The wrapper takes anything, and hands on exactly that in every call, also in a lambda: its signature is the original's. */
function passesEverything({ decorator, wrapper, wrapped }: Wrapping, module: Module): boolean {
  const list = wrapper.childForFieldName("parameters");
  const taken = splatParameters(wrapper);
  const calls = callsOf(wrapped, wrapper.descendantsOfType("call"), decorator, module);
  return (
    taken.length === 2 &&
    (list ? codeChildren(list).length : 0) === 2 &&
    calls.every((call) => {
      const handedOn = codeChildren(call.childForFieldName("arguments") ?? call);
      const isAll = handedOn.length === 2 && handsOn(call, taken);
      return isAll && handedOn.every((one) => staysAsTaken(one.firstNamedChild ?? one, wrapper, module));
    }) &&
    !wrapped.parent?.type.includes("default")
  );
}

/** Nothing is put into it or taken out of it on the way: no `kwargs.pop("retries")`, no `args = args[1:]`. */
function staysAsTaken(name: Node, wrapper: Node, module: Module): boolean {
  const scope = module.lookup(name.text, module.scopeOf(name));
  return (
    scope?.node.id === wrapper.id &&
    module.bindingsOf(name).length === 1 &&
    !module.references(name.text, scope).some(isMutated)
  );
}

/** What the file decorates with it, or with what the function around it returns: `@loud`, `@repeat(3)`, `f = loud(f)`. */
function usesAsDecorator(decorator: Node, module: Module): ("function" | "class")[] {
  const factory = factoryOf(decorator, module);
  return [...usesOf(decorator, module), ...(factory ? usesOf(factory, module) : [])];
}

/** The function that returns the decorator: `repeat` in `@repeat(3)`. */
function factoryOf(decorator: Node, module: Module): Node | null {
  const factory = enclosingFunction(decorator);
  const name = decorator.childForFieldName("name");
  if (factory?.type !== "function_definition" || !name || isInClass(decorator)) return null;
  const uses = module.references(name.text, module.scopeOf(name));
  const isReturned = uses.some(({ parent }) => {
    const call = parent?.type === "call" ? parent.parent : parent;
    return call?.type === "return_statement";
  });
  return isReturned ? factory : null;
}

function usesOf(definition: Node, module: Module): ("function" | "class")[] {
  const name = definition.childForFieldName("name");
  if (!name) return [];
  return module.references(name.text, module.scopeOf(name)).flatMap((use) => {
    const called =
      use.parent?.type === "call" && use.parent.childForFieldName("function")?.id === use.id ? use.parent : use;
    if (called.parent?.type === "decorator") {
      const decorated = called.parent.parent?.childForFieldName("definition");
      return decorated?.type === "class_definition" ? ["class"] : ["function"];
    }
    const left = called.parent?.type === "assignment" ? called.parent.childForFieldName("left") : null;
    const [argument] = called.type === "call" ? callArguments(called).positional : [];
    const isSame = left?.type === "identifier" && argument?.text === left.text;
    return isSame && module.bindingsOf(left).some(({ kind }) => kind === "function") ? ["function"] : [];
  });
}

function isTransparent(decorator: Node, module: Module): boolean {
  if (decorator.parent?.type !== "decorated_definition") return true;
  const own = codeChildren(decorator.parent).filter(({ type }) => type === "decorator");
  return own.every((one) => {
    const value = one.firstNamedChild;
    const callee = value?.type === "call" ? value.childForFieldName("function") : value;
    return callee && TRANSPARENT.test(module.qualifiedName(callee) ?? "");
  });
}
