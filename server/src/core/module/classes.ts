import type { Node } from "web-tree-sitter";
import { codeChildren, oncePerNode } from "../syntax/nodes.ts";
import { noteOfClass, ofClass } from "./asked.ts";
import { enclosingMethod } from "./context.ts";
import type { Module } from "./module.ts";

/** Questions about classes: what they inherit from, what decorates them, what their methods do to an instance. */

export interface Lineage {
  /** The class and those of its ancestors that stand in this file, the class itself first. */
  readonly classes: readonly Node[];
  /** Qualified names of the ancestors from elsewhere; null for one that the file does not name. */
  readonly outside: readonly (string | null)[];
  /** `metaclass=...` of any of the classes, `abc.ABCMeta` left out: what it does to them is not seen. */
  readonly hasMetaclass: boolean;
}

export function lineageOf(module: Module, definition: Node): Lineage {
  const classes: Node[] = [];
  const outside: (string | null)[] = [];
  let hasMetaclass = false;
  const visit = (one: Node) => {
    if (classes.some((known) => known.id === one.id)) return;
    if (classes.length === MOST_CLASSES) {
      outside.push(null);
      return;
    }
    classes.push(one);
    const list = one.childForFieldName("superclasses");
    for (const argument of list ? codeChildren(list) : []) {
      if (argument.type === "keyword_argument") {
        const value = argument.childForFieldName("value");
        const isMetaclass = argument.childForFieldName("name")?.text === "metaclass";
        if (isMetaclass && value && module.qualifiedName(value) !== "abc.ABCMeta") hasMetaclass = true;
        continue;
      }
      const base = namedBase(argument);
      const local = base && module.definitionOf(base);
      if (local?.type === "class_definition") visit(local);
      else outside.push(base && module.qualifiedName(base));
    }
  };
  visit(definition);
  return { classes, outside, hasMetaclass };
}

/** Nobody inherits from more; who does may inherit anything. */
const MOST_CLASSES = 100;

/** What the decorators of a function or class are called: `@register("x")` counts as `register`. */
export function decoratorsOf(definition: Node): Node[] {
  const outer = definition.parent;
  if (outer?.type !== "decorated_definition") return [];
  return outer.namedChildren.flatMap((child) => {
    const expression = child?.type === "decorator" ? child.firstNamedChild : null;
    const callee = expression?.type === "call" ? expression.childForFieldName("function") : expression;
    return callee ? [callee] : [];
  });
}

/** Functions that stand directly in a class body, also behind decorators. */
export function methodsOf(definition: Node): readonly Node[] {
  noteOfClass(definition, ofClass.all);
  return readMethods(definition);
}

const readMethods = oncePerNode(
  (definition): readonly Node[] => {
    const body = definition.childForFieldName("body");
    return (body ? codeChildren(body) : []).flatMap((statement) => {
      const inner = statement.type === "decorated_definition" ? statement.childForFieldName("definition") : statement;
      return inner?.type === "function_definition" ? [inner] : [];
    });
  },
  () => true,
);

/** What a method calls its instance; null where it gets none, or may get something else. */
export function selfName(method: Node, module: Module): string | null {
  const parameters = method.childForFieldName("parameters");
  const first = parameters && codeChildren(parameters)[0];
  const name = first?.type === "typed_parameter" ? first.firstNamedChild : first;
  const isStatic = decoratorsOf(method).some((one) => module.qualifiedName(one) === "builtins.staticmethod");
  return !isStatic && !isOfClass(method, module) && name?.type === "identifier" ? name.text : null;
}

/** Whether a method gets the class: a class method, also one that is so by its name. */
export function isOfClass(method: Node, module: Module): boolean {
  if (/^__(new|init_subclass|class_getitem)__$/.test(method.childForFieldName("name")?.text ?? "")) return true;
  return decoratorsOf(method).some((one) => module.qualifiedName(one) === "builtins.classmethod");
}

/** Every `self.name` in the methods of a class, nested functions included; all names where none is given. */
export function* selfAttributes(definition: Node, module: Module, name?: string): Generator<Node> {
  for (const method of methodsOf(definition)) {
    const self = selfName(method, module);
    const body = method.childForFieldName("body");
    if (!self || !body || (name && !body.text.includes(name))) continue;
    for (const attribute of body.descendantsOfType("attribute")) {
      if (!attribute || (name && attribute.childForFieldName("attribute")?.text !== name)) continue;
      const object = attribute.childForFieldName("object");
      if (object?.type === "identifier" && object.text === self) yield attribute;
    }
  }
}

/** `Generic[T]` names `Generic`; the class that a call makes has no name of its own. */
function namedBase(argument: Node): Node | null {
  if (argument.type === "identifier" || argument.type === "attribute") return argument;
  const value = argument.type === "subscript" ? argument.childForFieldName("value") : null;
  return value && namedBase(value);
}

/** Every attribute of this name in the file, whatever it belongs to. */
export function* attributesNamed(module: Module, name: string): Generator<Node> {
  for (const node of module.identifiers(name)) {
    const attribute = node.parent;
    if (attribute?.type === "attribute" && attribute.childForFieldName("attribute")?.id === node.id) yield attribute;
  }
}

/** `self.x` in a class that neither is, nor inherits from, nor is a base of the one in question. */
export function isOfUnrelatedClass(attribute: Node, definition: Node, module: Module): boolean {
  const place = enclosingMethod(attribute);
  const object = attribute.childForFieldName("object");
  if (!place || object?.type !== "identifier" || object.text !== selfName(place.method, module)) return false;
  const isBelow = (one: Node, other: Node) => lineageOf(module, one).classes.some((each) => each.id === other.id);
  return !isBelow(place.owner, definition) && !isBelow(definition, place.owner);
}
