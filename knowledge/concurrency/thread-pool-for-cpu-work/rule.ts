import type { Node } from "web-tree-sitter";
import {
  callArguments,
  callableDefinition,
  computationIn,
  defineRule,
  dottedText,
  enclosingClass,
  enclosingMethod,
  type Fix,
  type Match,
  needing,
  replace,
  t,
  unsafeFix,
  useName,
  type Words,
} from "#rule";

/** Methods of the two kinds of pools that take a function and run it in a worker. */
const HAND_OVER: ReadonlySet<string> = new Set(
  "submit map apply apply_async map_async imap imap_unordered starmap starmap_async".split(" "),
);

export default defineRule({
  check(match) {
    if (/_is_gil_enabled|Py_GIL_DISABLED/.test(match.module.textWith("_is_gil_enabled", "Py_GIL_DISABLED")))
      return null;
    const work = workOf(match);
    // One function that may wait is reason enough for a pool of threads.
    const evidence = work.map(({ definition }) => definition && computationIn(match.module, definition));
    const [first] = evidence;
    const [definition] = work;
    if (!first || !definition?.definition || evidence.some((one) => !one)) return null;
    return {
      values: { function: definition.definition.childForFieldName("name")?.text ?? t`this lambda`, evidence: first },
      related: work.map(({ argument }) => ({
        span: { start: argument.startIndex, end: argument.endIndex },
        message: t`what the pool is given`,
      })),
    };
  },

  fix(match) {
    const { module, finding } = match;
    const call = match.node("call");
    const { keywords } = callArguments(call);
    const isExecutor =
      finding.text.endsWith("Executor") || /ThreadPoolExecutor$/.test(module.qualifiedName(finding) ?? "");
    const isImportable = workOf(match).every(({ definition }) => definition?.parent?.type === "module");
    if (!isImportable || keywords.has("thread_name_prefix")) return null;
    const swap = (name: string, title: Words): Fix[] => {
      const usable = useName(name, finding, module);
      return usable ? [unsafeFix(title, ...usable.edits, replace(finding, usable.text))] : [];
    };
    const warning = t`arguments are pickled, memory is not shared, the script needs a __main__ guard`;
    if (!isExecutor) return swap("multiprocessing.Pool", t`Use multiprocessing.Pool (${warning})`);
    return [
      ...swap("concurrent.futures.ProcessPoolExecutor", t`Use ProcessPoolExecutor (${warning})`),
      ...swap(
        "concurrent.futures.InterpreterPoolExecutor",
        t`Use InterpreterPoolExecutor (needs 3.14; state is not shared)`,
      ).map((fix) => needing(">=3.14", fix)),
    ];
  },
});

interface Work {
  readonly argument: Node;
  /** Null where the file does not show it. */
  readonly definition: Node | null;
}

/** Every function that is handed to the pool a call makes. */
function workOf(match: Match): Work[] {
  return handOvers(match).flatMap((call) => {
    const argument = callArguments(call).positional[0];
    return argument ? [{ argument, definition: callableDefinition(match.module, argument) }] : [];
  });
}

function handOvers(match: Match): Node[] {
  const { module } = match;
  const call = match.node("call");
  const uses: Node[] = [];
  const holder = holderOf(call);
  if (holder?.type === "identifier") {
    const scope = module.lookup(holder.text, module.scopeOf(holder));
    if (scope) uses.push(...module.references(holder.text, scope));
  } else if (holder?.type === "attribute") {
    const method = enclosingMethod(call)?.method;
    const owner = method && enclosingClass(method);
    const path = dottedText(holder);
    for (const attribute of owner?.descendantsOfType("attribute") ?? []) {
      if (attribute && dottedText(attribute) === path) uses.push(attribute);
    }
  } else uses.push(call);
  return uses.flatMap((use) => {
    const attribute = use.parent;
    const caller = attribute?.parent;
    const isMethod = attribute?.type === "attribute" && attribute.childForFieldName("object")?.id === use.id;
    const name = isMethod ? (attribute.childForFieldName("attribute")?.text ?? "") : "";
    return caller?.type === "call" && HAND_OVER.has(name) ? [caller] : [];
  });
}

/** What holds the pool: `pool` of `pool = X()` and of `with X() as pool`, `self.pool`; null for `X().map(...)`. */
function holderOf(call: Node): Node | null {
  const parent = call.parent;
  if (parent?.type === "assignment") return parent.childForFieldName("left");
  if (parent?.type === "as_pattern") return parent.childForFieldName("alias")?.firstNamedChild ?? null;
  return null;
}
