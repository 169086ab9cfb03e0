import type { Node } from "web-tree-sitter";
import { enclosingFunction, enclosingLoop, inAsync, isInClass } from "../module/context.ts";
import type { Module } from "../module/module.ts";
import { enclosingHandler } from "../module/order.ts";
import { parentOf } from "../syntax/nodes.ts";

/**
 * What queries may ask beyond tree-sitter's own predicates. Each is a name, the operands it takes, and a few lines.
 * `#not-name?` is the opposite of `#name?`. Operands are checked when a query is compiled.
 */
export interface Predicate {
  /** Strings after the capture: none, or at least one. */
  readonly strings: "none" | "some";
  readonly run: (node: Node, strings: readonly string[], module: Module) => boolean;
}

export const PREDICATES: ReadonlyMap<string, Predicate> = new Map([
  [
    // The expression refers to one of these qualified names.
    "resolves",
    {
      strings: "some",
      run: (node, names, module) => {
        const name = module.qualifiedName(node);
        return name !== null && names.includes(name);
      },
    },
  ],
  [
    // The expression's value was made by one of these classes or callables.
    "typed",
    {
      strings: "some",
      run: (node, names, module) => {
        const name = module.typeName(node);
        return name !== null && names.includes(name);
      },
    },
  ],
  // A name that nothing in this file binds: what Python 2 had built in, such as `reload`.
  ["unbound", { strings: "none", run: (node, _strings, module) => module.bindingsOf(node).length === 0 }],
  ["in-async", { strings: "none", run: (node) => inAsync(node) }],
  ["in-function", { strings: "none", run: (node) => enclosingFunction(node) !== null }],
  ["in-loop", { strings: "none", run: (node) => enclosingLoop(node) !== null }],
  // Directly in a class body; an assignment there as well as its statement.
  ["in-class", { strings: "none", run: (node) => isInClass(statementOf(node)) }],
  // Directly in the module: in no block, and in no function.
  ["in-module", { strings: "none", run: (node) => parentOf(statementOf(node))?.type === "module" }],
  // A decorator of a class. A pattern that goes on from each decorator to the class looks at all pairs of them.
  [
    "on-class",
    { strings: "none", run: (node) => parentOf(node)?.childForFieldName("definition")?.type === "class_definition" },
  ],
  ["in-handler", { strings: "none", run: (node) => enclosingHandler(node) !== null }],
] satisfies [string, Predicate][]);

function statementOf(node: Node): Node {
  const parent = parentOf(node);
  return parent?.type === "expression_statement" ? parent : node;
}

/** Predicates that tree-sitter runs itself. */
export const NATIVE_PREDICATES: ReadonlySet<string> = new Set([
  "eq?",
  "not-eq?",
  "any-eq?",
  "match?",
  "not-match?",
  "any-of?",
  "not-any-of?",
]);
