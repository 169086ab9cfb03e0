import type { Node } from "web-tree-sitter";
import {
  alwaysEnds,
  attributesNamed,
  callArguments,
  codeChildren,
  contains,
  defineRule,
  insertAtBodyStart,
  isDocstring,
  isOfUnrelatedClass,
  type Lineage,
  lineageOf,
  type Match,
  type Module,
  methodsOf,
  type Report,
  selfAttributes,
  selfName,
  spanOf,
  t,
  unsafeFix,
  type Words,
} from "#rule";

interface Needed {
  /** An attribute that nothing but the class's own `__init__` sets. */
  readonly attribute: string;
  /** What fails without it, where that says more than the attribute. */
  readonly failure?: Words;
  /** A class that has this method of its own does without the base's. */
  readonly unless?: string;
  readonly takesNothing?: true;
}

const STARTS_NOT = t`\`start()\` raises RuntimeError`;

/** Classes of the standard library whose instances do not work before their `__init__` ran. */
const NEEDED: ReadonlyMap<string, Needed> = new Map<string, Needed>([
  ["threading.Thread", { attribute: "_initialized", failure: STARTS_NOT, unless: "start", takesNothing: true }],
  ["threading.Timer", { attribute: "_initialized", failure: STARTS_NOT, unless: "start" }],
  [
    "multiprocessing.Process",
    { attribute: "_popen", failure: t`\`start()\` fails`, unless: "start", takesNothing: true },
  ],
  ["html.parser.HTMLParser", { attribute: "rawdata", unless: "feed", takesNothing: true }],
  ["logging.Handler", { attribute: "filters", unless: "handle", takesNothing: true }],
  ["logging.Formatter", { attribute: "_style", unless: "format", takesNothing: true }],
  ["socketserver.TCPServer", { attribute: "socket" }],
  ["http.server.HTTPServer", { attribute: "socket" }],
  ["cmd.Cmd", { attribute: "cmdqueue", unless: "cmdloop", takesNothing: true }],
  ["configparser.ConfigParser", { attribute: "_sections", takesNothing: true }],
  ["queue.Queue", { attribute: "mutex", unless: "put", takesNothing: true }],
  ["collections.UserDict", { attribute: "data", unless: "__getitem__", takesNothing: true }],
  ["collections.UserList", { attribute: "data", unless: "__getitem__", takesNothing: true }],
  ["contextlib.ExitStack", { attribute: "_exit_callbacks", takesNothing: true }],
  ["argparse.Action", { attribute: "option_strings" }],
  ["argparse.ArgumentParser", { attribute: "prefix_chars", takesNothing: true }],
]);

export default defineRule({
  check(match) {
    const { module } = match;
    const definition = match.node("class");
    const init = match.node("init");
    const body = init.childForFieldName("body");
    const lineage = lineageOf(module, definition);
    // Most classes are done with here, before anybody walks through them.
    if (lineage.classes.length < 2 && !lineage.outside.some((base) => base !== null && NEEDED.has(base))) return null;
    const self = selfName(init, module);
    if (!body || !self || isReplacement(body) || reachesAnotherInit(definition, init, self)) return null;
    if (lineage.hasMetaclass || lineage.classes.some(answersAnyName)) return null;
    return fromThisFile(match, lineage) ?? fromStandardLibrary(match, lineage);
  },

  fix(match) {
    const { module, source } = match;
    const init = match.node("init");
    if (module.lookup("super", module.scopeOf(init))) return null;
    const base = inheritedInit(module, lineageOf(module, match.node("class")));
    const list = base ? argumentsFor(base, init) : standardArguments(match);
    if (list === null) return null;
    const edit = insertAtBodyStart(init, [`super().__init__(${list})`], source);
    return edit && unsafeFix(t`Call \`super().__init__(${list})\` first (the base may need other arguments)`, edit);
  },
});

