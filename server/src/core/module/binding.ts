import type { Node } from "web-tree-sitter";

/** How a name comes to mean something in a scope. */
export type BindingKind =
  | "import"
  | "parameter"
  | "function"
  | "class"
  | "assignment"
  | "augmented"
  | "loop"
  | "with"
  | "except"
  | "pattern"
  | "type"
  | "deleted"
  /** Bound by another scope that declared the name `global` or `nonlocal`. */
  | "elsewhere";

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The identifier that is bound. */
  readonly target: Node;
  /**
   * The expression the name stands for, when it stands for exactly that: the right side of `x = v` and `x := v`,
   * the context manager of `with v as x`. Null for loops, unpacking and whatever else takes a part of something.
   */
  readonly value: Node | null;
  readonly annotation: Node | null;
  /** Imports only: what is imported, `os.path`, `threading.Thread`; relative ones begin with a dot. */
  readonly imported: string | null;
}

/** A name that is bound more often in one scope is taken for unknown: to look through all of them at each use takes too long. */
export const MOST_BINDINGS = 200;

/** What one scope says about names, before any other scope is asked. */
export class Names {
  readonly bindings = new Map<string, Binding[]>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  /** `from m import *` may bind any name. */
  hasStarImport = false;

  bind(binding: Binding): void {
    // The parser puts an empty one where it misses a name.
    if (binding.name === "") return;
    const known = this.bindings.get(binding.name);
    if (known) known.push(binding);
    else this.bindings.set(binding.name, [binding]);
  }
}
