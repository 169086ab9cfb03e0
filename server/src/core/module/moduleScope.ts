import type { Node } from "web-tree-sitter";
import { type Binding, Names } from "./binding.ts";
import { Scope } from "./scope.ts";
import { type BoundNames, madeBy, readUnitNames } from "./unitNames.ts";
import type { Unit } from "./units.ts";

/** Stands for every name of the module, and for all else that an edit may change. */
export const ANY = "*";

/** Stands for what the module imports, and for the lines at the top of the file where imports go. */
export const IMPORTS = "import";

/**
 * The scope of the module, put together from its statements, so that a version of the file need not read again what
 * the version before it knew. It notes which names it is asked for: an answer holds until one of them changes.
 */
export class ModuleScope extends Scope {
  readonly hasStarImport: boolean;
  private readonly units: readonly Unit[];
  /** Which statements bind a name, by index. */
  private readonly owners = new Map<string, number[]>();
  private readonly read = new Map<number, Names | null>();
  private asked: Set<string> | null = null;
  private all: Names | undefined;

  constructor(node: Node, units: readonly Unit[], names: readonly BoundNames[]) {
    super("module", node, null);
    this.units = units;
    this.hasStarImport = names.some((one) => one.hasStarImport);
    names.forEach(({ bound }, index) => {
      for (const name of bound) {
        const known = this.owners.get(name);
        if (known) known.push(index);
        else this.owners.set(name, [index]);
      }
    });
  }

  /** What `ask` answers; the names that it looked up in this scope are added to `asked`. */
  noting<T>(asked: Set<string>, ask: () => T): T {
    const outer = this.asked;
    this.asked = asked;
    try {
      return ask();
    } finally {
      this.asked = outer;
    }
  }

  /** Says that an answer depends on more than names: on line numbers, or on what else is in the file. */
  noteAny(): void {
    this.asked?.add(ANY);
  }

  /** Says that an answer depends on what is imported, or on where another import would stand. */
  noteImports(): void {
    this.asked?.add(IMPORTS);
  }

  override get names(): Names {
    this.noteAny();
    this.all ??= this.readAll();
    return this.all;
  }

  override binds(name: string): boolean {
    this.asked?.add(name);
    return this.owners.has(name);
  }

  override bindings(name: string): readonly Binding[] {
    this.asked?.add(name);
    return (this.owners.get(name) ?? []).flatMap((index) => this.namesOf(index)?.bindings.get(name) ?? []);
  }

  /** Bindings to what a call of something with this last name gave: `log` for `getLogger`. */
  madeBy(callee: string): readonly Binding[] {
    const key = `= ${callee}`;
    this.asked?.add(key);
    return (this.owners.get(key) ?? []).flatMap((index) =>
      [...(this.namesOf(index)?.bindings.values() ?? [])].flat().filter((binding) => madeBy(binding) === key),
    );
  }

  private namesOf(index: number): Names | null {
    const known = this.read.get(index);
    if (known !== undefined) return known;
    const unit = this.units[index];
    const names = unit ? readUnitNames(unit) : null;
    this.read.set(index, names);
    return names;
  }

  private readAll(): Names {
    const all = new Names();
    all.hasStarImport = this.hasStarImport;
    this.units.forEach((_, index) => {
      for (const bindings of this.namesOf(index)?.bindings.values() ?? []) {
        for (const binding of bindings) all.bind(binding);
      }
    });
    return all;
  }
}
