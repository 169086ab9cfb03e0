import { CLASS, CONDITIONALS, IMPORTS } from "../module/asked.ts";
import type { ModuleHistory } from "../module/module.ts";
import { headLength, isConditional, isImport } from "../module/units.ts";

/** What is not as it was in an earlier version, in the words of `asked.ts`. */
export interface Changes {
  /** In the module. */
  readonly ofModule: ReadonlySet<string>;
  /** In a class of the module, by its index among the units; null where its header changed. */
  readonly ofClasses: ReadonlyMap<number, ReadonlySet<string> | null>;
}

/** `from` tells for each unit which one of the earlier version it is, or -1 where it is new or changed. */
export function changesBetween(before: ModuleHistory, after: ModuleHistory, from: readonly number[]): Changes {
  const now = new Map(from.map((old, index) => [old, index]));
  const gone = before.units.flatMap((_, index) => (now.has(index) ? [] : index));
  const come = after.units.flatMap((_, index) => (from[index] === -1 ? index : []));
  const ofModule = new Set<string>();
  const ofClasses = new Map<number, Set<string> | null>();
  for (const [{ units, names }, indexes] of [[before, gone] as const, [after, come] as const]) {
    const head = headLength(units);
    for (const index of indexes) {
      const unit = units[index];
      if (!unit) continue;
      // Whoever asked for a class by its name asked for all that is in it.
      for (const name of names[index]?.bound ?? []) ofModule.add(name);
      for (const name of names[unit.owner ?? -1]?.bound ?? []) ofModule.add(name);
      if (isImport(unit) || index < head) ofModule.add(IMPORTS);
      if (isConditional(unit)) ofModule.add(CONDITIONALS);
      const owner = unit.owner !== null && units === before.units ? now.get(unit.owner) : unit.owner;
      if (owner === null || owner === undefined) continue;
      const ofClass = ofClasses.get(owner) ?? new Set([CLASS]);
      for (const what of names[index]?.ofClass ?? []) ofClass.add(what);
      ofClasses.set(owner, ofClass);
    }
  }
  for (const index of come) if (after.units[index + 1]?.owner === index) ofClasses.set(index, null);
  return { ofModule, ofClasses };
}
