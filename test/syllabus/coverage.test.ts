import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { testGloss } from "../support/gloss.ts";
import { noteOf, readRows, SYLLABUS, WRITTEN } from "../support/syllabus.ts";

/**
 * Which note answers which row of the syllabus. `coverage.tsv` is generated: `UPDATE=1 npx mocha -g syllabus` writes it
 * anew after notes were added, and the difference is there to be read.
 */
describe("the syllabus", () => {
  const file = join(SYLLABUS, "coverage.tsv");

  it("has a note, or an alias of one, for every row", async () => {
    const { entries } = (await testGloss()).shelf;
    const rows = readRows().filter((row) => WRITTEN.has(row.area));
    const lines = rows.map((row) => {
      const entry = noteOf(row, entries);
      const how = entry ? (entry.id === row.note ? "note" : `alias of ${entry.id}`) : "missing";
      return { row, how, line: [row.area, row.note, how, row.seeds].join("\t") };
    });
    const table = ["area\trow\tanswered by\tseeds", ...lines.map(({ line }) => line), ""].join("\n");
    if (process.env["UPDATE"]) writeFileSync(file, table);
    const missing = lines.filter(({ how }) => how === "missing");
    assert.deepEqual(
      missing.map(({ row }) => `${row.area} ${row.note}`),
      [],
    );
    assert.equal(readFileSync(file, "utf8"), table, "coverage.tsv is stale: write it with UPDATE=1");
  });
});
