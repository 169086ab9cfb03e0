import { readQuestions } from "../../test/support/syllabus.ts";
import { quantile } from "../measure.ts";
import type { ServerRun } from "../server.ts";

/** Of the questions, every so many-eth is typed: they are alike, and each has some thirty letters. */
const EVERY = 6;

/** Milliseconds from each letter of many searches to its hits, each letter after the answer to the one before. */
export async function searches(run: ServerRun, add: (what: string, value: number) => void): Promise<void> {
  // The list opens with all notes, and the server readies the search in the pauses that follow. Here there is none.
  await run.search("");
  const { first, all } = await run.search("g");
  add("the first letter of all, as soon as the list is open, to the notes with such a title", first);
  add("the first letter of all, as soon as the list is open, to all hits", all);
  const times: number[] = [];
  for (const [index, { query }] of readQuestions("questions.tsv").entries()) {
    if (index % EVERY !== 0) continue;
    for (let length = 1; length <= query.length; length++) times.push((await run.search(query.slice(0, length))).all);
  }
  add("a letter in the search of notes", quantile(times, 0.5));
  add("a letter in the search of notes, 99 %", quantile(times, 0.99));
  add(`a letter in the search of notes, the slowest of ${times.length}`, Math.max(...times));
}
