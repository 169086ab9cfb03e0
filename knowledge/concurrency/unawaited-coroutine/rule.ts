import type { Node } from "web-tree-sitter";
import {
  ancestors,
  codeChildren,
  defineRule,
  enclosingFunction,
  firstChild,
  importsOneOf,
  inAsync,
  insert,
  isAsync,
  type Match,
  type Module,
  needing,
  runningNodes,
  standsInClassBody,
  t,
  unsafeFix,
  useName,
} from "#rule";

export default defineRule({
  check(match) {
    if (!mayBeCoroutine(match)) return null;
    const call = match.node("call");
    const isDiscarded = call.parent?.type === "expression_statement" && codeChildren(call.parent).length === 1;
    if (!isDiscarded || expectsWarning(call)) return null;
    const { module, finding } = match;
    // A name from asyncio came here through `calls`; everything else must be a coroutine function of this file.
    if (LIBRARY.test(module.qualifiedName(finding) ?? "")) return { values: { function: finding.text } };
    const definition = coroutineFunction(match);
    if (!definition) return null;
    const name = definition.childForFieldName("name") ?? definition;
    return {
      values: { function: finding.text },
      related: [{ span: { start: name.startIndex, end: name.endIndex }, message: t`defined with \`async def\`` }],
    };
  },

  fix(match) {
    const { module, finding } = match;
    const call = match.node("call");
    if (inAsync(call)) {
      // A class body inside a coroutine cannot await.
      if (standsInClassBody(call)) return null;
      return unsafeFix(
        t`Await \`${finding.text}(...)\` (it runs now, and what follows waits for it)`,
        insert(call.startIndex, "await "),
      );
    }
    if (
      enclosingFunction(call) ||
      standsInClassBody(call) ||
      match.file.isNotebook ||
      importsOneOf(["trio", "anyio", "curio"], module)
    )
      return null;
    const run = useName("asyncio.run", finding, module);
    if (!run) return null;
    const fix = unsafeFix(
      t`Run it with \`${run.text}\` (it runs now, and what follows waits for it)`,
      ...run.edits,
      insert(call.startIndex, `${run.text}(`),
      insert(call.endIndex, ")"),
    );
    return needing(">=3.7", fix);
  },
});

const LIBRARY = /^asyncio\.(sleep|wait|wait_for|to_thread)$/;
const YIELD: ReadonlySet<string> = new Set(["yield"]);

/** Whether somebody waits right here for the warning, or error, that an unawaited coroutine gives. */
function expectsWarning(call: Node): boolean {
  for (const ancestor of ancestors(call)) {
    if (ancestor.type === "function_definition") return false;
    if (ancestor.type !== "with_statement") continue;
    const header = firstChild(ancestor, "with_clause")?.text ?? "";
    if (
      /(assert_?(Raises|Warns|NoWarns)|\b(raises|warns|check_warnings|catch_warnings|deprecated_call)\b)/i.test(header)
    )
      return true;
  }
  return false;
}

/** Whether a look at the call is worth while: its name is that of a coroutine function of the file or of asyncio. */
function mayBeCoroutine({ module, finding }: Match): boolean {
  const name = finding.type === "identifier" ? finding.text : (finding.childForFieldName("attribute")?.text ?? "");
  if (module.definesFunction(name, "async") || LIBRARY.test(`asyncio.${name}`)) return true;
  return module.imports.some((one) => one.name === name && LIBRARY.test(one.imported));
}

/** The `async def` of this file that is called; a decorator might make anything of it, a `yield` makes a generator. */
function coroutineFunction({ module, finding }: Match): Node | null {
  const definition = module.definitionOf(finding) ?? methodOfNamedClass(finding, module);
  if (definition?.type !== "function_definition" || !isAsync(definition)) return null;
  if (definition.parent?.type === "decorated_definition" && !isPlainlyDecorated(module, definition.parent)) return null;
  const body = definition.childForFieldName("body");
  for (const _ of body ? runningNodes(body, YIELD) : []) return null;
  return definition;
}

/** `C.fetch`, for a class of this file. */
function methodOfNamedClass(callee: Node, module: Module): Node | null {
  const object = callee.childForFieldName("object");
  const owner = object && module.definitionOf(object);
  // What decorates the class may replace its methods.
  if (owner?.type !== "class_definition" || owner.parent?.type === "decorated_definition") return null;
  const name = callee.childForFieldName("attribute")?.text ?? "";
  const [method, ...more] = module.classScope(owner).bindings(name);
  return method?.kind === "function" && more.length === 0 ? method.value : null;
}

function isPlainlyDecorated(module: Module, decorated: Node): boolean {
  return codeChildren(decorated).every((child) => {
    const value = child.type === "decorator" ? child.firstNamedChild : null;
    return !value || /^builtins\.(staticmethod|classmethod)$/.test(module.qualifiedName(value) ?? "");
  });
}
