import assert from "node:assert/strict";
import { testGloss } from "../support/gloss.ts";
import { noteOf, type Question, readQuestions, readRows, WRITTEN } from "../support/syllabus.ts";

/** Shares of queries that must be answered first and among three. What a query takes is printed, not judged. */
const SETS = [
  { name: "the syllabus asks", file: "questions.tsv", first: 0.985, amongThree: 0.995 },
  { name: "people type who have only a symptom", file: "symptoms.tsv", first: 0.97, amongThree: 0.99 },
  // Kept apart while words were given to notes: then 85.2 % were answered first and 95.8 % among three.
  { name: "others ask, who gave no note its words", file: "others.tsv", first: 0.96, amongThree: 0.99 },
  // 411 queries were written without a look at the words of notes, and halved at random. Of these 205, what was missed
  // was mended: 81.5 % were answered first and 90.2 % among three before, 94.1 % and 99.5 % since.
  { name: "people ask afresh", file: "fresh.tsv", first: 0.92, amongThree: 0.98 },
  // The other half, and 75 about notes that it left out. What is missed was not looked at and shall not be: this is how
  // well the search answers what nobody prepared it for, 78.3 % and 89.3 % before, 87.2 % and 96.8 % since. Whoever
  // wrote it gave notes their later words, too; without those that come near a query of it, it is 86.5 % and 96.1 %.
  { name: "nobody prepared it for", file: "unseen.tsv", first: 0.85, amongThree: 0.955 },
  // Whole sentences, of which nothing was mended: the weak spot.
  { name: "people ask in a whole sentence", file: "sentences.tsv", first: 0.53, amongThree: 0.73 },
] as const;

describe("search", () => {
  for (const { name, file, ...wanted } of SETS) {
    it(`finds the note for what ${name}`, async () => {
      const questions = await answerable(readQuestions(file));
      const { shelf } = await testGloss();
      await shelf.search("start");
      const missed: string[] = [];
      let first = 0;
      let amongThree = 0;
      const waits: number[] = [];
      for (const { query, notes } of questions) {
        const started = process.cpuUsage();
        const found = (await shelf.search(query, 3)).map((hit) => hit.id);
        // What the processor does, because others may be at work on this machine.
        const { user, system } = process.cpuUsage(started);
        waits.push((user + system) / 1000);
        if (notes.includes(found[0] ?? "")) first++;
        if (found.some((id) => notes.includes(id))) amongThree++;
        if (!notes.includes(found[0] ?? "")) missed.push(`${query} → ${found.join(", ")} (wanted ${notes.join(", ")})`);
      }
      waits.sort((a, b) => a - b);
      const [median = 0, slowest = 0] = [waits[waits.length >> 1], waits.at(-1)];
      console.log(
        `      ${questions.length} queries: first ${percent(first, questions)}, among three ${percent(amongThree, questions)}, half within ${median.toFixed(2)} ms, the slowest ${slowest.toFixed(2)} ms`,
      );
      if (process.env["VERBOSE"]) console.log(missed.map((line) => `      ${line}`).join("\n"));
      assert(first >= wanted.first * questions.length, missed.join("\n"));
      assert(amongThree >= wanted.amongThree * questions.length, missed.join("\n"));
    });
  }

  it("never answers a question about code with a note about work among people", async () => {
    const { shelf } = await testGloss();
    const isAboutWork = (id = "") => ["interview", "process"].includes(shelf.get(id)?.topic ?? "");
    const asked = (await Promise.all(SETS.map(({ file }) => answerable(readQuestions(file))))).flat();
    const aboutCode = asked.filter(({ notes }) => !notes.some(isAboutWork));
    const crowded: string[] = [];
    for (const { query } of aboutCode) {
      const [found] = await shelf.search(query, 1);
      if (isAboutWork(found?.id)) crowded.push(`${query} → ${found?.id}`);
    }
    assert(aboutCode.length > 1000);
    assert.deepEqual(crowded, []);
  });
});

/** Questions whose best answer is written, with the notes that took rows in; a note of no row is its own answer. */
async function answerable(questions: readonly Question[]): Promise<Question[]> {
  const { shelf } = await testGloss();
  const rows = new Map(readRows().map((row) => [row.note, row]));
  return questions.flatMap(({ query, notes }) => {
    const best = rows.get(notes[0] ?? "");
    if (best ? !WRITTEN.has(best.area) : !shelf.get(notes[0] ?? "")) return [];
    return { query, notes: notes.map((id) => noteOf(rows.get(id), shelf.entries)?.id ?? id) };
  });
}

function percent(part: number, whole: readonly unknown[]): string {
  return `${((100 * part) / whole.length).toFixed(1)} %`;
}
