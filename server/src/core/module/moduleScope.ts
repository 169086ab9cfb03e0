import type { Node } from "web-tree-sitter";
import type { Source } from "../source.ts";
import { ANY, note } from "./asked.ts";
import { type Binding, Names } from "./binding.ts";
import type { NameTable } from "./nameTable.ts";
import type { UnitReader } from "./readUnits.ts";
import { Scope } from "./scope.ts";
import { madeBy, readUnitNames } from "./unitNames.ts";

/**
 * The scope of the module, put together from its statements, so that a version of the file need not read again what
 * the version before it knew. It notes which names it is asked for.
 */
export class ModuleScope extends Scope {
  readonly hasStarImport: boolean;
  private readonly source: Source;
  private readonly reader: UnitReader;
  private readonly unitNames: NameTable;
  private readonly read = new Map<number, Names | null>();
  private readonly bound = new Map<string, readonly Binding[]>();
  private all: Names | undefined;

  constructor(node: Node, source: Source, reader: UnitReader, unitNames: NameTable) {
    super("module", node, null);
    this.source = source;
    this.reader = reader;
    this.unitNames = unitNames;
    this.hasStarImport = unitNames.hasStarImport;
  }

  override get names(): Names {
    note(ANY);
    this.all ??= this.readAll();
    return this.all;
  }

  override binds(name: string): boolean {
    note(name);
    return this.unitNames.ownersOf(name).length > 0;
  }

  override bindings(name: string): readonly Binding[] {
    note(name);
    let bindings = this.bound.get(name);
    if (!bindings) {
      bindings = this.unitNames.ownersOf(name).flatMap((index) => this.namesOf(index)?.bindings.get(name) ?? []);
      this.bound.set(name, bindings);
    }
    return bindings;
  }

  /** Bindings to what a call of something with this last name gave: `log` for `getLogger`. */
  madeBy(callee: string): readonly Binding[] {
    const key = `= ${callee}`;
    note(key);
    return this.unitNames
      .ownersOf(key)
      .flatMap((index) =>
        [...(this.namesOf(index)?.bindings.values() ?? [])].flat().filter((binding) => madeBy(binding) === key),
      );
  }

  private namesOf(index: number): Names | null {
    const known = this.read.get(index);
    if (known !== undefined) return known;
    const unit = this.reader.units[index];
    const names = unit ? readUnitNames(unit, this.reader.nodeOf(index), this.source) : null;
    this.read.set(index, names);
    return names;
  }

  private readAll(): Names {
    const all = new Names();
    all.hasStarImport = this.hasStarImport;
    this.reader.units.forEach((_, index) => {
      for (const bindings of this.namesOf(index)?.bindings.values() ?? []) {
        for (const binding of bindings) all.bind(binding);
      }
    });
    return all;
  }
}
