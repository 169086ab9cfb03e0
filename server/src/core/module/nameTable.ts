import type { BoundNames, ImportedName } from "./unitNames.ts";

/**
 * What the units of a file bind, and what follows from that: found when it is first asked for, and known to every later
 * version in which all units bind the same.
 */
export class NameTable {
  readonly ofUnits: readonly BoundNames[];
  readonly hasStarImport: boolean;
  private readonly known: {
    aliases?: readonly string[];
    imports?: readonly ImportedName[];
    functions?: ReadonlySet<string>;
    owners?: ReadonlyMap<string, readonly number[]>;
  } = {};

  constructor(ofUnits: readonly BoundNames[]) {
    this.ofUnits = ofUnits;
    this.hasStarImport = ofUnits.some((one) => one.hasStarImport);
  }

  /** The table of another version, which is this one if nothing has changed. */
  of(ofUnits: readonly BoundNames[]): NameTable {
    const isSame =
      ofUnits.length === this.ofUnits.length && ofUnits.every((one, index) => bindsAlike(one, this.ofUnits[index]));
    return isSame ? this : new NameTable(ofUnits);
  }

  /** Names that stand for another name. */
  get aliases(): readonly string[] {
    this.known.aliases ??= this.ofUnits.flatMap(({ aliases }) => aliases);
    return this.known.aliases;
  }

  /** The names that imports bind in the module, in the order of the text. */
  get imports(): readonly ImportedName[] {
    this.known.imports ??= this.ofUnits.flatMap(({ imports }) => imports);
    return this.known.imports;
  }

  /** All that are defined anywhere, written as in `BoundNames.functions`. */
  get functions(): ReadonlySet<string> {
    this.known.functions ??= new Set(this.ofUnits.flatMap(({ functions }) => functions));
    return this.known.functions;
  }

  /** Which units bind a name, by index. */
  ownersOf(name: string): readonly number[] {
    this.known.owners ??= this.readOwners();
    return this.known.owners.get(name) ?? [];
  }

  private readOwners(): ReadonlyMap<string, readonly number[]> {
    const owners = new Map<string, number[]>();
    this.ofUnits.forEach(({ bound }, index) => {
      for (const name of bound) {
        const known = owners.get(name);
        if (known) known.push(index);
        else owners.set(name, [index]);
      }
    });
    return owners;
  }
}

function bindsAlike(one: BoundNames, other: BoundNames | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
