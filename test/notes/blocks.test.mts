import assert from "node:assert/strict";
import { readFence } from "../../client/src/viewer/fence.ts";
import { readKnowledge } from "../../knowledge/compiler/read.ts";
import { type Block, isDoctest, programOf, pythonBlocks } from "../support/blocks.ts";
import { actualMarks, withFile } from "../support/cases.ts";
import { ROOT, testGloss } from "../support/gloss.ts";
import { type RunOnPage, type RunPython, systemPython, wasmPython } from "../support/python.ts";

const only = process.env["NOTE"];
const { notes } = await readKnowledge(ROOT);
const chosen = notes.filter((note) => !only || note.id === only);
const KNOWN_WORDS = new Set(["trap", "better", "system", "norun"]);

describe("examples in notes", () => {
  const python: { wasm?: RunPython; page?: RunOnPage; system?: RunPython } = {};
  const notRun: string[] = [];

  before(async () => {
    const wasm = await wasmPython();
    const system = systemPython();
    python.wasm = wasm.run;
    python.page = wasm.runOnPage;
    python.system = system.run;
    console.log(`      examples run on CPython ${wasm.version} (pyodide) and ${system.version} (system)`);
  });

  after(() => {
    if (notRun.length > 0)
      console.log(`      not run by Python alone:\n${notRun.map((line) => `        ${line}`).join("\n")}`);
  });

  for (const note of chosen) {
    const blocks = pythonBlocks(note.id, note.file, note.body, note.bodyLine);
    if (blocks.length === 0) continue;
    it(`${note.id}: ${blocks.length} run as shown`, () => {
      for (const block of blocks) {
        for (const word of block.words) assert(KNOWN_WORDS.has(word), `${block.where}: unknown word ${word}`);
        if (block.norun) notRun.push(`${block.where}: ${block.norun}`);
        else assert.equal(runBlock(block), "", block.where);
      }
    });

    // Sessions without `system` have just been run on the Python that pages have.
    const offered = blocks.filter(
      (block) =>
        !block.norun && !readFence(block.info, block.text).lack && (block.words.has("system") || !isDoctest(block)),
    );
    if (offered.length > 0)
      it(`${note.id}: ${offered.length} more that a page offers to run can be run there`, () => {
        for (const block of offered) runOffered(block);
      });

    const judged = blocks.filter((block) => block.words.has("trap") || block.words.has("better"));
    if (judged.length === 0 || note.front.kind !== "trap") continue;
    it(`${note.id}: trap blocks fire, better blocks are silent`, async () => {
      const gloss = await testGloss();
      for (const block of judged) {
        const found = withFile(gloss, "example.py", programOf(block), (file) => actualMarks(file, note.id));
        assert.equal(found.length > 0, block.words.has("trap"), `${block.where}: ${found.join(", ") || "no finding"}`);
      }
    });
  }

  function runOffered(block: Block): void {
    assert(python.wasm && python.page, "Python is not loaded");
    if (isDoctest(block)) assert.equal(python.wasm(block.text, block.where, true), "", block.where);
    // A module that is missing may be what the example is about.
    else assert([undefined, "modules"].includes(python.page(block.text, false).lack), block.where);
  }

  function runBlock(block: Block): string {
    const run = block.words.has("system") ? python.system : python.wasm;
    assert(run, "Python is not loaded");
    return run(block.text, block.where, isDoctest(block));
  }
});
