import type { Node } from "web-tree-sitter";
import { codeChildren } from "../syntax/nodes.ts";
import type { Names } from "./binding.ts";
import { bindWalrus, collectNames, collectStatement } from "./names.ts";
import { type ScopePlace, scopePlace } from "./scope.ts";
import type { Unit } from "./units.ts";

/** What is kept of a statement's names from one version to the next: no nodes, so it holds as long as the text. */
export interface BoundNames {
  readonly bound: readonly string[];
  /** Names that stand for another name: `sleep = time.sleep`. */
  readonly aliases: readonly string[];
  readonly hasStarImport: boolean;
}

/** All that a statement of the module binds in the module: itself, by `:=`, and by functions in it that say `global`. */
export function readUnitNames({ node, text }: Unit): Names | null {
  if (!node || node.type === "comment") return null;
  const names = collectStatement(node);
  if (text.includes(":=")) {
    for (const walrus of node.descendantsOfType("named_expression")) {
      if (walrus && walrusPlace(walrus)?.kind === "module") bindWalrus(names, walrus);
    }
  }
  if (text.includes("global ")) {
    for (const statement of node.descendantsOfType("global_statement")) {
      const place = statement && scopePlace(statement);
      if (!place || place.kind === "module") continue;
      for (const target of codeChildren(statement)) bindElsewhere(names, target, place);
    }
  }
  return names;
}

export function boundNames(names: Names | null): BoundNames {
  const bound = names ? [...names.bindings.keys()] : [];
  const aliases = bound.filter((name) =>
    /^(identifier|attribute)$/.test(names?.bindings.get(name)?.[0]?.value?.type ?? ""),
  );
  return { bound, aliases, hasStarImport: names?.hasStarImport ?? false };
}

/** A walrus binds outside all comprehensions around it (PEP 572). */
export function walrusPlace(walrus: Node): ScopePlace | null {
  let place = scopePlace(walrus);
  while (place?.kind === "comprehension") place = scopePlace(place.node);
  return place;
}

/** What a function binds under a name it declared `global` is bound in the module. */
function bindElsewhere(names: Names, target: Node, { node }: ScopePlace): void {
  const name = target.text;
  const inner = collectNames(node);
  for (const walrus of node.descendantsOfType("named_expression")) {
    if (walrus && walrusPlace(walrus)?.node.id === node.id) bindWalrus(inner, walrus);
  }
  for (const { imported } of inner.bindings.get(name) ?? []) {
    names.bind({ name, kind: "elsewhere", target, value: null, annotation: null, imported });
  }
}
