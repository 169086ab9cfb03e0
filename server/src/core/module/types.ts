import type { Node } from "web-tree-sitter";
import { codeChildren, unparenthesized } from "../syntax/nodes.ts";
import { pathOnSelf } from "./attributes.ts";
import { type Binding, MOST_BINDINGS } from "./binding.ts";
import { enclosingMethod } from "./context.ts";
import type { Module } from "./module.ts";

const DISPLAYS: ReadonlyMap<string, string> = new Map([
  ["list", "builtins.list"],
  ["list_comprehension", "builtins.list"],
  ["dictionary", "builtins.dict"],
  ["dictionary_comprehension", "builtins.dict"],
  ["set", "builtins.set"],
  ["set_comprehension", "builtins.set"],
  ["tuple", "builtins.tuple"],
  ["generator_expression", "types.GeneratorType"],
  ["string", "builtins.str"],
  ["concatenated_string", "builtins.str"],
  ["integer", "builtins.int"],
  ["float", "builtins.float"],
  ["true", "builtins.bool"],
  ["false", "builtins.bool"],
  ["none", "None"],
]);

/** Methods whose result a rule asks about: `pool.submit(f)` is a future. */
const METHOD_RESULTS: ReadonlyMap<string, string> = new Map([
  ["concurrent.futures.ThreadPoolExecutor.submit", "concurrent.futures.Future"],
  ["concurrent.futures.ProcessPoolExecutor.submit", "concurrent.futures.Future"],
  ["concurrent.futures.InterpreterPoolExecutor.submit", "concurrent.futures.Future"],
]);

const METHODS_WITH_RESULTS = new Set([...METHOD_RESULTS.keys()].map((name) => name.slice(name.lastIndexOf(".") + 1)));

/** Objects that `+=` and its like change in place, so that the name goes on meaning the same object. */
const CHANGED_IN_PLACE: ReadonlySet<string> = new Set([
  "builtins.list",
  "builtins.dict",
  "builtins.set",
  "builtins.bytearray",
  "collections.deque",
  "collections.Counter",
  "collections.defaultdict",
  "collections.OrderedDict",
]);

const IN_PLACE_METHODS: ReadonlySet<string> = new Set(
  "sort reverse append extend insert clear remove add discard update".split(" "),
);

/** What `*args` and `**kwargs` are to the function that has them. */
const SPLATS: ReadonlyMap<string, string> = new Map([
  ["list_splat_pattern", "builtins.tuple"],
  ["dictionary_splat_pattern", "builtins.dict"],
]);

/**
 * What made an expression's value, as far as this file shows it: the class of a display or literal, or the qualified
 * name of what was called (`threading.Thread`, `builtins.open`, `.Local` for a class of this file). Names are followed
 * through their bindings, which must all agree: assignments, annotations, `with ... as`, `except ... as`, loops over what
 * a display or comprehension shows, and for `self.x` what the class and its methods give it. An attribute that is None at
 * first is what it is later. Else null.
 */
export function typeName(module: Module, node: Node, depth = 0): string | null {
  if (depth > 6) return null;
  const expression = unparenthesized(node);
  const display = DISPLAYS.get(expression.type);
  if (display === "builtins.str" && /^[a-zA-Z]*[bB]/.test(expression.text)) return "builtins.bytes";
  if (display) return display;
  switch (expression.type) {
    case "await":
      return null;
    case "call": {
      const callee = expression.childForFieldName("function");
      return callee && (className(module, callee) ?? typeOfMethodCall(module, callee, depth));
    }
    case "named_expression":
      return typeOfMaybe(module, expression.childForFieldName("value"), depth);
    case "conditional_expression":
      // `a if c else b`: the condition in the middle says nothing of the value.
      return agreed([expression.firstNamedChild, expression.lastNamedChild], (side) =>
        typeOfMaybe(module, side, depth),
      );
    case "identifier":
      return typeOfBindings(module, module.bindingsOf(expression), depth);
    case "attribute":
      return typeOfAttribute(module, expression, depth);
    default:
      return null;
  }
}

function typeOfMaybe(module: Module, node: Node | null, depth: number): string | null {
  return node && typeName(module, node, depth + 1);
}

function typeOfBindings(module: Module, bindings: readonly Binding[], depth: number): string | null {
  if (bindings.length > MOST_BINDINGS) return null;
  const said = bindings.filter((one) => one.kind !== "augmented" && one.kind !== "deleted" && !isGivenOwnResult(one));
  const type = agreed(said, (binding) => typeOfBinding(module, binding, depth));
  if (!bindings.some(({ kind }) => kind === "augmented")) return type;
  return type && CHANGED_IN_PLACE.has(type) ? type : null;
}

/** `rows = rows.sort()`: by mistake, or a class whose method returns another of its kind. Neither says what `rows` is. */
function isGivenOwnResult({ name, value }: Binding): boolean {
  const callee = value?.type === "call" ? value.childForFieldName("function") : null;
  if (callee?.type !== "attribute" || callee.childForFieldName("object")?.text !== name) return false;
  return IN_PLACE_METHODS.has(callee.childForFieldName("attribute")?.text ?? "");
}

