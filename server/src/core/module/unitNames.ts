import type { Node } from "web-tree-sitter";
import type { Source } from "../source.ts";
import { codeChildren } from "../syntax/nodes.ts";
import { className, hasSuccessors, ofClass } from "./asked.ts";
import { readAttributes } from "./attributes.ts";
import { type Binding, Names } from "./binding.ts";
import { decides } from "./conditional.ts";
import { bindWalrus, collectNames, collectStatement } from "./names.ts";
import { type ScopePlace, scopePlace } from "./scope.ts";
import { isConditional, type Unit } from "./units.ts";

/** What is kept of a statement's names from one version to the next: no nodes, so it holds as long as the text. */
export interface BoundNames {
  /** Also `= getLogger` for `log = logging.getLogger()`: what has changed is asked by name, and so is this. */
  readonly bound: readonly string[];
  /** Names that stand for another name: `sleep = time.sleep`. */
  readonly aliases: readonly string[];
  readonly imports: readonly ImportedName[];
  readonly hasStarImport: boolean;
  /**
   * Functions that are defined anywhere in it, as its text says; with `async ` before the name of a coroutine function,
   * and with `yield ` before one that may be a generator function.
   */
  readonly functions: readonly string[];
  /** Of a statement in a class: what of the class may be different when it changes, in the words of `asked.ts`. */
  readonly ofClass: readonly string[];
  /** Of an `if` or `assert` of the module: see `decides`. */
  readonly decides: string;
}

/** A name that an import binds: `Thread` for `threading.Thread`. */
export interface ImportedName {
  readonly name: string;
  readonly imported: string;
}

/** All that a statement of the module binds in the module: itself, by `:=`, and by functions in it that say `global`. */
export function readUnitNames({ owner, start, end }: Unit, node: Node | null, source: Source): Names | null {
  if (!node || node.type === "comment") return null;
  const text = source.slice(start, end);
  // What stands in a class is bound there.
  const names = owner === null ? collectStatement(node) : new Names();
  if (text.includes(":=")) {
    for (const walrus of node.descendantsOfType("named_expression")) {
      if (walrus && walrusPlace(walrus)?.kind === "module") bindWalrus(names, walrus);
    }
  }
  if (text.includes("global ")) {
    const functions = new Map<number, Names>();
    for (const statement of node.descendantsOfType("global_statement")) {
      const place = statement && scopePlace(statement);
      if (!place || place.kind === "module") continue;
      let inner = functions.get(place.node.id);
      if (!inner) {
        inner = namesOf(place);
        functions.set(place.node.id, inner);
      }
      for (const target of codeChildren(statement)) bindElsewhere(names, target, inner);
    }
  }
  return names;
}

/** `readsSelf`: also look at what it sets on `self`; otherwise a change of it is taken to change all that is set. */
export function boundNames(unit: Unit, node: Node | null, source: Source, readsSelf: boolean): BoundNames {
  const names = readUnitNames(unit, node, source);
  const text = source.slice(unit.start, unit.end);
  const all = [...(names?.bindings.values() ?? [])].flat();
  const bound = [...(names?.bindings.keys() ?? []), ...new Set(all.flatMap((one) => madeBy(one) ?? []))];
  const aliases = bound.filter((name) =>
    /^(identifier|attribute)$/.test(names?.bindings.get(name)?.[0]?.value?.type ?? ""),
  );
  const imports = all.flatMap(({ name, imported }) => (imported ? { name, imported } : []));
  return {
    bound,
    aliases,
    imports,
    hasStarImport: names?.hasStarImport ?? false,
    functions: functionsIn(text),
    ofClass: bindsInClass(unit, node, source, readsSelf),
    decides: node && isConditional(unit) && hasSuccessors() ? decides(node) : "",
  };
}

function functionsIn(text: string): string[] {
  if (!text.includes("def")) return [];
  const mayYield = text.includes("yield");
  return [...text.matchAll(/\b(async\s+)?def\s+([\p{L}\p{N}_]+)/gu)].flatMap(([, isAsync, name = ""]) => [
    name,
    ...(isAsync ? [`async ${name}`] : []),
    ...(mayYield ? [`yield ${name}`] : []),
  ]);
}

/** `= f` for a name that stands for the result of calling something whose own name is `f`, else null. */
export function madeBy({ kind, value }: Binding): string | null {
  const callee = kind === "assignment" && value?.type === "call" ? value.childForFieldName("function") : null;
  const name = callee?.type === "attribute" ? callee.childForFieldName("attribute") : callee;
  return name?.type === "identifier" ? `= ${name.text}` : null;
}

/** A walrus binds outside all comprehensions around it (PEP 572). */
export function walrusPlace(walrus: Node): ScopePlace | null {
  let place = scopePlace(walrus);
  while (place?.kind === "comprehension") place = scopePlace(place.node);
  return place;
}

function namesOf({ node }: ScopePlace): Names {
  const names = collectNames(node);
  for (const walrus of node.descendantsOfType("named_expression")) {
    if (walrus && walrusPlace(walrus)?.node.id === node.id) bindWalrus(names, walrus);
  }
  return names;
}

/** What a function, whose names are `inner`, binds under a name it declared `global` is bound in the module. */
function bindElsewhere(names: Names, target: Node, inner: Names): void {
  const name = target.text;
  for (const { imported } of inner.bindings.get(name) ?? []) {
    names.bind({ name, kind: "elsewhere", target, value: null, annotation: null, imported });
  }
}

function bindsInClass({ owner, start, end }: Unit, node: Node | null, source: Source, readsSelf: boolean): string[] {
  if (!node || owner === null || node.type === "comment" || !hasSuccessors()) return [];
  const definition = node.parent?.parent;
  if (definition?.type !== "class_definition") return [];
  const name = className(definition);
  const { bindings, globals, nonlocals } = collectStatement(node);
  const bound = [...bindings.keys(), ...globals, ...nonlocals];
  if (source.slice(start, end).includes(":=")) {
    for (const walrus of node.descendantsOfType("named_expression")) {
      bound.push(walrus?.childForFieldName("name")?.text ?? "");
    }
  }
  const set = readsSelf ? [...readAttributes(definition, node).keys()] : [""];
  return [...bound.map((one) => ofClass.binding(name, one)), ...set.map((path) => ofClass.self(name, path))];
}
