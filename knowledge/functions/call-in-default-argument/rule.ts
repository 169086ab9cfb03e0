import type { Node } from "web-tree-sitter";
import {
  callArguments,
  codeChildren,
  defineRule,
  enclosingFunction,
  evaluatedInBody,
  functionOfDefault,
  isAsync,
  isPromisedReadOnly,
  type Module,
  MUTABLE_CLASSES,
  parameterOf,
  runningNodes,
} from "#rule";

/** Calls made for what is true at this moment: the next one would answer something else. */
const MOMENTARY: ReadonlySet<string> = new Set(
  `time.time time.time_ns time.monotonic time.monotonic_ns time.perf_counter time.perf_counter_ns
  datetime.datetime.now datetime.datetime.utcnow datetime.datetime.today datetime.date.today
  uuid.uuid1 uuid.uuid4 os.getcwd os.getenv builtins.open`.split(/\s+/),
);
/** The functions of `random`; its classes make generators, and are meant to be made once. */
const RANDOM = /^random\.[a-z]\w*$/;

/** These look at the defaults of the functions they call. */
const FRAMEWORKS = /^(fastapi|typer|ninja|litestar|dependency_injector)\./;

const CALLS: ReadonlySet<string> = new Set(["call"]);
const RETURNS: ReadonlySet<string> = new Set(["return_statement"]);
const YIELDS: ReadonlySet<string> = new Set(["yield"]);
const CHANGES: ReadonlySet<string> = new Set(["assignment", "augmented_assignment"]);

export default defineRule({
  check(match) {
    const { module } = match;
    const value = match.finding;
    if (!value.text.includes("(")) return null;
    const parameter = parameterOf(match);
    const definition = functionOfDefault(value);
    // A lambda or an inner function is often made for the very moment, and its default keeps that on purpose.
    if (definition?.type !== "function_definition" || enclosingFunction(definition)) return null;
    if (value.type === "lambda" || parameter.name.startsWith("_")) return null;
    const call = momentaryCall(value, module) ?? (makesMutable(value, module) ? value : null);
    if (!call || isPromisedReadOnly(parameter, module)) return null;
    return { at: call, values: { call: call.text, function: definition.childForFieldName("name")?.text ?? "" } };
  },

  fix: (match) => (isMarker(match.finding, match.module) ? null : evaluatedInBody(match, "evaluate")),
});

/** `Query(date.today())` is for the framework to see in the signature: in the body it would be the argument itself. */
function isMarker(value: Node, module: Module): boolean {
  const callee = value.type === "call" ? value.childForFieldName("function") : null;
  return callee !== null && FRAMEWORKS.test(module.qualifiedName(callee) ?? "");
}

function momentaryCall(value: Node, module: Module): Node | null {
  const calls = value.type === "call" ? [value, ...runningNodes(value, CALLS)] : runningNodes(value, CALLS);
  for (const call of calls) {
    const callee = call.childForFieldName("function");
    const name = callee && module.qualifiedName(callee);
    if (name && (MOMENTARY.has(name) || RANDOM.test(name))) return call;
  }
  return null;
}

/** Whether the value is made by a function or class of this file that shows that it can change. */
function makesMutable(value: Node, module: Module): boolean {
  const callee = value.type === "call" ? value.childForFieldName("function") : null;
  const definition = callee && module.definitionOf(callee);
  if (definition?.type === "class_definition") return isMutableClass(definition, module);
  return definition?.type === "function_definition" && returnsMutable(definition, module);
}

function returnsMutable(definition: Node, module: Module): boolean {
  const body = definition.childForFieldName("body");
  if (!body || isAsync(definition) || definition.parent?.type === "decorated_definition") return false;
  const returned = [...runningNodes(body, RETURNS)].map((statement) => codeChildren(statement)[0]);
  if (returned.length === 0 || !runningNodes(body, YIELDS).next().done) return false;
  return returned.every((result) => result !== undefined && MUTABLE_CLASSES.has(module.typeName(result) ?? ""));
}

/** A container, a dataclass that is not frozen, or a class whose methods change `self` after it was made. */
function isMutableClass(definition: Node, module: Module): boolean {
  const bases = definition.childForFieldName("superclasses");
  if (bases && codeChildren(bases).some((base) => MUTABLE_CLASSES.has(module.qualifiedName(base) ?? ""))) return true;
  if (definition.parent?.type === "decorated_definition") return isMutableDataclass(definition.parent, module);
  const body = definition.childForFieldName("body");
  const methods = body ? codeChildren(body).filter((one) => one.type === "function_definition") : [];
  return methods.some(
    (method) => !/^__\w+__$/.test(method.childForFieldName("name")?.text ?? "") && changesSelf(method),
  );
}

function isMutableDataclass(decorated: Node, module: Module): boolean {
  const decorators = codeChildren(decorated).filter((one) => one.type === "decorator");
  const [only, ...more] = decorators.map((one) => one.firstNamedChild);
  const callee = only?.type === "call" ? only.childForFieldName("function") : only;
  if (!only || !callee || more.length > 0) return false;
  if (module.qualifiedName(callee) !== "dataclasses.dataclass") return false;
  return only.type !== "call" || !callArguments(only).keywords.has("frozen");
}

/** Whether a method gives `self` an attribute: special methods are left out, which do so to make the object or a cache. */
function changesSelf(method: Node): boolean {
  const list = method.childForFieldName("parameters");
  const self = list ? codeChildren(list)[0] : null;
  const body = method.childForFieldName("body");
  if (self?.type !== "identifier" || !body) return false;
  for (const change of runningNodes(body, CHANGES)) {
    const target = change.childForFieldName("left");
    const object = target?.type === "attribute" ? target.childForFieldName("object") : null;
    if (object?.text === self.text) return true;
  }
  return false;
}
