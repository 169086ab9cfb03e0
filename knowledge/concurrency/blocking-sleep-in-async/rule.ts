import type { Node } from "web-tree-sitter";
import {
  ancestors,
  defineRule,
  importsOneOf,
  inAsync,
  isAsync,
  type Module,
  replace,
  safeFix,
  standsInClassBody,
  t,
  unsafeFix,
  useName,
} from "#rule";

export default defineRule({
  check(match) {
    return inAsync(match.node("call")) ? { values: { call: match.node("call").text } } : null;
  },

  fix(match) {
    const call = match.node("call");
    // Inside a larger expression an `await` may need parentheses, and it may not stand in every one.
    if (call.parent?.type !== "expression_statement" || standsInClassBody(call)) return null;
    const library = libraryOf(match.module);
    const sleep = library && useName(`${library}.sleep`, match.finding, match.module);
    if (!sleep) return null;
    const edits = [...sleep.edits, replace(match.finding, `await ${sleep.text}`)];
    return mayHoldLock(call)
      ? unsafeFix(t`Await ${library}.sleep (others run meanwhile; if a lock is held, they may hang)`, ...edits)
      : safeFix(t`Await ${library}.sleep`, ...edits);
  },
});

/** The event loop a file runs on, as its imports show it; anyio runs on whichever it is. Null where they show two. */
function libraryOf(module: Module): string | null {
  const [only, another] = ["asyncio", "trio", "curio"].filter((name) => importsOneOf([name], module));
  if (importsOneOf(["anyio"], module)) return "anyio";
  return another ? null : (only ?? "asyncio");
}

/** A lock of threads that is held across an `await` can stop the loop for good. */
function mayHoldLock(call: Node): boolean {
  for (const ancestor of ancestors(call)) {
    if (ancestor.type === "function_definition") return acquires(ancestor);
    if (ancestor.type === "with_statement" && !isAsync(ancestor)) return true;
  }
  return false;
}

/** `lock.acquire()` that is not awaited. */
function acquires(definition: Node): boolean {
  return definition.descendantsOfType("call").some((call) => {
    const method = call?.childForFieldName("function")?.childForFieldName("attribute");
    return method?.text === "acquire" && call?.parent?.type !== "await";
  });
}
