import type { Node } from "web-tree-sitter";
import {
  alwaysLeaves,
  ancestors,
  codeChildren,
  contains,
  defineRule,
  enclosingFunction,
  type Fix,
  isAsync,
  isDocstring,
  isExtra,
  type Match,
  type Module,
  type Report,
  runningNodes,
  t,
  unsafeFix,
} from "#rule";

export default defineRule({
  check(match) {
    const call = match.node("call");
    // Nobody imports a notebook, and multiprocessing does not import a `__main__.py` again.
    if (match.file.isNotebook || /(^|[\\/])__main__\.py$/.test(match.file.path)) return null;
    if (isGuarded(call, match.module)) return null;
    if (!startsProcesses(match)) return null;
    const report = (at: Node): Report => ({
      at,
      values: { call: at.text },
      ...(/\bset_start_method\(\s*["']fork["']/.test(match.module.root.text) ? { severity: "hint" as const } : {}),
    });
    if (runsAtTopLevel(call)) return report(match.finding);
    return callersOf(call, match.module).map((caller) => ({
      ...report(caller.childForFieldName("function") ?? caller),
      related: [{ span: { start: call.startIndex, end: call.endIndex }, message: t`starts processes` }],
    }));
  },

  fix(match, report) {
    const at = report.at && "start" in report.at ? null : (report.at ?? match.finding);
    return at ? guarded(at, match) : null;
  },
});

/** A pool of `concurrent.futures` starts its processes when it gets work: one that waits for others is no harm. */
function startsProcesses(match: Match): boolean {
  const { module, finding } = match;
  const call = match.node("call");
  if (match.maybe("_method")) return true;
  if (!/ProcessPoolExecutor$/.test(module.qualifiedName(finding) ?? "")) return true;
  const parent = call.parent;
  const holder =
    parent?.type === "as_pattern"
      ? parent.childForFieldName("alias")?.firstNamedChild
      : parent?.type === "assignment"
        ? parent.childForFieldName("left")
        : null;
  if (holder?.type !== "identifier") return isGivenWork(call);
  const scope = module.lookup(holder.text, module.scopeOf(holder));
  const place = enclosingFunction(call);
  const uses = scope ? module.references(holder.text, scope) : [];
  return uses.some((use) => isGivenWork(use) && enclosingFunction(use)?.id === place?.id && !isGuarded(use, module));
}

function isGivenWork(pool: Node): boolean {
  const method = pool.parent?.type === "attribute" ? pool.parent.childForFieldName("attribute")?.text : undefined;
  const isCalled = pool.parent?.parent?.type === "call";
  return (
    isCalled && (method === "submit" || method === "map") && pool.parent?.childForFieldName("object")?.id === pool.id
  );
}

/** Code of the module itself: in no function and no class. */
function runsAtTopLevel(node: Node): boolean {
  for (const { type } of ancestors(node)) {
    if (type === "function_definition" || type === "lambda" || type === "class_definition") return false;
  }
  return true;
}

/** Whether only one of the processes gets here: under an `if` about `__name__`, or after one that leaves the others. */
function isGuarded(node: Node, module: Module): boolean {
  for (const ancestor of ancestors(node)) {
    if (ancestor.type === "if_statement" && isGuard(ancestor)) return true;
    const isOfClass = ancestor.parent?.type === "class_definition";
    if (ancestor.type !== "module" && (ancestor.type !== "block" || isOfClass)) continue;
    const statements = ancestor.type === "module" ? module.conditionals : codeChildren(ancestor);
    const before = statements.filter((one) => one.endIndex <= node.startIndex);
    if (before.some((one) => one.type === "if_statement" && isGuard(one) && leaves(one, module))) return true;
  }
  return false;
}

function isGuard(statement: Node): boolean {
  const conditions = [statement, ...codeChildren(statement)].map((one) => one.childForFieldName("condition")?.text);
  return conditions.some((text) => /\b(__name__|parent_process|current_process|__mp_main__)\b/.test(text ?? ""));
}

function leaves(statement: Node, module: Module): boolean {
  const body = statement.childForFieldName("consequence");
  return body !== null && alwaysLeaves(body, module);
}

const YIELD: ReadonlySet<string> = new Set(["yield"]);

/** The unguarded calls, by the module itself, of the function that starts the processes. */
function callersOf(call: Node, module: Module): Node[] {
  const definition = enclosingFunction(call);
  const body = definition?.childForFieldName("body");
  const name = definition?.childForFieldName("name");
  // A decorator may call it elsewhere, or not at all; the body of a generator runs when somebody iterates.
  if (definition?.type !== "function_definition" || definition.parent?.type !== "module" || !name || !body) return [];
  if (isInClass(call, definition) || [...runningNodes(body, YIELD)].length > 0) return [];
  if (module.bindingOf(name)?.value?.id !== definition.id) return [];
  return module.references(name.text, module.moduleScope).flatMap((reference) => {
    const caller = reference.parent;
    const isCall = caller?.type === "call" && caller.childForFieldName("function")?.id === reference.id;
    if (!isCall || !runsAtTopLevel(caller) || isGuarded(caller, module)) return [];
    return !isAsync(definition) || isRun(caller, module) ? [caller] : [];
  });
}

function isInClass(call: Node, definition: Node): boolean {
  for (const ancestor of ancestors(call)) {
    if (ancestor.id === definition.id) return false;
    if (ancestor.type === "class_definition") return true;
  }
  return false;
}

function isRun(coroutine: Node, module: Module): boolean {
  const runner = coroutine.parent?.parent?.childForFieldName("function");
  return runner !== null && runner !== undefined && module.qualifiedName(runner) === "asyncio.run";
}

const STAYS = /^(function_definition|class_definition|decorated_definition|.*import.*_statement|ERROR)$/;

/** Puts the statement, and those around it that are no definitions, under a guard. */
function guarded(at: Node, { module, source }: Match): Fix | null {
  const siblings = module.root.namedChildren.filter((one) => one !== null);
  const middle = siblings.findIndex((one) => contains(one, at));
  let [first, last] = [middle, middle];
  while (last + 1 < siblings.length && mayMove(siblings[last + 1])) last++;
  while (first > 0 && mayMove(siblings[first - 1]) && namesStay(siblings.slice(first - 1, last + 1), module)) first--;
  const around = siblings.slice(first, last + 1);
  const moved = around.slice(around.findIndex((one) => !isExtra(one)));
  const [start, end] = [moved[0], moved.at(-1)];
  // What only the main process binds must not be missed by the others.
  if (!start || !end || !namesStay(moved, module)) return null;
  const from = start.startIndex;
  const rest = source.slice(end.endIndex, source.lineStart(source.lineAt(end.endIndex) + 1));
  // What shares a line with a statement that stays cannot be taken from it.
  if (source.lineStart(source.lineAt(from)) !== from || !/^\s*(#.*)?$/.test(rest.trimEnd())) return null;
  const strings = moved.flatMap((one) => one.descendantsOfType("string"));
  if (strings.some((one) => one && one.startPosition.row !== one.endPosition.row)) return null;
  const lines = source.slice(from, end.endIndex).split(/\r\n|\r|\n/);
  const text = lines.map((line) => (line.trim() === "" ? line : `    ${line}`)).join("\n");
  return unsafeFix(t`Put it under \`if __name__ == "__main__":\` (it no longer runs when the file is imported)`, {
    span: { start: from, end: end.endIndex },
    text: `if __name__ == "__main__":\n${text}`,
  });
}

function mayMove(statement: Node | undefined): boolean {
  return statement !== undefined && !STAYS.test(statement.type) && !isDocstring(statement);
}

/** Whether the names that these statements bind are used by nothing else in the file. */
function namesStay(statements: readonly Node[], module: Module): boolean {
  return statements.every((statement) => {
    for (const name of statement.descendantsOfType("identifier")) {
      const bound = name && runsAtTopLevel(name) && module.bindingsOf(name).some(({ target }) => target.id === name.id);
      if (!bound || module.lookup(name.text, module.scopeOf(name)) !== module.moduleScope) continue;
      const uses = module.references(name.text, module.moduleScope);
      if (uses.some((use) => !statements.some((one) => contains(one, use)))) return false;
    }
    return true;
  });
}
