import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testGloss } from "../support/gloss.ts";
import { allLines, linesIn, notesByLine, silentLines } from "../support/seeds.ts";
import { SYLLABUS, table } from "../support/syllabus.ts";

/**
 * Which notes answer which line of the user's documents, and which set right what a line has wrong. Both tables are
 * generated: `UPDATE=1 npx mocha -g "user's documents"` writes them anew, and the difference is there to be read.
 */
describe("the user's documents", () => {
  let notes: ReadonlyMap<string, readonly string[]>;

  before(async () => {
    notes = await notesByLine((await testGloss()).shelf.entries);
  });

  it("have a note for every line that says something", () => {
    const silent = silentLines();
    const answers = allLines().map((line) => ({ line, answer: notes.get(line)?.join(",") ?? silent.get(line) }));
    assert.deepEqual(
      answers.filter(({ answer }) => answer === undefined).map(({ line }) => line),
      [],
    );
    const rows = merged(answers.map(({ line, answer = "" }) => ({ line, answer: silent.get(line) ? "" : answer })));
    compare("seeds.tsv", ["lines\tnotes", ...rows.map(({ lines, answer }) => `${lines}\t${answer}`)]);
  });

  it("have a note for everything in them that is wrong", () => {
    const corrections = table("corrections.tsv").map(([seeds = "", says = "", now = ""]) => {
      const found = new Set(linesIn(seeds).flatMap((line) => notes.get(line) ?? []));
      return { seeds, says, now, found: [...found].sort() };
    });
    assert.deepEqual(
      corrections.filter(({ found }) => found.length === 0).map(({ seeds, says }) => `${seeds}: ${says}`),
      [],
    );
    const rows = corrections.map(({ seeds, says, now, found }) => [seeds, says, now, found.join(",")].join("\t"));
    compare("corrections.tsv", ["seeds\tsays\ttrue now\tnotes", ...rows]);
  });

  function compare(name: string, lines: readonly string[]): void {
    const file = join(SYLLABUS, name);
    const text = `${lines.join("\n")}\n`;
    if (process.env["UPDATE"]) writeFileSync(file, text);
    assert.equal(readFileSync(file, "utf8"), text, `${name} is stale: write it with UPDATE=1`);
  }
});

/** Lines that follow each other and have one answer, as ranges; those without an answer are left out. */
function merged(answers: readonly { line: string; answer: string }[]): { lines: string; answer: string }[] {
  const rows: { seed: string; first: string; last: string; answer: string }[] = [];
  let open = false;
  for (const { line, answer } of answers) {
    const [seed = "", number = ""] = line.split(":");
    const before = rows.at(-1);
    if (answer === "") open = false;
    else if (open && before?.seed === seed && before.answer === answer) before.last = number;
    else {
      rows.push({ seed, first: number, last: number, answer });
      open = true;
    }
  }
  return rows.map(({ seed, first, last, answer }) => ({
    lines: `${seed}:${first === last ? first : `${first}-${last}`}`,
    answer,
  }));
}
