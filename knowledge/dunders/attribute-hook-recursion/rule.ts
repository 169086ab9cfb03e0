import type { Node } from "web-tree-sitter";
import {
  alwaysEnds,
  attributesNamed,
  callArguments,
  codeChildren,
  decoratorsOf,
  defineRule,
  enclosingClass,
  expectsFailure,
  type Fix,
  indentOf,
  insert,
  isDocstring,
  isOfUnrelatedClass,
  lineageOf,
  type Match,
  methodsOf,
  type Repetition,
  reachesAgain,
  replace,
  runningNodes,
  safeFix,
  selfName,
  t,
  unsafeFix,
} from "#rule";

/** A place in a hook that makes Python call the hook again. */
interface Access extends Repetition {
  readonly node: Node;
}

const ACCESSES: ReadonlySet<string> = new Set(["attribute", "call"]);
const WORK: ReadonlySet<string> = new Set(["call", "await", "assignment", "import_statement", "import_from_statement"]);
const RETURNS: ReadonlySet<string> = new Set(["return_statement"]);

export default defineRule({
  check(match) {
    const access = endlessAccess(match);
    const hook = match.finding.text;
    if (access) {
      const again = isSetter(match) ? t`the setter of \`${hook}\`` : `\`${hook}\``;
      return { at: access.node, values: { access: access.node.text, problem: t`calls ${again} again, without end` } };
    }
    if (hook !== "__getattribute__" || !isJudged(match) || isAnswering(match.node("method"))) return null;
    return { values: { access: hook, problem: t`returns nothing, so every attribute reads as None` } };
  },

  fix(match) {
    const { module } = match;
    const method = match.node("method");
    if (module.lookup("super", module.scopeOf(method))) return null;
    const access = endlessAccess(match);
    if (!access) return returningFix(match);
    if (isSetter(match)) return fieldFix(match, access.node);
    if (match.finding.text === "__getattr__") return null;
    return superFix(match, access.node);
  },
});

/** The first access that runs on each call, and thereby calls the hook once more. */
function endlessAccess(match: Match): Access | null {
  const method = match.node("method");
  const body = method.childForFieldName("body");
  if (!body || !isJudged(match)) return null;
  for (const node of runningNodes(body, ACCESSES)) {
    const access = accessOf(match, node);
    if (access && reachesAgain(node, method, access, match.module)) return access;
  }
  return null;
}

function isJudged(match: Match): boolean {
  const { module } = match;
  const method = match.node("method");
  const owner = enclosingClass(method);
  if (!owner || !selfName(method, module) || expectsFailure(owner, "builtins.RecursionError", module)) return false;
  if (takesItselfOff(method)) return false;
  if (!isSetter(match)) return decoratorsOf(method).length === 0;
  // With a `__setattr__` of its own the class may well keep the value elsewhere.
  const getter = getterOf(match);
  const { classes } = lineageOf(module, owner);
  return getter !== null && !classes.some((one) => module.classScope(one).bindings("__setattr__").length > 0);
}

/** `self.__class__ = ...` ends the hook's part before anything else asks for it. */
function takesItselfOff(method: Node): boolean {
  return method
    .descendantsOfType("attribute")
    .some((one) => one !== null && isWritten(one) && one.childForFieldName("attribute")?.text === "__class__");
}

function isSetter(match: Match): boolean {
  return match.maybe("_setter") !== null;
}

/** The property that a setter belongs to: `@name.setter` behind a `@property` of the same name. */
function getterOf(match: Match): Node | null {
  const owner = enclosingClass(match.node("method"));
  const property = match.maybe("property");
  if (!owner || property?.text !== match.finding.text) return null;
  const getters = methodsOf(owner).filter(
    (method) =>
      method.childForFieldName("name")?.text === match.finding.text &&
      decoratorsOf(method).some((one) => match.module.qualifiedName(one) === "builtins.property"),
  );
  return getters.length === 1 ? (getters[0] ?? null) : null;
}

