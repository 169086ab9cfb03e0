import { ANY, CONDITIONALS, definitionsOf, IMPORTS, LINES, MENTIONS, ofClass } from "../module/asked.ts";
import type { ModuleHistory } from "../module/module.ts";
import { headLength, isImport } from "../module/units.ts";
import { wordsIn } from "../module/words.ts";

/** What is not as it was in an earlier version. */
export class Changes {
  /** Units of the earlier version that are no more, and new ones, by their places. */
  readonly gone: readonly number[];
  readonly come: readonly number[];
  /** In the words of `asked.ts`. */
  private readonly changed = new Set<string>([ANY]);
  /** The text that was changed, as it was and as it is. */
  private readonly textsBefore: readonly string[];
  private readonly textsAfter: readonly string[];
  /** What was asked that stands for a word, and whether it changed. */
  private readonly words = new Map<string, boolean>();
  /** Classes by their place among the units. */
  private readonly classes = new Set<number>();

  /** `from` tells for each unit which one of the earlier version it is, or -1 where it is new or changed. */
  constructor(before: ModuleHistory, after: ModuleHistory, from: readonly number[]) {
    this.gone = missingIn(from, before.units.length);
    this.come = [...from.keys()].filter((index) => from[index] === -1);
    this.textsBefore = this.add(before, this.gone, (owner) => from.indexOf(owner));
    this.textsAfter = this.add(after, this.come, (owner) => owner);
    const functions = ({ names }: ModuleHistory, indexes: readonly number[]) =>
      new Set(indexes.flatMap((index) => names.ofUnits[index]?.functions ?? []));
    for (const name of difference(functions(before, this.gone), functions(after, this.come)))
      this.changed.add(definitionsOf(name.replace(/^(async|yield) /, "")));
    const decided = ({ names }: ModuleHistory, indexes: readonly number[]) =>
      indexes.flatMap((index) => names.ofUnits[index]?.decides || []).join("\n\n");
    if (decided(before, this.gone) !== decided(after, this.come)) this.changed.add(CONDITIONALS);
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
    return words.some((what) => this.isChanged(what));
  }

  private isChanged(what: string): boolean {
    let isChanged = this.words.get(what);
    if (isChanged === undefined) {
      const [before, after] = [linesWith(what, this.textsBefore), linesWith(what, this.textsAfter)];
      isChanged = what.startsWith(LINES) ? before !== after : before !== "" || after !== "";
      this.words.set(what, isChanged);
    }
    return isChanged;
  }

  private add(
    { units, names, source }: ModuleHistory,
    indexes: readonly number[],
    ownerNow: (owner: number) => number,
  ): string[] {
    const head = headLength(units);
    return indexes.flatMap((index) => {
      const unit = units[index];
      if (!unit) return [];
      // The first statement behind the head decides where that ends.
      if (isImport(unit) || index <= head) this.changed.add(IMPORTS);
      const { bound = [], ofClass: inClass = [] } = names.ofUnits[index] ?? {};
      for (const name of bound) this.changed.add(name).add(ofClass.header(name));
      for (const name of names.ofUnits[unit.owner ?? -1]?.bound ?? []) this.changed.add(ofClass.all(name));
      for (const what of inClass) this.changed.add(what);
      if (unit.owner !== null) this.classes.add(ownerNow(unit.owner));
      return source.slice(unit.start, unit.end);
    });
  }
}

/** The lines in which a word is written, each with the one behind it. */
function linesWith(what: string, texts: readonly string[]): string {
  const word = what.slice((what.startsWith(LINES) ? LINES : MENTIONS).length);
  const lines = texts.flatMap((text) =>
    [...wordsIn(text, word)].map((at) => {
      const end = text.indexOf("\n", text.indexOf("\n", at) + 1);
      return text.slice(text.lastIndexOf("\n", at) + 1, end < at ? text.length : end);
    }),
  );
  return lines.join("\n");
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
