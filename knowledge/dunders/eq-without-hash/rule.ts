import type { Node } from "web-tree-sitter";
import {
  alwaysEnds,
  attributesNamed,
  codeChildren,
  decoratorsOf,
  defineRule,
  enclosing,
  expectsFailure,
  type Fix,
  indentOf,
  indentUnit,
  insert,
  isDocstring,
  lineageOf,
  type Match,
  type Module,
  methodsOf,
  runningNodes,
  safeFix,
  selfName,
  spanOf,
  t,
  unparenthesized,
  unsafeFix,
} from "#rule";

const PLAIN_DECORATOR = /^(functools\.total_ordering|typing\.(final|runtime_checkable))$/;
/** Bases known to leave `__eq__` and `__hash__` to the class. */
const PLAIN_BASE =
  /^(builtins\.(object|int|float|str|bytes|tuple|frozenset|\w*(Exception|Error|Warning))|abc\.ABC|typing\.Generic)$/;
/** Bases whose instances have no hash anyway, or whose kind of class is compared in a way of its own. */
const OTHER_BASE =
  /^(builtins\.(list|dict|set|bytearray)|collections\.(?!namedtuple)\w+|collections\.abc\.\w+|typing\.(?!Generic)\w+|enum\.\w+|unittest\.[\w.]+)$/;
/** Methods of a class that is meant to change: without a hash it is just right. */
const CHANGING = /^(__(setitem|delitem|set|iadd|isub|imul|ior|iand|ixor)__|append|extend|insert|add|update|clear)$/;
const FUNCTIONS: ReadonlySet<string> = new Set(["function_definition", "lambda"]);
const RETURNS: ReadonlySet<string> = new Set(["return_statement"]);

export default defineRule({
  check(match) {
    const { module } = match;
    const definition = match.node("class");
    if (!losesHash(match) || isPlaceholder(match.node("method"))) return null;
    const named = definition.childForFieldName("name");
    const name = named?.text ?? "";
    // Other tools report the class.
    const owner = named ? [{ span: spanOf(named), message: t`its instances have no hash` }] : [];
    const use = hashingUse(definition, module);
    if (use) {
      const isExpected = expectsFailure(use, "builtins.TypeError", module);
      const related = [{ span: spanOf(use), message: t`its hash is asked for here` }, ...owner];
      return isExpected ? null : { values: { class: name }, severity: "warning", related };
    }
    if (match.file.isTest || !isPublic(definition) || isMeantToChange(definition)) return null;
    const isKnown = lineageOf(module, definition).outside.every((base) => PLAIN_BASE.test(base ?? ""));
    return { values: { class: name }, related: owner, ...(isKnown ? {} : { severity: "hint" as const }) };
  },

  fix(match, report) {
    const method = match.node("method");
    const indent = indentOf(method, match.source);
    // In a class that does not parse, or has wrong indentation, nobody knows where a method ends.
    if (indent === null || match.node("class").hasError || !isIndented(method)) return null;
    const fixes: Fix[] = [];
    const compared = comparedAttributes(method, match.module);
    if (compared) {
      const key = compared.length === 1 ? compared[0] : `(${compared.join(", ")})`;
      const self = selfName(method, match.module) ?? "self";
      const body = `${indent}${indentUnit(method, match.source)}return hash(${key})`;
      fixes.push(
        unsafeFix(
          t`Define \`__hash__\` over what \`__eq__\` compares (these attributes must then never change)`,
          insert(method.endIndex, `\n\n${indent}def __hash__(${self}):\n${body}`),
        ),
      );
    }
    if (report.severity !== "warning") {
      fixes.push(
        safeFix(t`Say that it is meant: \`__hash__ = None\``, insert(method.endIndex, `\n\n${indent}__hash__ = None`)),
      );
    }
    return fixes;
  },
});

/** The parser forgives a body that does not stand deeper than its function when something else is wrong in the file. */
function isIndented(method: Node): boolean {
  const first = method.childForFieldName("body")?.firstNamedChild?.startPosition;
  const { row, column } = method.startPosition;
  return first !== undefined && (first.row === row || first.column > column);
}

/** No `__hash__` in the class, none made by a decorator, and one to lose. */
function losesHash(match: Match): boolean {
  const { module } = match;
  const definition = match.node("class");
  const { classes, outside, hasMetaclass } = lineageOf(module, definition);
  if (hasMetaclass || module.classScope(definition).bindings("__hash__").length > 0) return false;
  if (outside.some((base) => base !== null && OTHER_BASE.test(base))) return false;
  if (!decoratorsOf(definition).every((one) => PLAIN_DECORATOR.test(module.qualifiedName(one) ?? ""))) return false;
  for (const ancestor of classes.slice(1)) {
    const scope = module.classScope(ancestor);
    const own = scope.bindings("__hash__")[0];
    if (own) return own.value?.type !== "none" && !isSetLater(definition, module);
    // It was lost there, and is reported there.
    if (scope.bindings("__eq__").length > 0 || decoratorsOf(ancestor).length > 0) return false;
  }
  return !isSetLater(definition, module);
}

/** `Point.__hash__ = ...` behind the class. */
function isSetLater(definition: Node, module: Module): boolean {
  return [...attributesNamed(module, "__hash__")].some((attribute) => {
    const object = attribute.childForFieldName("object");
    const isTarget = attribute.parent?.childForFieldName("left")?.id === attribute.id;
    return isTarget && object !== null && module.definitionOf(object)?.id === definition.id;
  });
}

