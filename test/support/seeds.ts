import { readKnowledge } from "../../knowledge/compiler/read.ts";
import type { NoteEntry } from "../../server/src/core/notes/note.ts";
import { ROOT } from "./gloss.ts";
import { noteOf, readRows, table } from "./syllabus.ts";

/** How many lines each of the user's documents has, S0 to S4. The documents themselves are not ours to ship. */
export const LENGTHS = [145, 167, 2774, 2901, 146] as const;

/** A line of a document, as `S2:316`. */
type Line = string;

/** `S0:30, S3:1999-2001` as lines; what is no place is passed over. */
export function linesIn(places: string): Line[] {
  return [...places.matchAll(/\bS([0-4]):(\d+)(?:-(\d+))?/g)].flatMap(([, seed = "", first = "", last = first]) =>
    numbers(Number(first), Number(last)).map((line) => `S${seed}:${line}`),
  );
}

/** The notes that speak of each line: those that cite it, and those that answer a row of the syllabus that does. */
export async function notesByLine(entries: readonly NoteEntry[]): Promise<ReadonlyMap<Line, readonly string[]>> {
  const found = new Map<Line, Set<string>>();
  const add = (places: string, note: string) => {
    for (const line of linesIn(places)) found.set(line, (found.get(line) ?? new Set()).add(note));
  };
  for (const { id, front } of (await readKnowledge(ROOT)).notes) {
    // A note names a document by its file: 002_....txt:316 is S2:316.
    for (const seed of front.data.seeds) add(seed.replace(/^00(\d)_\w+\.txt/, "S$1"), id);
  }
  for (const row of readRows()) {
    const note = noteOf(row, entries);
    if (note) add(row.seeds, note.id);
  }
  return new Map([...found].map(([line, notes]) => [line, [...notes].sort()]));
}

/** Lines that nothing can be said of: they are empty, a table of contents, or marks of the page they come from. */
export function silentLines(): ReadonlyMap<Line, string> {
  return new Map(
    table("silent.tsv").flatMap(([seed = "", what = "", lines = ""]) =>
      lines.split(",").flatMap((range) => linesIn(`${seed}:${range}`).map((line): [Line, string] => [line, what])),
    ),
  );
}

export function allLines(): Line[] {
  return LENGTHS.flatMap((length, seed) => numbers(1, length).map((line) => `S${seed}:${line}`));
}

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