/** Always refuses, or does nothing, and so says that the base's work is not wanted. */
function isReplacement(body: Node): boolean {
  const statements = codeChildren(body).filter((one) => !isDocstring(one));
  const isEmpty = statements.every((one) => one.type === "pass_statement" || one.text === "...");
  return isEmpty || alwaysEnds(body, (one) => one.type === "raise_statement");
}

/**
 * `Base.__init__` anywhere in the class; in its `__init__` also `super()`, `self.__dict__` or a call that is given `self`,
 * which may stand in for it.
 */
function reachesAnotherInit(definition: Node, init: Node, self: string): boolean {
  const body = definition.childForFieldName("body");
  for (const node of body?.descendantsOfType(["attribute", "call"]) ?? []) {
    const name = node?.childForFieldName(node.type === "call" ? "function" : "attribute")?.text ?? "";
    if (name === "__init__") return true;
    if (!node || !contains(init, node)) continue;
    if (node.type === "call" && callArguments(node).positional.some(({ text }) => text === self)) return true;
    if (/^(super|__dict__|__setstate__|setattr|vars)$/.test(name)) return true;
  }
  return false;
}

function answersAnyName(definition: Node): boolean {
  return methodsOf(definition).some((method) => /^__(getattr|getattribute|new)__$/.test(nameOf(method)));
}

/** The first `__init__` behind the class's own that this file shows. */
function inheritedInit(module: Module, { classes }: Lineage): Node | null {
  for (const one of classes.slice(1)) {
    const init = methodsOf(one).find((method) => nameOf(method) === "__init__");
    if (init && selfName(init, module)) return init;
  }
  return null;
}

/** A base sets an attribute that a method of the instance reads, and nothing else in the file sets it. */
function fromThisFile(match: Match, lineage: Lineage): Report | null {
  const { module } = match;
  const init = inheritedInit(module, lineage);
  const base = init && lineage.classes.find((one) => contains(one, init));
  if (!init || !base || lineage.outside.some((one) => one !== "builtins.object")) return null;
  for (const attribute of selfAttributes(base, module)) {
    const statement = attribute.parent?.parent;
    const isSetHere =
      contains(init, attribute) && isTarget(attribute) && statement?.parent?.id === init.childForFieldName("body")?.id;
    const name = attribute.childForFieldName("attribute")?.text ?? "";
    if (!isSetHere || isAskedFor(name, lineage) || isSetElsewhere(module, name, match.node("class"), lineage)) continue;
    const use = useOf(module, name, init, lineage);
    if (!use) continue;
    const values = { class: nameOf(match.node("class")), base: nameOf(base), consequence: t`\`${name}\` is never set` };
    return {
      values,
      related: [
        { span: spanOf(attribute), message: t`set here` },
        { span: spanOf(use), message: t`read here` },
      ],
    };
  }
  return null;
}

function isTarget(attribute: Node): boolean {
  return attribute.parent?.type === "assignment" && attribute.parent.childForFieldName("left")?.id === attribute.id;
}

/** `hasattr(self, "name")`: somebody expects it to be missing. */
function isAskedFor(name: string, { classes }: Lineage): boolean {
  const quoted = new RegExp(`["']${name}["']`);
  return classes.some((one) => quoted.test(one.text));
}

/** Loops, `with` and unpacking set it too. */
function isTargetOfMore(attribute: Node): boolean {
  const parent = attribute.parent;
  if (parent?.type === "for_statement") return parent.childForFieldName("left")?.id === attribute.id;
  return /^(pattern_list|tuple_pattern|list_pattern|as_pattern_target)$/.test(parent?.type ?? "");
}

