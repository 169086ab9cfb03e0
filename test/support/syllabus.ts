import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NoteEntry } from "../../server/src/core/notes/note.ts";
import { ROOT } from "./gloss.ts";

/** A note that the syllabus asks for; `seeds` are the lines of the user's notes that speak of it. */
export interface Row {
  readonly area: number;
  readonly note: string;
  readonly title: string;
  readonly seeds: string;
}

/** What somebody types, and the notes that answer it, the best first. */
export interface Question {
  readonly query: string;
  readonly notes: readonly string[];
}

/** Areas of the syllabus whose notes are all written. */
export const WRITTEN: ReadonlySet<number> = new Set(Array.from({ length: 34 }, (_, index) => index + 1));

export const SYLLABUS = join(ROOT, "test/syllabus");

export function readRows(): Row[] {
  return table("rows.tsv").map(([area = "", note = "", title = "", seeds = ""]) => ({
    area: Number(area),
    note,
    title,
    seeds,
  }));
}

export function readQuestions(file = "questions.tsv"): Question[] {
  return table(file).map(([query = "", notes = ""]) => ({ query, notes: notes.split(",") }));
}

/** The note of a row: its own, or the one that took it in and has its title among the aliases. */
export function noteOf(row: Row | undefined, entries: readonly NoteEntry[]): NoteEntry | undefined {
  if (!row) return undefined;
  const title = row.title.toLowerCase();
  return (
    entries.find((entry) => entry.id === row.note) ??
    entries.find((entry) => [entry.title, ...entry.aliases].some((name) => name.toLowerCase() === title))
  );
}

/** Rows of a table in `test/syllabus/`, without the line that names its columns. */
export function table(file: string): string[][] {
  const [, ...lines] = readFileSync(join(SYLLABUS, file), "utf8").trimEnd().split("\n");
  return lines.map((line) => line.split("\t"));
}