function typeOfBinding(module: Module, binding: Binding, depth: number): string | null {
  const { kind, value, annotation } = binding;
  const splat = kind === "parameter" ? SPLATS.get(binding.target.parent?.type ?? "") : undefined;
  if (splat) return splat;
  if (annotation) {
    const named = annotatedClass(module, annotation);
    if (named || kind === "parameter") return named;
  }
  if (kind === "except") {
    const isOne = value?.type === "identifier" || value?.type === "attribute";
    return isOne ? className(module, value) : null;
  }
  if (kind === "loop") return typeOfElement(module, iteratedBy(binding.target), depth + 1);
  return kind === "assignment" || kind === "with" ? typeOfMaybe(module, value, depth) : null;
}

/** What a loop goes over whose only target is this name. */
function iteratedBy(target: Node): Node | null {
  const loop = target.parent;
  const isLoop = loop?.type === "for_statement" || loop?.type === "for_in_clause";
  return isLoop && loop.childForFieldName("left")?.id === target.id ? loop.childForFieldName("right") : null;
}

/** What the items of a display, a comprehension, or a name for one are; `as_completed` gives futures. */
function typeOfElement(module: Module, iterable: Node | null, depth: number): string | null {
  const expression = iterable && unparenthesized(iterable);
  if (!expression || depth > 6) return null;
  switch (expression.type) {
    case "list":
    case "set":
    case "tuple":
      return agreed(codeChildren(expression), (item) => typeName(module, item, depth + 1));
    case "list_comprehension":
    case "set_comprehension":
    case "generator_expression":
      return typeOfMaybe(module, expression.childForFieldName("body"), depth);
    case "identifier": {
      const binding = module.bindingOf(expression);
      const isKnown = binding?.kind === "assignment" && !getsMore(module, expression);
      return isKnown ? typeOfElement(module, binding.value, depth + 1) : null;
    }
    case "call": {
      const callee = expression.childForFieldName("function");
      const isFutures = callee && module.qualifiedName(callee) === "concurrent.futures.as_completed";
      return isFutures ? "concurrent.futures.Future" : null;
    }
    default:
      return null;
  }
}

const PUTTERS: ReadonlySet<string> = new Set(["append", "extend", "insert", "add", "update"]);

/** Whether something may be put into a container that its first value does not show. */
function getsMore(module: Module, name: Node): boolean {
  const scope = module.lookup(name.text, module.scopeOf(name));
  return (scope ? module.references(name.text, scope) : []).some(({ id, parent }) => {
    if (parent?.type === "subscript" && parent.childForFieldName("value")?.id === id) {
      return parent.parent?.childForFieldName("left")?.id === parent.id;
    }
    return parent?.type === "attribute" && PUTTERS.has(methodName(parent));
  });
}

function typeOfMethodCall(module: Module, callee: Node, depth: number): string | null {
  const object = callee.type === "attribute" ? callee.childForFieldName("object") : null;
  const owner = object && METHODS_WITH_RESULTS.has(methodName(callee)) ? typeName(module, object, depth + 1) : null;
  return owner ? (METHOD_RESULTS.get(`${owner}.${methodName(callee)}`) ?? null) : null;
}

function methodName(attribute: Node): string {
  return attribute.childForFieldName("attribute")?.text ?? "";
}

/** The class of `q: Queue` and `items: list[int]`, given the `type` node; unions and strings say too little. */
export function annotatedClass(module: Module, annotation: Node): string | null {
  const expression = annotation.firstNamedChild;
  const isSubscripted = expression?.type === "generic_type" || expression?.type === "subscript";
  const base = isSubscripted ? expression.firstNamedChild : expression;
  return base && className(module, base);
}

/** Classes of this file have a dot before their name: known, and unlike everything from elsewhere. */
function className(module: Module, node: Node): string | null {
  const definition = module.definitionNamed(node);
  if (definition?.type === "class_definition") return `.${definition.childForFieldName("name")?.text ?? ""}`;
  return module.qualifiedName(node);
}

/** `self.x`: all that is assigned to it in the class must agree. */
function typeOfAttribute(module: Module, attribute: Node, depth: number): string | null {
  const owner = enclosingMethod(attribute)?.owner;
  const path = owner ? pathOnSelf(attribute, owner) : null;
  if (!owner || path === null) return null;
  const types: (string | null)[] = [];
  const inBody = module.classScope(owner).bindings(path);
  if (inBody.length > 0) {
    const annotated = inBody.find(({ annotation }) => annotation)?.annotation;
    const named = annotated && annotatedClass(module, annotated);
    if (named) return named;
    types.push(typeOfBindings(module, inBody, depth));
  }
  for (const { value, annotation } of module.attributeBindings(owner, path)) {
    const named = annotation && annotatedClass(module, annotation);
    types.push(named ?? typeOfMaybe(module, value, depth));
  }
  const values = types.filter((type) => type !== "None");
  return agreed(values.length > 0 ? values : types, (type) => type);
}

function agreed<T>(items: readonly T[], type: (item: T) => string | null): string | null {
  let result: string | null = null;
  for (const item of items) {
    const one = type(item);
    if (!one || (result && result !== one)) return null;
    result = one;
  }
  return result;
}
