import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edit } from "../../server/src/core/api.ts";
import { ROOT, testGloss } from "../support/gloss.ts";
import { standardLibrary } from "../support/python.ts";
import { inverse, random, randomEdit } from "../support/randomEdits.ts";

/**
 * After every edit the findings are those of a new analysis of the same text. `EDITS=5000 SEEDS=3` makes the long run;
 * what is tested always is short. Real files, and our own cases, in which there is more to be found.
 */
const EDITS = Number(process.env["EDITS"] ?? 60);
const SEEDS = Number(process.env["SEEDS"] ?? 1);
const LIBRARY = (process.env["FILES"] ?? "_weakrefset sched queue").split(/\s+/);
const CASES = (process.env["CASES"] ?? "functions/mutable-default-argument concurrency/thread-for-cpu-work").split(
  /\s+/,
);

describe("incremental analysis", () => {
  const files = [
    ...LIBRARY.map((name) => join(standardLibrary(), `${name}.py`)),
    ...CASES.map((name) => join(ROOT, "knowledge", name, "cases.py")),
  ];
  for (const path of files) {
    for (let seed = 1; seed <= SEEDS; seed++) {
      it(`says what a full one says: ${path.split(/[\\/]/).slice(-2).join("/")}, seed ${seed}`, async function () {
        this.timeout(0);
        await compare(readFileSync(path, "utf8"), seed);
      });
    }
  }
});

async function compare(original: string, seed: number): Promise<void> {
  const gloss = await testGloss();
  const next = random(seed * 7919);
  let file = gloss.parse("file.py", original);
  let undo: Edit[] = [];
  try {
    for (let count = 0; count < EDITS; count++) {
      const edit = randomEdit(file.source.text, undo.at(-1), next);
      const isUndo = edit === undo.at(-1);
      const back = inverse(file.source.text, edit);
      file = file.edit([edit]);
      undo = isUndo ? undo.slice(0, -1) : [...undo, back];
      // Some versions are never asked for their findings: a newer one came first.
      if (next() < 0.2) continue;
      const fresh = gloss.parse("file.py", file.source.text);
      const expected = fresh.findings();
      fresh.free();
      assert.deepEqual(file.findings(), expected, `after edit ${count}: ${JSON.stringify(edit)}`);
    }
  } finally {
    file.free();
  }
}