/** What a node of the hook's body asks of the instance, if that calls the hook; the parameters it hands on unchanged. */
function accessOf(match: Match, node: Node): Access | null {
  const { module } = match;
  const method = match.node("method");
  const [self, name, value] = parameterNames(method);
  const hook = match.finding.text;
  const isWriting = isSetter(match) || hook === "__setattr__";
  const parameter = isSetter(match) ? undefined : name;
  if (node.type === "attribute") {
    if (node.childForFieldName("object")?.text !== self || isWriting !== isWritten(node)) return null;
    const attribute = node.childForFieldName("attribute")?.text ?? "";
    if (isSetter(match)) {
      const written = node.parent?.childForFieldName("right");
      return attribute === hook ? { node, parameter, kept: written?.text === name && name ? [name] : [] } : null;
    }
    if (hook === "__getattr__" && !isNeverSet(match, attribute)) return null;
    return { node, parameter, name: mangled(attribute, enclosingClass(method)), kept: [] };
  }
  const callee = node.childForFieldName("function");
  const { positional } = callArguments(node);
  const wanted = isWriting ? "builtins.setattr" : "builtins.getattr";
  if (!callee || isSetter(match) || positional[0]?.text !== self || module.qualifiedName(callee) !== wanted)
    return null;
  const asked = positional[1];
  if (asked?.type === "identifier" && asked.text === name && name) {
    if (hook === "__getattr__" && hasWorkBefore(node, method)) return null;
    const isHandedOn = value !== undefined && positional[2]?.text === value;
    return { node, parameter, kept: isHandedOn ? [name, value] : [name] };
  }
  const text = asked?.type === "string" ? /^["'](\w+)["']$/.exec(asked.text)?.[1] : undefined;
  if (hook === "__getattr__" && !(text && isNeverSet(match, text))) return null;
  return { node, parameter, ...(text ? { name: text } : {}), kept: [] };
}

/** What runs before may set the attribute, so that the next look finds it. */
function hasWorkBefore(node: Node, method: Node): boolean {
  const body = method.childForFieldName("body");
  return body !== null && [...runningNodes(body, WORK)].some((one) => one.endIndex <= node.startIndex);
}

function parameterNames(method: Node): (string | undefined)[] {
  const list = method.childForFieldName("parameters");
  return (list ? codeChildren(list) : []).map((one) =>
    one.type === "identifier" ? one.text : one.type === "typed_parameter" ? one.firstNamedChild?.text : undefined,
  );
}

function isWritten(attribute: Node): boolean {
  const parent = attribute.parent;
  return /assignment$/.test(parent?.type ?? "") && parent?.childForFieldName("left")?.id === attribute.id;
}

/** An attribute that a class with an `__init__` never sets, as far as all of it can be seen. */
function isNeverSet(match: Match, name: string): boolean {
  const { module } = match;
  const owner = enclosingClass(match.node("method"));
  if (!owner || /^__.*__$/.test(name)) return false;
  const { classes, outside, hasMetaclass } = lineageOf(module, owner);
  if (hasMetaclass || outside.some((base) => base !== "builtins.object") || decoratorsOf(owner).length > 0)
    return false;
  if (!classes.some((one) => module.classScope(one).bindings("__init__").length > 0)) return false;
  if (classes.some((one) => module.classScope(one).bindings(name).length > 0)) return false;
  if (classes.some((one) => /\b(__dict__|__slots__|__setattr__|setattr|vars|__new__)\b/.test(one.text))) return false;
  const others = [...attributesNamed(module, name)].filter((one) => !isOfUnrelatedClass(one, owner, module));
  if (others.some((one) => !isRead(one))) return false;
  return !new RegExp(`["']${name}["']`).test(module.root.text.replaceAll(`getattr(self, "${name}")`, ""));
}

function isRead(attribute: Node): boolean {
  return !isWritten(attribute) && !/pattern|target|^for_statement|^delete/.test(attribute.parent?.type ?? "");
}

/** `self.__x` in class `C` asks for `_C__x`. */
function mangled(name: string, owner: Node | null): string {
  const isPrivate = /^__/.test(name) && !/__$/.test(name);
  return isPrivate ? `_${owner?.childForFieldName("name")?.text.replace(/^_+/, "") ?? ""}${name}` : name;
}

/** Something is returned, or the end is never reached; an empty body is a stub. */
function isAnswering(method: Node): boolean {
  const body = method.childForFieldName("body");
  if (!body || alwaysEnds(body, isRefusing)) return true;
  if ([...runningNodes(body, RETURNS)].some((one) => codeChildren(one).length > 0)) return true;
  return codeChildren(body).every((one) => isDocstring(one) || one.type === "pass_statement" || one.text === "...");
}

function isRefusing(statement: Node): boolean {
  return statement.type === "raise_statement" || /^assert\s+(False|0)\b/.test(statement.text);
}

function superFix(match: Match, node: Node): Fix | null {
  const hook = match.finding.text;
  const title = t`Use \`super().${hook}\``;
  if (node.type === "call") {
    const { positional, keywords, hasSplat } = callArguments(node);
    if (keywords.size > 0 || hasSplat || positional.length !== (hook === "__setattr__" ? 3 : 2)) return null;
    const rest = positional.slice(1).map((one) => one.text);
    return safeFix(title, replace(node, `super().${hook}(${rest.join(", ")})`));
  }
  const name = mangled(node.childForFieldName("attribute")?.text ?? "", enclosingClass(match.node("method")));
  if (hook === "__getattribute__") return safeFix(title, replace(node, `super().${hook}("${name}")`));
  const assignment = node.parent;
  const value = assignment?.childForFieldName("right");
  const isAlone = assignment?.type === "assignment" && assignment.parent?.type === "expression_statement";
  if (!assignment || !isAlone || value?.type === "assignment" || assignment.childForFieldName("type")) return null;
  if (!value || value.type === "expression_list" || value.type === "yield") return null;
  return safeFix(title, replace(assignment, `super().${hook}("${name}", ${value.text})`));
}

/** A getter that returns `self._name` tells where the value is kept. */
function fieldFix(match: Match, node: Node): Fix | null {
  const getter = getterOf(match);
  const body = getter?.childForFieldName("body");
  const [self] = getter ? parameterNames(getter) : [];
  const statements = body ? codeChildren(body).filter((one) => !isDocstring(one)) : [];
  const returned =
    statements.length === 1 && statements[0]?.type === "return_statement" ? codeChildren(statements[0])[0] : null;
  if (returned?.type !== "attribute" || returned.childForFieldName("object")?.text !== self) return null;
  const field = returned.childForFieldName("attribute");
  const attribute = node.childForFieldName("attribute");
  if (!field || !attribute || field.text === attribute.text) return null;
  return safeFix(t`Set \`${field.text}\`, which the property returns`, replace(attribute, field.text));
}

/** The last statement asks `super()` or `object` and drops the answer, or nobody is asked. */
function returningFix(match: Match): Fix | null {
  const body = match.node("method").childForFieldName("body");
  const name = parameterNames(match.node("method"))[1];
  const last = body ? codeChildren(body).at(-1) : undefined;
  const indent = last && indentOf(last, match.source);
  if (!last || !name || indent === null || indent === undefined) return null;
  const title = t`Return what the attribute is (it then no longer reads as None)`;
  const call = last.type === "expression_statement" ? last.firstNamedChild : null;
  const callee = call?.type === "call" ? call.childForFieldName("function") : null;
  if (callee?.childForFieldName("attribute")?.text === "__getattribute__")
    return unsafeFix(title, insert(last.startIndex, "return "));
  return unsafeFix(title, insert(last.endIndex, `\n${indent}return super().__getattribute__(${name})`));
}
