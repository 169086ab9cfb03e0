import assert from "node:assert/strict";
import { testGloss } from "../support/gloss.ts";
import { noteOf, type Question, readQuestions, readRows, WRITTEN } from "../support/syllabus.ts";

/** Shares of queries that must be answered. What a query takes is printed, not judged: the machine decides it. */
const FIRST = 0.9;
const AMONG_THREE = 0.98;

describe("search", () => {
  for (const [name, file] of [["the syllabus asks", "questions.tsv"]] as const) {
    it(`finds the note for what ${name}`, async () => {
      const questions = await answerable(readQuestions(file));
      const { shelf } = await testGloss();
      await shelf.search("start");
      const missed: string[] = [];
      let first = 0;
      let amongThree = 0;
      const started = performance.now();
      for (const { query, notes } of questions) {
        const found = (await shelf.search(query, 3)).map((hit) => hit.id);
        if (notes.includes(found[0] ?? "")) first++;
        if (found.some((id) => notes.includes(id))) amongThree++;
        if (!notes.includes(found[0] ?? "")) missed.push(`${query} → ${found.join(", ")} (wanted ${notes.join(", ")})`);
      }
      const each = (performance.now() - started) / questions.length;
      console.log(
        `      ${questions.length} queries: first ${percent(first, questions)}, among three ${percent(amongThree, questions)}, ${each.toFixed(2)} ms each`,
      );
      if (process.env["VERBOSE"]) console.log(missed.map((line) => `      ${line}`).join("\n"));
      assert(first >= FIRST * questions.length, missed.join("\n"));
      assert(amongThree >= AMONG_THREE * questions.length, missed.join("\n"));
    });
  }
});

/** Questions whose best answer belongs to an area that is written, with the notes that took rows in. */
async function answerable(questions: readonly Question[]): Promise<Question[]> {
  const { entries } = (await testGloss()).shelf;
  const rows = new Map(readRows().map((row) => [row.note, row]));
  return questions.flatMap(({ query, notes }) => {
    const best = rows.get(notes[0] ?? "");
    if (!best || !WRITTEN.has(best.area)) return [];
    return { query, notes: notes.map((id) => (rows.has(id) && noteOf(rows.get(id) ?? best, entries)?.id) || id) };
  });
}

function percent(part: number, whole: readonly unknown[]): string {
  return `${((100 * part) / whole.length).toFixed(1)} %`;
}
