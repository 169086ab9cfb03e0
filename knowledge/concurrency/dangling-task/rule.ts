import type { Node } from "web-tree-sitter";
import {
  addImport,
  callArguments,
  codeChildren,
  defineRule,
  type Edit,
  enclosingFunction,
  enclosingLoop,
  expectsFailure,
  type Fix,
  firstChild,
  inAsync,
  indentOf,
  insert,
  looksAtNames,
  type Match,
  type Module,
  replace,
  runningNodes,
  safeFix,
  standsInClassBody,
  statementBehind,
  statementOf,
  t,
  unsafeFix,
} from "#rule";

export default defineRule({
  check(match) {
    const { module, finding } = match;
    const call = match.node("call");
    if (!isThrownAway(call, module) || holdsAFuture(call, module)) return null;
    if (isGather(match) && !inAsync(call)) return null;
    if (expectsFailure(call, "builtins.RuntimeError", module)) return null;
    const why = isGather(match)
      ? t`is not awaited: results and exceptions are lost`
      : t`is kept by nobody: the event loop holds its tasks weakly`;
    return { values: { call: finding.text, why } };
  },

  fix(match) {
    // A class body cannot await, and a name bound there becomes an attribute.
    if (standsInClassBody(match.node("call"))) return null;
    return isGather(match) ? awaited(match) : kept(match);
  },
});

const SET = "background_tasks";
const PAUSES: ReadonlySet<string> = new Set(["await", "yield"]);

function isGather({ module, finding }: Match): boolean {
  return module.qualifiedName(finding) === "asyncio.gather";
}

function isThrownAway(call: Node, module: Module): boolean {
  const parent = call.parent;
  if (parent?.type === "expression_statement") return codeChildren(parent).length === 1;
  const target = parent?.type === "assignment" ? parent.childForFieldName("left") : null;
  return target?.type === "identifier" && target.text === "_" && isLost(target, module);
}

/** `_` does hold the task, until it is bound again or its function is left: only then is the task lost. */
function isLost(target: Node, module: Module): boolean {
  const scope = module.scopeOf(target);
  const definition = enclosingFunction(target);
  if (!definition || module.lookup("_", scope) !== scope) return false;
  const targets = new Set(module.bindingsOf(target).map((binding) => binding.target.id));
  if (module.references("_", scope).some((reference) => !targets.has(reference.id))) return false;
  if (enclosingLoop(target)) return true;
  const body = definition.childForFieldName("body");
  const pauses = body ? [...runningNodes(body, PAUSES)] : [];
  const waitsAfter = pauses.some((node) => node.startIndex > target.startIndex);
  return inAsync(target) && !waitsAfter && !/\basync (for|with)\b/.test(definition.text);
}

/** A task is made of a coroutine only; this one also takes what is a future already. */
function callsEnsureFuture(call: Node, module: Module): boolean {
  const callee = call.childForFieldName("function");
  return callee !== null && module.qualifiedName(callee) === "asyncio.ensure_future";
}

/** What is a future already is handed back as it is, and whoever will complete it holds it. */
function holdsAFuture(call: Node, module: Module): boolean {
  const argument = callArguments(call).positional[0];
  if (argument?.type === "identifier" && callsEnsureFuture(call, module))
    return module.bindingOf(argument)?.kind === "parameter";
  if (argument?.type !== "call") return false;
  const callee = argument.childForFieldName("function");
  const method = callee?.type === "attribute" ? callee.childForFieldName("attribute")?.text : "";
  return method === "run_in_executor" || (callee !== null && module.qualifiedName(callee) === "asyncio.wrap_future");
}

function awaited(match: Match): Fix {
  return unsafeFix(t`Await it (what follows waits for all of them)`, insert(match.node("call").startIndex, "await "));
}

/** A set that holds the task, and a callback that lets go of it: the idiom of asyncio's documentation. */
function kept(match: Match): Fix | null {
  const { module, source } = match;
  const call = match.node("call");
  const statement = statementOf(call);
  const indent = indentOf(statement, source);
  // `create_task(f()),` is a tuple.
  if (firstChild(statement, ",")) return null;
  const rest = /^[^\S\r\n]*(#[^\r\n]*)?/.exec(source.slice(statement.endIndex));
  const end = statement.endIndex + (rest?.[0].length ?? 0);
  const isOnItsOwn = indent !== null && (end === source.length || /[\r\n]/.test(source.text[end] ?? ""));
  const definition = enclosingFunction(call);
  const set = usableSet(call, module);
  if (!isOnItsOwn || !definition || !set || looksAtNames(definition, module)) return null;
  const name = ["task", "background_task"].find((one) => isFree(one, call, definition, module));
  if (!name) return null;
  const target = call.parent?.type === "assignment" ? call.parent.childForFieldName("left") : null;
  return safeFix(
    t`Keep the task in \`${SET}\` until it is done`,
    ...set,
    target ? replace(target, name) : insert(call.startIndex, `${name} = `),
    insert(end, `\n${indent}${SET}.add(${name})\n${indent}${name}.add_done_callback(${SET}.discard)`),
  );
}

/** The edits that make the set; none where an earlier fix made it, null where its name means something else. */
function usableSet(call: Node, module: Module): readonly Edit[] | null {
  const scope = module.lookup(SET, module.scopeOf(call));
  // A name that is used and nowhere bound comes from a star import.
  if (!scope) return module.identifiers(SET).next().done ? [addImport(`\n${SET} = set()`, module)] : null;
  const bindings = scope === module.moduleScope ? scope.bindings(SET) : [];
  const isSet = bindings.length === 1 && bindings.every(({ value }) => value && isSetCall(value, module));
  return isSet ? [] : null;
}

/** Behind a star import no builtin is certain; there it is enough that the set looks as the one this fix makes. */
function isSetCall(value: Node, module: Module): boolean {
  if (module.moduleScope.hasStarImport) return value.text === "set()";
  return module.typeName(value) === "builtins.set";
}

/** A name nobody uses, or one that this fix gave to an earlier task of the same function, which is in the set by now. */
function isFree(name: string, call: Node, definition: Node, module: Module): boolean {
  const here = module.scopeOf(call);
  const scope = module.lookup(name, here);
  // What the function uses and the file does not bind may come from a star import.
  if (!scope) return !definition.descendantsOfType("identifier").some((one) => one?.text === name);
  return (
    scope === here &&
    module.references(name, scope).every((reference) => {
      const text = statementOf(reference).text;
      const isOurs = text === `${SET}.add(${name})` || text === `${name}.add_done_callback(${SET}.discard)`;
      const next = statementBehind(statementOf(reference));
      return isOurs || (text.startsWith(`${name} = `) && nextCode(next)?.text === `${SET}.add(${name})`);
    })
  );
}

function nextCode(node: Node | null): Node | null {
  let next = node;
  while (next?.type === "comment") next = next.nextNamedSibling;
  return next;
}