function isSetElsewhere(module: Module, name: string, definition: Node, { classes }: Lineage): boolean {
  const inits = classes.slice(1).flatMap((one) => methodsOf(one).filter((method) => nameOf(method) === "__init__"));
  for (const one of classes) {
    if (module.classScope(one).bindings(name).length > 0) return true;
  }
  for (const attribute of attributesNamed(module, name)) {
    // None of the other `__init__` of the bases runs either.
    if (inits.some((one) => contains(one, attribute)) || isOfUnrelatedClass(attribute, definition, module)) continue;
    if (isTarget(attribute) || isTargetOfMore(attribute)) return true;
  }
  return false;
}

/** Where a method that the instance really has reads the attribute. */
function useOf(module: Module, name: string, init: Node, { classes }: Lineage): Node | null {
  const overridden = new Set<string>();
  for (const one of classes) {
    const own = methodsOf(one).filter((method) => !overridden.has(nameOf(method)));
    for (const attribute of selfAttributes(one, module, name)) {
      if (!contains(init, attribute) && own.some((method) => contains(method, attribute))) return attribute;
    }
    for (const method of methodsOf(one)) overridden.add(nameOf(method));
  }
  return null;
}

function fromStandardLibrary(match: Match, lineage: Lineage): Report | null {
  const { module } = match;
  const name = lineage.outside.find((one) => one !== null && NEEDED.has(one));
  const needed = name && NEEDED.get(name);
  if (!name || !needed || inheritedInit(module, lineage)) return null;
  if (lineage.outside.some((one) => one === null)) return null;
  for (const one of lineage.classes) {
    if (needed.unless && methodsOf(one).some((method) => nameOf(method) === needed.unless)) return null;
    if (!selfAttributes(one, module, needed.attribute).next().done) return null;
  }
  const consequence = needed.failure ?? t`\`${needed.attribute}\` is never set`;
  return { values: { class: nameOf(match.node("class")), base: name, consequence } };
}

function standardArguments(match: Match): string | null {
  const { outside } = lineageOf(match.module, match.node("class"));
  return outside.some((one) => one !== null && NEEDED.get(one)?.takesNothing) ? "" : null;
}

/** What the base asks for, where the class is given something of the same name; null where it is not. */
function argumentsFor(base: Node, init: Node): string | null {
  const given = parametersOf(init);
  const list: string[] = [];
  const asked = parametersOf(base);
  const slash = asked.findIndex(({ kind }) => kind === "slash");
  let isKeywordOnly = false;
  let isPassedOver = false;
  for (const [index, parameter] of asked.entries()) {
    isKeywordOnly ||= parameter.kind !== "plain";
    if (parameter.kind !== "plain") continue;
    const hasSame = given.some((one) => one.kind === "plain" && one.name === parameter.name);
    if (hasSame) {
      // Before the slash nothing can be passed by name, nor behind what is left out.
      if (index < slash && isPassedOver) return null;
      const byName = isKeywordOnly || (parameter.isOptional && index > slash);
      list.push(byName ? `${parameter.name}=${parameter.name}` : parameter.name);
    } else if (!parameter.isOptional) return null;
    else isPassedOver = true;
  }
  return list.join(", ");
}

interface Parameter {
  readonly name: string;
  readonly kind: "plain" | "splat" | "slash" | "star";
  readonly isOptional: boolean;
}

/** Parameters behind `self`. */
function parametersOf(method: Node): Parameter[] {
  const list = method.childForFieldName("parameters");
  return (list ? codeChildren(list) : []).slice(1).map((node) => {
    const isOptional = /default_parameter$/.test(node.type);
    const name = node.childForFieldName("name") ?? (node.type === "typed_parameter" ? node.firstNamedChild : node);
    if (/splat_pattern$/.test(name?.type ?? "")) return { name: "", kind: "splat", isOptional: true };
    const separator = node.type === "positional_separator" ? "slash" : "star";
    if (name?.type !== "identifier") return { name: "", kind: separator, isOptional: true };
    return { name: name.text, kind: "plain", isOptional };
  });
}

function nameOf(definition: Node): string {
  return definition.childForFieldName("name")?.text ?? "";
}
