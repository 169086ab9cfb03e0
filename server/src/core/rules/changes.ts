import { ANY, CONDITIONALS, definitionsOf, IMPORTS, ofClass } from "../module/asked.ts";
import type { ModuleHistory } from "../module/module.ts";
import { headLength, isConditional, isImport } from "../module/units.ts";
import { wordsIn } from "../module/words.ts";

/** What is not as it was in an earlier version. */
export class Changes {
  /** Units of the earlier version that are no more, and new ones, by their places. */
  readonly gone: readonly number[];
  readonly come: readonly number[];
  /** In the words of `asked.ts`. */
  private readonly changed = new Set<string>([ANY]);
  /** All the text that was changed, as it was and as it is. */
  private readonly texts: string[] = [];
  /** Classes by their place among the units. */
  private readonly classes = new Set<number>();

  /** `from` tells for each unit which one of the earlier version it is, or -1 where it is new or changed. */
  constructor(before: ModuleHistory, after: ModuleHistory, from: readonly number[]) {
    this.gone = missingIn(from, before.units.length);
    this.come = from.flatMap((old, index) => (old === -1 ? index : []));
    this.add(before, this.gone, (owner) => from.indexOf(owner));
    this.add(after, this.come, (owner) => owner);
    const functions = ({ names }: ModuleHistory, indexes: readonly number[]) =>
      new Set(indexes.flatMap((index) => names.ofUnits[index]?.functions ?? []));
    for (const name of difference(functions(before, this.gone), functions(after, this.come)))
      this.changed.add(definitionsOf(name.replace(/^(async|yield) /, "")));
  }

  /** Something else that changed, in the words of those who may have asked for it. */
  also(what: string): void {
    this.changed.add(what);
  }

  /** Whether what was said of a unit may be different now, given what was asked to say it. */
  concern(index: number, asked: ReadonlySet<string>, words: readonly string[]): boolean {
    if (this.classes.has(index)) return true;
    // Half of the units are comments and such.
    if (asked.size === 0) return false;
    for (const what of this.changed) if (asked.has(what)) return true;
    return words.some((word) => this.texts.some((text) => !wordsIn(text, word, 0, text.length).next().done));
  }

  private add({ units, names, text }: ModuleHistory, indexes: readonly number[], ownerNow: (owner: number) => number) {
    const head = headLength(units);
    for (const index of indexes) {
      const unit = units[index];
      if (!unit) continue;
      this.texts.push(text.slice(unit.start, unit.end));
      // The first statement behind the head decides where that ends.
      if (isImport(unit) || index <= head) this.changed.add(IMPORTS);
      if (isConditional(unit)) this.changed.add(CONDITIONALS);
      const { bound = [], ofClass: inClass = [] } = names.ofUnits[index] ?? {};
      for (const name of bound) this.changed.add(name).add(ofClass.header(name));
      for (const name of names.ofUnits[unit.owner ?? -1]?.bound ?? []) this.changed.add(ofClass.all(name));
      for (const what of inClass) this.changed.add(what);
      if (unit.owner !== null) this.classes.add(ownerNow(unit.owner));
    }
  }
}

/** The numbers below a length that are not in a list, which is in order but for -1. */
function missingIn(list: readonly number[], length: number): number[] {
  const missing: number[] = [];
  let next = 0;
  for (const number of [...list, length]) {
    if (number < 0) continue;
    while (next < number) missing.push(next++);
    next = number + 1;
  }
  return missing;
}

/** What is in one of two sets only. */
export function difference(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  if (a === b) return [];
  return [...a].filter((item) => !b.has(item)).concat([...b].filter((item) => !a.has(item)));
}
