import type { Node } from "web-tree-sitter";
import { dottedText, unparenthesized } from "../syntax/nodes.ts";
import type { Binding } from "./binding.ts";
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

/**
 * What made an expression's value, as far as this file shows it: the class of a display or literal, or the qualified
 * name of what was called (`threading.Thread`, `builtins.open`, `.Local` for a class of this file). Names are followed through their bindings, which must
 * all agree; so are annotated parameters, `with ... as`, and attributes that methods set on `self`. Else null.
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
      return callee && className(module, callee);
    }
    case "identifier":
      return agreed(module.bindingsOf(expression), (binding) => typeOfBinding(module, binding, depth));
    case "attribute":
      return typeOfAttribute(module, expression, depth);
    default:
      return null;
  }
}

function typeOfBinding(module: Module, binding: Binding, depth: number): string | null {
  if (binding.annotation) {
    const named = annotatedClass(module, binding.annotation);
    if (named || binding.kind === "parameter") return named;
  }
  const bindsWhole = binding.kind === "assignment" || binding.kind === "with";
  return bindsWhole && binding.value ? typeName(module, binding.value, depth + 1) : null;
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
  const definition = module.definitionOf(node);
  if (definition?.type === "class_definition") return `.${definition.childForFieldName("name")?.text ?? ""}`;
  return module.qualifiedName(node);
}

/** `self.x`: every assignment to it in the class must agree. */
function typeOfAttribute(module: Module, attribute: Node, depth: number): string | null {
  const place = enclosingMethod(attribute);
  const path = dottedText(attribute);
  const self = place?.method.childForFieldName("parameters")?.firstNamedChild;
  if (!place || !path || self?.type !== "identifier" || !path.startsWith(`${self.text}.`)) return null;
  const values: Node[] = [];
  for (const assignment of place.owner.descendantsOfType("assignment")) {
    const left = assignment?.childForFieldName("left");
    const right = assignment?.childForFieldName("right");
    if (!left || !right || left.type !== "attribute" || dottedText(left) !== path) continue;
    values.push(right);
  }
  return agreed(values, (value) => typeName(module, value, depth + 1));
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
