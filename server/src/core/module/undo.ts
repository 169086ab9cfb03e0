import type { Node } from "web-tree-sitter";
import { codeChildren, dottedText } from "../syntax/nodes.ts";
import { runningNodes } from "./flow.ts";
import type { Module } from "./module.ts";

/**
 * What in a statement undoes something that stands before a place of the same function: it closes, releases, sets back.
 * What only continues the work, as `commit()` does, or reports on it, is not clean-up. Null where there is none.
 */
export function undoingIn(statement: Node, place: Node, body: Node, module: Module): Node | null {
  // Who raises afterwards has more in mind than to clean up.
  if (!runningNodes(statement, RAISES).next().done) return null;
  const earlier = [...runningNodes(body, ACTIONS)].filter((action) => action.endIndex <= place.startIndex);
  const actions = ACTIONS.has(statement.type) ? [statement] : [...runningNodes(statement, ACTIONS)];
  const found = actions.find((action) => {
    switch (action.type) {
      case "call":
        return isRelease(action) || isSetBack(action, earlier, module);
      case "delete_statement":
        return codeChildren(action).some((target) => target.type !== "identifier" && storeTo(target, earlier));
      default:
        return restores(action, earlier, module);
    }
  });
  return found ?? null;
}

const RAISES: ReadonlySet<string> = new Set(["raise_statement"]);
const ACTIONS: ReadonlySet<string> = new Set(["call", "assignment", "augmented_assignment", "delete_statement"]);
/** Methods that give something back. What receives the call is mostly an object this file knows nothing of. */
const RELEASES =
  /^(a?close|release|shutdown|stop|terminate|kill|clean_?up|restore|reset|disconnect|unlock|tear_?down|unregister|unlink|rmdir|rmtree|undo|revert|uninstall|dispose|quit|detach|deactivate|__a?exit__)(_|$)/;
/** Functions that are called before and after for the sake of the call, not to set something back. */
const REPORTS =
  /(^|[._])(print|log|debug|info|warning|error|append|add|write|send|put|emit|echo|record|execute|assert\w*)$/;

function isRelease(call: Node): boolean {
  const callee = call.childForFieldName("function");
  return callee?.type === "attribute" && RELEASES.test(callee.childForFieldName("attribute")?.text ?? "");
}

/** `os.chdir(old)`, after an `os.chdir(new)`, with what was read before that. */
function isSetBack(call: Node, earlier: readonly Node[], module: Module): boolean {
  const name = calledName(call);
  if (!name || REPORTS.test(name)) return false;
  const before = earlier.find((action) => calledName(action) === name);
  const given = codeChildren(call.childForFieldName("arguments") ?? call);
  return before !== undefined && given.some((argument) => isKept(argument, before, module));
}

function calledName(call: Node): string | null {
  const callee = call.type === "call" ? call.childForFieldName("function") : null;
  return callee && dottedText(callee);
}

/** `x.y = old`, `x.depth -= 1` after `+=`, `x.active = False` after `True`. */
function restores(action: Node, earlier: readonly Node[], module: Module): boolean {
  const target = action.childForFieldName("left");
  const value = action.childForFieldName("right");
  const before = target && storeTo(target, earlier);
  if (!target || !value || !before) return false;
  const scope = module.scopeOf(target);
  if (target.type === "identifier" && module.lookup(target.text, scope) === scope) return false;
  const operators = [before, action].map((one) => one.childForFieldName("operator")?.text ?? "=").join(" ");
  if (operators !== "= =") return operators === "+= -=" || operators === "-= +=";
  if (isKept(value, before, module)) return true;
  return value.type === "false" && before.childForFieldName("right")?.type === "true";
}

function storeTo(target: Node, earlier: readonly Node[]): Node | undefined {
  return earlier.find((action) => action.childForFieldName("left")?.text === target.text);
}

/** A variable of this function that is set once, before `place`: it keeps what was. */
function isKept(value: Node, place: Node, module: Module): boolean {
  if (value.type !== "identifier") return false;
  const binding = module.bindingOf(value);
  const isLocal = module.lookup(value.text, module.scopeOf(value)) === module.scopeOf(value);
  return isLocal && binding?.kind === "assignment" && binding.target.startIndex < place.startIndex;
}
