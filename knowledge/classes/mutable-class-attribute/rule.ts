import type { Node } from "web-tree-sitter";
import {
  annotatedClass,
  attributesNamed,
  decoratorsOf,
  defineRule,
  enclosingFunction,
  enclosingMethod,
  type Fix,
  indentOf,
  indentUnit,
  insert,
  insertAtBodyStart,
  isMutated,
  isOfClass,
  lineageOf,
  type Match,
  type Module,
  makesContainer,
  meansTheSameAt,
  methodsOf,
  remove,
  selfAttributes,
  selfName,
  spanOf,
  t,
  unsafeFix,
  useName,
} from "#rule";

/** Bases that neither look at the attributes of a class nor set them. Other libraries give class bodies a meaning. */
const PLAIN_BASE =
  /^(builtins|abc|typing\.(Generic|Protocol)$|threading|unittest|collections|ast|cmd|argparse|logging|json|html|multiprocessing|queue|io|contextlib|string|asyncio|code)\b/;
const PLAIN_DECORATOR = /^(functools\.total_ordering|typing\.(final|runtime_checkable))$/;
/** What is meant to be found again by others is shared by intention. */
const SHARED_BY_NAME = /cache|registr|memo|instances|shared|singleton/i;

export default defineRule({
  check(match) {
    const { module } = match;
    const name = match.node("name").text;
    if (!makesContainer(module, match.finding) || isConstant(name) || SHARED_BY_NAME.test(name)) return null;
    if (isDeclaredShared(match) || !isPlainClass(match)) return null;
    const uses = [...selfAttributes(match.node("class"), module, name)];
    if (isGivenToInstances(match, name)) return null;
    const change = uses.find((use) => isMutated(use) && !isMemo(use, uses)) ?? changeFromOutside(match, name);
    if (!change || isReachedThroughClass(match, name)) return null;
    const values = { name, class: className(match) };
    return { values, related: [{ span: spanOf(change), message: t`changed for all instances here` }] };
  },

  fix(match) {
    const fixes = [movedToInit(match), declaredShared(match)];
    return fixes.filter((fix): fix is Fix => fix !== null);
  },
});

/** `CODES`, `__slots__`, `_fields_`: by their spelling no state of an instance. */
function isConstant(name: string): boolean {
  return name === name.toUpperCase() || /^_.*_$/.test(name);
}