/** Refuses to compare, or leaves it to subclasses. */
function isPlaceholder(method: Node): boolean {
  const body = method.childForFieldName("body");
  const statements = body ? codeChildren(body).filter((one) => !isDocstring(one)) : [];
  const isEmpty = statements.every((one) => one.type === "pass_statement" || one.text === "...");
  return isEmpty || (body !== null && alwaysEnds(body, (one) => one.type === "raise_statement"));
}

function isPublic(definition: Node): boolean {
  if (enclosing(definition, FUNCTIONS)) return false;
  for (let one: Node | null = definition; one; one = one.parent) {
    if (one.type === "class_definition" && one.childForFieldName("name")?.text.startsWith("_")) return false;
  }
  return true;
}

function isMeantToChange(definition: Node): boolean {
  return methodsOf(definition).some((method) => CHANGING.test(method.childForFieldName("name")?.text ?? ""));
}

/** Where an instance, made in the file and seen to be one, is hashed: itself, or by the name it is given. */
function hashingUse(definition: Node, module: Module): Node | null {
  const name = definition.childForFieldName("name");
  if (!name || module.definitionOf(name)?.id !== definition.id) return null;
  for (const reference of module.references(name.text, module.scopeOf(definition))) {
    const call = reference.parent?.type === "call" ? reference.parent : null;
    if (call?.childForFieldName("function")?.id !== reference.id) continue;
    if (isHashed(call, module)) return call;
    const target = call.parent?.type === "assignment" ? call.parent.childForFieldName("left") : null;
    if (target?.type !== "identifier") continue;
    const uses = module.references(target.text, module.scopeOf(target));
    const use = uses.find((one) => isHashed(one, module) && module.typeName(one) === `.${name.text}`);
    if (use) return use;
  }
  return null;
}

function isHashed(value: Node, module: Module): boolean {
  const parent = value.parent;
  switch (parent?.type) {
    case "set":
      return true;
    case "pair":
      return parent.childForFieldName("key")?.id === value.id;
    case "subscript": {
      const owner = parent.childForFieldName("value");
      return owner !== null && owner.id !== value.id && module.typeName(owner) === "builtins.dict";
    }
    case "list":
    case "tuple":
      return parent.parent?.type === "argument_list" && /^builtins\.(set|frozenset)$/.test(calledName(parent, module));
    case "argument_list": {
      if (calledName(value, module) === "builtins.hash") return true;
      const callee = parent.parent?.childForFieldName("function");
      const owner = callee?.childForFieldName("object");
      const method = callee?.childForFieldName("attribute")?.text;
      return method === "add" && owner !== null && owner !== undefined && module.typeName(owner) === "builtins.set";
    }
    default:
      return false;
  }
}

function calledName(argument: Node, module: Module): string {
  const callee = argument.parent?.parent?.childForFieldName("function");
  return (callee && module.qualifiedName(callee)) ?? "";
}

/** `self.x` for each `self.x == other.x` of which `__eq__` returns the conjunction. Null where it does anything else. */
function comparedAttributes(method: Node, module: Module): string[] | null {
  const body = method.childForFieldName("body");
  const list = method.childForFieldName("parameters");
  const [self, other] = list
    ? codeChildren(list).map((one) => (one.type === "identifier" ? one : one.firstNamedChild)?.text)
    : [];
  const results = body ? [...runningNodes(body, RETURNS)].map((one) => codeChildren(one)[0]) : [];
  const answers = results.filter((one) => one !== undefined && !/^(False|NotImplemented)$/.test(one.text));
  const only = answers[0];
  if (!self || !other || !only || answers.length > 1) return null;
  const found: string[] = [];
  for (const [left, right] of conjuncts(only).flatMap(equalPairs)) {
    const name = attributeOf(left, self) ?? attributeOf(left, other);
    const same = attributeOf(right, other) ?? attributeOf(right, self);
    if (!name || name !== same || left.text === right.text || /^__.*__$/.test(name)) continue;
    const own = left.text.startsWith(`${self}.`) ? left : right;
    // What has no hash cannot be part of one.
    if (/^builtins\.(list|dict|set|bytearray)$/.test(module.typeName(own) ?? "")) return null;
    found.push(own.text);
  }
  return found.length > 0 ? found : null;
}

function conjuncts(expression: Node): Node[] {
  const inner = unparenthesized(expression);
  const operator = inner.type === "boolean_operator" ? inner.childForFieldName("operator")?.text : null;
  return operator === "and" ? codeChildren(inner).flatMap(conjuncts) : [inner];
}

/** The two sides of `==`, or the pairs of two tuples. */
function equalPairs(comparison: Node): [Node, Node][] {
  if (comparison.type !== "comparison_operator" || comparison.childForFieldName("operators")?.text !== "==") return [];
  const [left, right, more] = codeChildren(comparison).map(unparenthesized);
  if (!left || !right || more) return [];
  if (left.type !== "tuple" || right.type !== "tuple") return [[left, right]];
  const others = codeChildren(right);
  return codeChildren(left).flatMap((one, index): [Node, Node][] => {
    const same = others[index];
    return same ? [[one, same]] : [];
  });
}

function attributeOf(expression: Node, object: string): string | null {
  const owner = expression.type === "attribute" ? expression.childForFieldName("object") : null;
  return owner?.text === object ? (expression.childForFieldName("attribute")?.text ?? null) : null;
}
