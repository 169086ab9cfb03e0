import type { Node } from "web-tree-sitter";
import {
  callArguments,
  callableDefinition,
  codeChildren,
  computationIn,
  defineRule,
  type Match,
  replace,
  t,
  unsafeFix,
  useName,
} from "#rule";

export default defineRule({
  check(match) {
    if (knowsItsBuild(match)) return null;
    const definition = targetOf(match);
    const evidence = definition && computationIn(match.module, definition);
    if (!evidence) return null;
    const name = match.maybe("class")
      ? `${match.finding.text}.run`
      : (definition.childForFieldName("name")?.text ?? t`this lambda`);
    return {
      values: { function: name, evidence },
      related: [{ span: { start: definition.startIndex, end: headerEnd(definition) }, message: evidence }],
    };
  },

  fix(match) {
    const call = match.maybe("call");
    const definition = targetOf(match);
    // A child process must be able to import the function by its name.
    if (!call || definition?.type !== "function_definition" || !isTopLevel(definition)) return null;
    const process = useName("multiprocessing.Process", match.finding, match.module);
    if (!process) return null;
    return unsafeFix(
      t`Use multiprocessing.Process (arguments are pickled, memory is not shared, the script needs a __main__ guard)`,
      ...process.edits,
      replace(match.finding, process.text),
    );
  },
});

/** Code that asks whether the GIL is there knows what it does. */
function knowsItsBuild({ module }: Match): boolean {
  return /_is_gil_enabled|Py_GIL_DISABLED/.test(module.textWith("_is_gil_enabled", "Py_GIL_DISABLED"));
}

function targetOf(match: Match): Node | null {
  const owner = match.maybe("class");
  if (owner) return ownRun(owner);
  const { positional, keywords, hasSplat } = callArguments(match.node("call"));
  // Thread(group, target, ...): both may be given by position.
  const target = keywords.get("target") ?? (hasSplat ? undefined : positional[1]);
  return target ? callableDefinition(match.module, target) : null;
}

function ownRun(owner: Node): Node | null {
  const body = owner.childForFieldName("body");
  const methods = body ? codeChildren(body) : [];
  return (
    methods.find((node) => node.type === "function_definition" && node.childForFieldName("name")?.text === "run") ??
    null
  );
}

function isTopLevel(definition: Node): boolean {
  return definition.parent?.type === "module";
}

function headerEnd(definition: Node): number {
  return definition.childForFieldName("name")?.endIndex ?? definition.startIndex + "lambda".length;
}
