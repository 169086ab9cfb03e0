import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readKnowledge } from "../../knowledge/compiler/read.ts";
import { fixAll } from "../../server/src/core/rules/apply.ts";
import { actualMarks, expectedMarks, withFile } from "../support/cases.ts";
import { ROOT, testGloss } from "../support/gloss.ts";
import { compileFiles } from "../support/python.ts";

const only = process.env["NOTE"];
const isUpdate = process.env["UPDATE"] === "1";
const { notes } = await readKnowledge(ROOT);
const traps = notes.filter((note) => note.cases && (!only || note.id === only));

describe("cases of traps", () => {
  for (const { id, cases } of traps) {
    if (!cases) continue;
    const fixedFile = cases.replace(/\.py$/, ".fixed.py");

    it(`${id}: marks what it should, and nothing else`, async () => {
      const text = await read(cases);
      const marks = withFile(await testGloss(), cases, text, (file) => actualMarks(file, id));
      assert.deepEqual(marks, expectedMarks(text));
    });

    it(`${id}: every fix is applied, parses, and leaves nothing to fix`, async () => {
      const gloss = await testGloss();
      const text = await read(cases);
      const own = (rule: string) => rule === id;
      const before = withFile(gloss, cases, text, (file) => file.findings().filter(({ rule }) => own(rule)));
      const hasFixes = before.some((finding) => finding.fixes.length > 0);
      const { text: fixed } = fixAll(gloss, cases, text, (finding) =>
        own(finding.rule) ? (finding.fixes[0] ?? null) : null,
      );
      if (isUpdate && hasFixes) await writeFile(join(ROOT, fixedFile), fixed);
      const expected = await read(fixedFile).catch(() => null);
      if (!hasFixes) return assert.equal(expected, null, `${fixedFile}: the rule has no fixes; remove it`);
      assert.equal(fixed, expected, `${fixedFile} differs: look, then npm run test:notes -- ${id} --update`);
      withFile(gloss, cases, fixed, (file) => {
        const left = file.findings().filter((finding) => own(finding.rule) && finding.fixes.length > 0);
        assert.deepEqual(left, []);
      });
      assert.equal(compileFiles([join(ROOT, fixedFile)]), "");
    });

    it(`${id}: has at least as many silent cases as marked ones`, async () => {
      const text = await read(cases);
      const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^\s*#/.test(line)).length;
      assert(lines - expectedMarks(text).length >= expectedMarks(text).length);
      assert(expectedMarks(text).length > 0, "nothing is marked");
    });
  }
});

const read = (file: string) => readFile(join(ROOT, file), "utf8");
