import type { Node } from "web-tree-sitter";
import { above, codeChildren, parentOf } from "../syntax/nodes.ts";
import { noteOfClass, ofClass } from "./asked.ts";
import type { Binding, Names } from "./binding.ts";
import { collectNames, collectTypeParameters } from "./names.ts";

export type ScopeKind = "module" | "class" | "function" | "lambda" | "comprehension" | "type parameters";

const KINDS: ReadonlyMap<string, ScopeKind> = new Map([
  ["module", "module"],
  ["class_definition", "class"],
  ["function_definition", "function"],
  ["lambda", "lambda"],
  ["list_comprehension", "comprehension"],
  ["set_comprehension", "comprehension"],
  ["dictionary_comprehension", "comprehension"],
  ["generator_expression", "comprehension"],
]);

/** A region of the text with names of its own. `parent` is the scope around it, also where it cannot be seen. */
export class Scope {
  readonly kind: ScopeKind;
  readonly node: Node;
  readonly parent: Scope | null;
  private table: Names | undefined;

  constructor(kind: ScopeKind, node: Node, parent: Scope | null) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
  }

  /** Computed when it is first asked for: most functions of a file never are. */
  get names(): Names {
    this.table ??= this.kind === "type parameters" ? collectTypeParameters(this.node) : collectNames(this.node);
    return this.table;
  }

  binds(name: string): boolean {
    return this.names.bindings.has(name);
  }

  bindings(name: string): readonly Binding[] {
    return this.names.bindings.get(name) ?? [];
  }

  /** What a statement of the scope says of a name. */
  declared(name: string): "global" | "nonlocal" | null {
    if (this.names.globals.has(name)) return "global";
    return this.names.nonlocals.has(name) ? "nonlocal" : null;
  }
}

/** The scope of the body of a class. It notes which names it is asked for. */
export class ClassScope extends Scope {
  constructor(node: Node, parent: Scope | null) {
    super("class", node, parent);
  }

  override binds(name: string): boolean {
    this.note(name);
    return super.binds(name);
  }

  override bindings(name: string): readonly Binding[] {
    this.note(name);
    return super.bindings(name);
  }

  override declared(name: string): "global" | "nonlocal" | null {
    this.note(name);
    return super.declared(name);
  }

  private note(name: string): void {
    noteOfClass(this.node, (owner) => ofClass.binding(owner, name));
  }
}

/** Where a name stands: the node that makes its scope, and whether that is the scope of its type parameters. */
export interface ScopePlace {
  readonly kind: ScopeKind;
  readonly node: Node;
}

/**
 * The place whose names a node sees first. Decorators, defaults, annotations, base classes and the first iterable of
 * a comprehension belong to the scope around the construct they stand in.
 */
export function scopePlace(node: Node): ScopePlace | null {
  let child = node;
  let childKind = "";
  let grandchild: Node | null = null;
  for (let one = above(node); one; one = above(one.node)) {
    const parent = one.node;
    const kind = KINDS.get(one.kind);
    if (kind === "module") return { kind, node: parent };
    if (kind === "comprehension") {
      if (!isFirstIterable(parent, child, grandchild)) return { kind, node: parent };
    } else if (kind) {
      if (childKind === "block" || child.id === parent.childForFieldName("body")?.id) return { kind, node: parent };
      if (child.id === parent.childForFieldName("parameters")?.id && isParameterName(node, child)) {
        return { kind, node: parent };
      }
      const typeParameters = parent.childForFieldName("type_parameters");
      if (typeParameters && child.id !== parent.childForFieldName("name")?.id) {
        return { kind: "type parameters", node: typeParameters };
      }
    } else if (one.kind === "type_alias_statement") {
      const list = typeParametersOfAlias(parent);
      if (list) return { kind: "type parameters", node: list };
    }
    grandchild = child;
    child = parent;
    childKind = one.kind;
  }
  return null;
}

/** Where the scope of `place` itself stands, so that its parent can be found. */
export function outerPlace(place: ScopePlace): ScopePlace | null {
  if (place.kind === "module") return null;
  if (place.kind !== "type parameters") {
    const list = place.node.childForFieldName("type_parameters");
    if (list && (place.kind === "class" || place.kind === "function")) return { kind: "type parameters", node: list };
    return scopePlace(place.node);
  }
  let definition = place.node.parent;
  while (definition && !KINDS.has(definition.type) && definition.type !== "type_alias_statement") {
    definition = definition.parent;
  }
  if (!definition?.parent) return null;
  return definition.type === "type_alias_statement" ? scopePlace(definition.parent) : scopePlace(definition);
}

function isFirstIterable(comprehension: Node, child: Node, grandchild: Node | null): boolean {
  if (child.type !== "for_in_clause" || !grandchild) return false;
  const first = codeChildren(comprehension).find(({ type }) => type === "for_in_clause");
  return first?.id === child.id && grandchild.id === child.childForFieldName("right")?.id;
}

/** Whether an identifier inside a parameter list is the name of a parameter, not part of a default or annotation. */
function isParameterName(node: Node, list: Node): boolean {
  let current = node;
  for (let parent = parentOf(node); parent && current.id !== list.id; parent = parentOf(current)) {
    if (parent.id === list.id) return current.type !== "comment";
    switch (parent.type) {
      case "default_parameter":
      case "typed_default_parameter":
        if (current.id !== parent.childForFieldName("name")?.id) return false;
        break;
      case "typed_parameter":
        if (current.id === parent.childForFieldName("type")?.id) return false;
        break;
      case "list_splat_pattern":
      case "dictionary_splat_pattern":
      case "tuple_pattern":
        break;
      default:
        return false;
    }
    current = parent;
  }
  return false;
}

function typeParametersOfAlias(alias: Node): Node | null {
  const generic = alias.childForFieldName("left")?.firstNamedChild;
  if (generic?.type !== "generic_type") return null;
  return codeChildren(generic).find((child) => child.type === "type_parameter") ?? null;
}
