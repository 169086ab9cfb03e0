import { defineRule, inAsync, type Match, replace, safeFix, standsInClassBody, t, useName } from "#rule";

export default defineRule({
  check(match) {
    return inAsync(match.node("call")) ? { values: { call: match.node("call").text } } : null;
  },

  fix(match) {
    const call = match.node("call");
    // Inside a larger expression an `await` may need parentheses, and it may not stand in every one.
    if (call.parent?.type !== "expression_statement" || standsInClassBody(call)) return null;
    const sleep = useName(`${library(match)}.sleep`, match.finding, match.module);
    if (!sleep) return null;
    return safeFix(t`Await ${library(match)}.sleep`, ...sleep.edits, replace(match.finding, `await ${sleep.text}`));
  },
});

/** The event loop a file runs on, as its imports show it. */
function library({ module }: Match): string {
  const imported = module.imports.map((one) => one.imported.split(".")[0]);
  return ["asyncio", "trio", "anyio"].find((name) => imported.includes(name)) ?? "asyncio";
}