function isDeclaredShared(match: Match): boolean {
  const annotation = match.maybe("annotation");
  if (!annotation) return false;
  const named = annotatedClass(match.module, annotation)?.replace("typing_extensions.", "typing.");
  return /^typing\.(ClassVar|Final)$/.test(named ?? "") || /^["'](\w+\.)?(ClassVar|Final)\b/.test(annotation.text);
}

/** Nothing in sight that would give each instance its own, or read the attribute as a declaration. */
function isPlainClass(match: Match): boolean {
  const { module } = match;
  const definition = match.node("class");
  const { outside, hasMetaclass } = lineageOf(module, definition);
  const decorators = decoratorsOf(definition).map((one) => module.qualifiedName(one));
  return (
    !hasMetaclass &&
    outside.every((base) => PLAIN_BASE.test(base ?? "")) &&
    decorators.every((decorator) => PLAIN_DECORATOR.test(decorator ?? ""))
  );
}

/** A method of the class, or of a base, gives the instance its own; `__new__` has some other name for it. */
function isGivenToInstances(match: Match, name: string): boolean {
  const { module } = match;
  const { classes } = lineageOf(module, match.node("class"));
  const isByNew = (attribute: Node) => {
    const place = enclosingMethod(attribute);
    const method = place?.method.childForFieldName("name")?.text;
    return method === "__new__" && classes.some((one) => one.id === place?.owner.id);
  };
  return (
    classes.some((one) => [...selfAttributes(one, module, name)].some(isAssigned)) ||
    [...attributesNamed(module, name)].some((one) => isAssigned(one) && isByNew(one))
  );
}

/** A method that looks a key up and stores what it did not find keeps a cache, and caches are shared on purpose. */
function isMemo(change: Node, uses: readonly Node[]): boolean {
  const subscript = change.parent?.type === "subscript" ? change.parent : null;
  const method = enclosingFunction(change);
  return (
    subscript !== null &&
    (/__class__|\btype\(/.test(subscript.text) ||
      uses.some((use) => use.id !== change.id && !isMutated(use) && enclosingFunction(use)?.id === method?.id))
  );
}

/** `basket.items.append(...)` for what is seen to be an instance of the class. */
function changeFromOutside(match: Match, name: string): Node | undefined {
  const { module } = match;
  const made = [...attributesNamed(module, name)].filter((attribute) => {
    const object = attribute.childForFieldName("object");
    return object !== null && module.typeName(object) === `.${className(match)}`;
  });
  return made.some(isAssigned) ? undefined : made.find(isMutated);
}

/** The class body works with it, or somebody reaches it through the class: not taken for an instance's own. */
function isReachedThroughClass(match: Match, name: string): boolean {
  const { module } = match;
  if (module.references(name, module.scopeOf(match.node("name"))).length > 1) return true;
  return [...attributesNamed(module, name)].some((attribute) => {
    const object = attribute.childForFieldName("object");
    return object !== null && isClass(object, match.node("class"), module);
  });
}

/** `C`, `cls`, `type(self)`, `self.__class__`, for the class or one that inherits from it. */
function isClass(object: Node, definition: Node, module: Module): boolean {
  if (object.type === "attribute") return object.childForFieldName("attribute")?.text === "__class__";
  if (object.type === "call") {
    const callee = object.childForFieldName("function");
    return callee !== null && module.qualifiedName(callee) === "builtins.type";
  }
  if (object.type !== "identifier") return false;
  const named = module.definitionOf(object) ?? ownerOfCls(object, module);
  return named?.type === "class_definition" && lineageOf(module, named).classes.some((one) => one.id === definition.id);
}

function ownerOfCls(name: Node, module: Module): Node | null {
  const place = enclosingMethod(name);
  if (!place || place.method.childForFieldName("parameters")?.firstNamedChild?.text !== name.text) return null;
  return isOfClass(place.method, module) ? place.owner : null;
}

/** `self.items = ...`, alone or in an unpacking. */
function isAssigned(use: Node): boolean {
  const type = use.parent?.type ?? "";
  const isTarget = use.parent?.childForFieldName("left")?.id === use.id;
  return type === "assignment" ? isTarget : /^(pattern_list|tuple_pattern|list_pattern)$/.test(type);
}

function className(match: Match): string {
  return match.node("class").childForFieldName("name")?.text ?? "";
}

/** The assignment goes to the start of `__init__`, with a comment behind it; a class without bases gets one. */
function movedToInit(match: Match): Fix | null {
  const { module, source } = match;
  const definition = match.node("class");
  const statement = match.node("assignment").parent;
  const indent = statement && indentOf(statement, source);
  // With `__slots__` the instance may have no place for it, and gets none while the class has the name.
  if (!statement || indent === null || module.classScope(definition).binds("__slots__")) return null;
  const line = {
    start: source.lineStart(statement.startPosition.row),
    end: source.lineStart(statement.endPosition.row + 1),
  };
  const comment = source.slice(statement.endIndex, line.end).trimEnd();
  // A string behind it is its documentation, and would lose what it stands behind.
  if (!/^\s*(#.*)?$/.test(comment) || statement.nextNamedSibling?.firstNamedChild?.type === "string") return null;
  const methods = methodsOf(definition);
  const init = methods.find((method) => method.childForFieldName("name")?.text === "__init__");
  const self = init ? selfName(init, module) : "self";
  if (!self || !meansTheSameAt(match.finding, init?.childForFieldName("body") ?? definition, module)) return null;
  const made = `${self}.${statement.text}${comment}`;
  const title = t`Make \`${match.node("name").text}\` in \`__init__\` (each instance then has its own)`;
  if (init) {
    const place = insertAtBodyStart(init, [made], source);
    return place && unsafeFix(title, remove(line), place);
  }
  const { classes, outside } = lineageOf(module, definition);
  if (classes.length > 1 || outside.some((base) => base !== "builtins.object")) return null;
  const method = `def __init__(self):\n${indent}${indentUnit(definition, source)}${made}\n`;
  if (methods[0]) {
    const first = methods[0].parent?.type === "decorated_definition" ? methods[0].parent : methods[0];
    return unsafeFix(title, remove(line), insert(first.startIndex, `${method}\n${indent}`));
  }
  return statement.nextNamedSibling ? null : unsafeFix(title, { span: line, text: indent + method });
}

function declaredShared(match: Match): Fix | null {
  const classVar = useName("typing.ClassVar", match.finding, match.module);
  if (!classVar) return null;
  const name = match.node("name");
  const annotation = match.maybe("annotation");
  const edits = annotation
    ? [insert(annotation.startIndex, `${classVar.text}[`), insert(annotation.endIndex, "]")]
    : [insert(name.endIndex, `: ${classVar.text}`)];
  return unsafeFix(
    t`Say that \`${name.text}\` is shared: ClassVar (it stays one object for all instances)`,
    ...classVar.edits,
    ...edits,
  );
}
