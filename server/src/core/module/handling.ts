import type { Node } from "web-tree-sitter";
import type { Module } from "./module.ts";

/** Where an exception only leaves a trace: it is not passed on by that. */
const REPORTERS =
  /(^|\.)(print|print_exc|print_exception|debug|info|warning|warn|error|exception|critical|log|str|repr|format)$/;
const TYPE_TESTS: ReadonlySet<string> = new Set(["builtins.isinstance", "builtins.type", "builtins.issubclass"]);

/**
 * Whether a reference to an exception hands it to somebody: stored, returned, raised, given to a call that does more
 * than report it. That is how a thread, a task or a queue carries an exception to where it is raised again.
 */
export function isHandedOver(module: Module, reference: Node): boolean {
  for (let node: Node | null = reference; node; node = node.parent) {
    const parent: Node | null = node.parent;
    if (!parent || parent.type === "block") return false;
    if (parent.type === "attribute" || parent.type === "comparison_operator" || parent.type === "interpolation")
      return false;
    if (/assignment$/.test(parent.type)) return parent.childForFieldName("right")?.id === node.id;
    if (parent.type === "return_statement" || parent.type === "yield" || parent.type === "raise_statement") return true;
    if (parent.type === "argument_list") {
      const callee = parent.parent?.childForFieldName("function");
      // A logger, or a function of this file, is known by its name only.
      const name = callee ? (module.qualifiedName(callee) ?? callee.text) : "";
      return !REPORTERS.test(name) && !TYPE_TESTS.has(name);
    }
  }
  return false;
}
