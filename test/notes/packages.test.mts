import assert from "node:assert/strict";
import { readKnowledge } from "../../knowledge/compiler/read.ts";
import { type Block, importsOf, isDoctest, pythonBlocks } from "../support/blocks.ts";
import { ROOT } from "../support/gloss.ts";
import { missingModules, type RunPython, systemPython, wasmPython } from "../support/python.ts";

const only = process.env["NOTE"];
const { notes } = await readKnowledge(ROOT);
const notRun = notes
  .filter((note) => !only || note.id === only)
  .flatMap((note) => pythonBlocks(note.id, note.file, note.body, note.bodyLine))
  .filter((block) => block.norun !== null);

describe("examples that Python alone cannot run", () => {
  const lent = notRun.filter((block) => isDoctest(block) && /^needs \S+$/.test(block.norun ?? ""));
  const missing = new Set(missingModules([...new Set(lent.flatMap(importsOf))]));
  const { run } = systemPython();

  for (const block of lent) {
    it(`${block.where.replace(/^.*knowledge/, "knowledge")} runs as shown: ${block.norun}`, function () {
      if (importsOf(block).some((name) => missing.has(name))) this.skip();
      assert.equal(run(block.text, block.where, true), "", block.where);
    });
  }

  describe("say truly why", () => {
    let wasm: RunPython;

    before(async () => {
      wasm = (await wasmPython()).run;
    });

    it("by importing what they need, which Python does not bring", () => {
      const needless = notRun.filter((block) => block.norun?.startsWith("needs") && importsOf(block).every(canImport));
      assert.deepEqual(needless.map(where), []);
    });

    it("by failing as sessions, and by compiling unless the syntax is the reason", () => {
      const wrong = notRun.filter((block) => {
        const passes = wasm(block.text, block.where, isDoctest(block)) === "";
        return passes === (isDoctest(block) || /syntax/i.test(block.norun ?? ""));
      });
      assert.deepEqual(wrong.map(where), []);
    });

    function canImport(module: string): boolean {
      return wasm(`>>> import ${module}\n`, module, true) === "";
    }
  });
});

function where({ where, norun }: Block): string {
  return `${where}: ${norun}`;
}
