import type { Node } from "web-tree-sitter";
import {
  annotatedClass,
  callArguments,
  decoratorsOf,
  defineRule,
  delaysAnnotations,
  type Edit,
  expectsFailure,
  isMutated,
  lineageOf,
  type Match,
  type Module,
  makesContainer,
  methodsOf,
  needing,
  type Report,
  replace,
  safeFix,
  selfAttributes,
  t,
  unsafeFix,
  useName,
} from "#rule";

type Library = "dataclasses" | "attrs";

const FIELD_CALLS: ReadonlyMap<string, Library> = new Map([
  ["dataclasses.field", "dataclasses"],
  ["attr.ib", "attrs"],
  ["attr.attrib", "attrs"],
  ["attr.field", "attrs"],
  ["attrs.field", "attrs"],
]);
/** Methods in which an object is still being made. */
const MAKING: ReadonlySet<string> = new Set([
  "__init__",
  "__new__",
  "__post_init__",
  "__attrs_post_init__",
  "__setstate__",
]);
const PLAIN_BASE = /^(builtins\.object|abc\.ABC|typing\.(Generic|Protocol))$/;

/** Before, a dataclass took a default without a hash, and shared it. */
const NO_HASH_REFUSED = ">=3.11";

export default defineRule({
  check(match) {
    const library = libraryOf(match.node("class"), match.module);
    const value = library && defaultOf(match, library);
    if (!value || expectsFailure(match.node("class"), "builtins.ValueError", match.module)) return null;
    const consequence = consequenceOf(match, value, library);
    if (!consequence) return null;
    const raises = consequence === "raises";
    const owner = match.node("class").childForFieldName("name")?.text ?? "";
    const does = raises
      ? t`raises ValueError when the class is made`
      : t`is one object shared by all instances of \`${owner}\``;
    const report: Report = { at: value, values: { default: value.text, field: match.node("field").text, does } };
    if (!raises) return { ...report, severity: "warning" };
    return isRefusedByAll(value, match.module) ? report : { ...report, python: NO_HASH_REFUSED };
  },

  fix(match, report) {
    const { module, finding } = match;
    const library = libraryOf(match.node("class"), module);
    const value = library && defaultOf(match, library);
    const factory = value && factoryFor(value, module);
    if (!factory || isInitVar(match)) return null;
    const keyword = library === "attrs" ? "factory" : "default_factory";
    const title = t`Make a new one for each instance: \`${keyword}\``;
    const mend = (...edits: readonly Edit[]) =>
      report.severity === "warning"
        ? unsafeFix(t`${title} (they no longer share one)`, ...edits)
        : report.python === undefined
          ? safeFix(title, ...edits)
          : needing(report.python, safeFix(title, ...edits));
    if (value.id !== finding.id) {
      const argument = value.parent?.type === "keyword_argument" ? value.parent : value;
      if (callArguments(finding).positional.length > 1) return null;
      return mend(replace(argument, `${keyword}=${factory}`));
    }
    const decorator = decoratorsOf(match.node("class")).find((one) => isFieldMaker(module.qualifiedName(one)));
    const field = decorator && useName(fieldCallFor(module.qualifiedName(decorator) ?? ""), decorator, module);
    return field ? mend(...field.edits, replace(value, `${field.text}(${keyword}=${factory})`)) : null;
  },
});

/** What turns annotations of this class into fields; null where nothing known does. */
function libraryOf(definition: Node, module: Module): Library | null {
  for (const decorator of decoratorsOf(definition)) {
    const name = module.qualifiedName(decorator);
    if (name === "dataclasses.dataclass") return "dataclasses";
    if (isFieldMaker(name)) return "attrs";
  }
  return null;
}

function isFieldMaker(name: string | null): boolean {
  return (
    name !== null && /^(dataclasses\.dataclass|attrs?\.(define|frozen|mutable)|attr\.(s|attrs|dataclass))$/.test(name)
  );
}

function fieldCallFor(decorator: string): string {
  if (decorator === "dataclasses.dataclass") return "dataclasses.field";
  if (/^attr\.(s|attrs|dataclass)$/.test(decorator)) return "attr.ib";
  return decorator.replace(/\w+$/, "field");
}

/** The default value of a field: the right side itself, or what `field(default=...)` is given. Null: no field. */
function defaultOf(match: Match, library: Library): Node | null {
  const { module, finding } = match;
  const annotation = match.maybe("annotation");
  if (annotation && isClassVar(annotation, module)) return null;
  const callee = finding.type === "call" ? finding.childForFieldName("function") : null;
  const name = callee && module.qualifiedName(callee);
  if (name && FIELD_CALLS.get(name) === library) {
    const { positional, keywords } = callArguments(finding);
    if (library === "dataclasses") return annotation ? (keywords.get("default") ?? null) : null;
    return keywords.get("default") ?? (name === "attr.ib" || name === "attr.attrib" ? (positional[0] ?? null) : null);
  }
  return annotation && (library === "dataclasses" || readsAnnotations(match)) ? finding : null;
}

/** The old decorators of attrs look at annotations only when they are told to. */
function readsAnnotations(match: Match): boolean {
  return decoratorsOf(match.node("class")).some((one) => {
    const name = match.module.qualifiedName(one) ?? "";
    if (!/^attr\.(s|attrs)$/.test(name)) return isFieldMaker(name);
    return one.parent?.type === "call" && callArguments(one.parent).keywords.get("auto_attribs")?.type === "true";
  });
}

function isClassVar(annotation: Node, module: Module): boolean {
  return /^(typing(_extensions)?\.)?ClassVar$/.test(annotatedAs(annotation, module) ?? "");
}

function isInitVar(match: Match): boolean {
  const annotation = match.maybe("annotation");
  if (!annotation || !/^(dataclasses\.)?InitVar$/.test(annotatedAs(annotation, match.module) ?? "")) return false;
  // Where all annotations are delayed, a quoted one has two pairs of quotes, and hides what it is.
  return !quotedName(annotation) || !delaysAnnotations(match.module);
}

function annotatedAs(annotation: Node, module: Module): string | null {
  const quoted = quotedName(annotation);
  if (!quoted) return annotatedClass(module, annotation);
  const [first, ...rest] = quoted.split(".");
  const meant = module.imports.find(({ name }) => name === first)?.imported ?? first;
  return [meant, ...rest].join(".");
}

/** `t.ClassVar` of `"t.ClassVar[list]"`: dataclasses look no further. */
function quotedName(annotation: Node): string | undefined {
  return /^r?["']+\s*((\w+\.)?\w+)/.exec(annotation.text)?.[1];
}

function consequenceOf(match: Match, value: Node, library: Library): "raises" | "shares" | null {
  const { module } = match;
  const refuses = library === "dataclasses" && !isInitVar(match);
  if (makesContainer(module, value)) return refuses ? "raises" : "shares";
  const callee = value.type === "call" ? value.childForFieldName("function") : null;
  const definition = callee && module.definitionOf(callee);
  if (definition?.type !== "class_definition") return null;
  const { classes, outside, hasMetaclass } = lineageOf(module, definition);
  if (hasMetaclass || !outside.every((base) => PLAIN_BASE.test(base ?? ""))) return null;
  // A dataclass takes the lack of a hash for a sign that the object can change.
  const hashable = isHashable(classes, module);
  if (hashable === false) return refuses ? "raises" : "shares";
  return hashable && classes.some((one) => changesItself(one, module)) ? "shares" : null;
}

/** Lists, dicts, sets and what inherits from them are refused on every Python; the rest since the hash decides. */
function isRefusedByAll(value: Node, module: Module): boolean {
  const callee = value.type === "call" ? value.childForFieldName("function") : null;
  const name = (callee && module.qualifiedName(callee)) ?? "";
  return makesContainer(module, value) && !/^(builtins\.bytearray|collections\.deque)$/.test(name);
}

/** Whether instances have a hash: the first class that says something about it decides. Null: cannot tell. */
function isHashable(classes: readonly Node[], module: Module): boolean | null {
  for (const one of classes) {
    const scope = module.classScope(one);
    const own = scope.bindings("__hash__")[0];
    if (own) return own.value?.type !== "none";
    const decorators = decoratorsOf(one);
    const maker = decorators.find((decorator) => isFieldMaker(module.qualifiedName(decorator)));
    if (decorators.length > (maker ? 1 : 0)) return null;
    if (maker) {
      // Bare, every maker but `frozen` compares by value and drops the hash; what options do is not followed here.
      const hasOptions =
        maker.parent?.type === "call" &&
        (callArguments(maker.parent).keywords.size > 0 || callArguments(maker.parent).hasSplat);
      return hasOptions || /frozen$/.test(module.qualifiedName(maker) ?? "") ? null : false;
    }
    if (scope.bindings("__eq__").length > 0) return false;
  }
  return true;
}

function changesItself(definition: Node, module: Module): boolean {
  const making = methodsOf(definition).filter((method) => MAKING.has(method.childForFieldName("name")?.text ?? ""));
  for (const attribute of selfAttributes(definition, module)) {
    if (making.some((method) => method.startIndex <= attribute.startIndex && attribute.endIndex <= method.endIndex))
      continue;
    const isAssigned =
      attribute.parent?.type === "assignment" && attribute.parent.childForFieldName("left")?.id === attribute.id;
    if (isAssigned || isMutated(attribute)) return true;
  }
  return false;
}

/** What makes the default anew: its class where that needs no arguments, else a lambda. */
function factoryFor(value: Node, module: Module): string | null {
  const scope = module.scopeOf(value);
  const empty = value.namedChildCount === 0 ? { list: "list", dictionary: "dict" }[value.type] : undefined;
  if (empty && !module.lookup(empty, scope)) return empty;
  const callee = value.type === "call" ? value.childForFieldName("function") : null;
  if (callee && value.childForFieldName("arguments")?.namedChildCount === 0) return callee.text;
  // A lambda does not see the names of the class it stands in.
  const names = value.descendantsOfType("identifier");
  const usesClassNames = names.some(
    (name) => name && scope.kind === "class" && module.lookup(name.text, scope) === scope,
  );
  return usesClassNames ? null : `lambda: ${value.text}`;
}
