import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Engine } from "../../server/src/core/gloss.ts";
import {
  changesBetween,
  readSnapshot,
  repeatChanges,
  sumOf,
  usedOf,
  writeSnapshot,
} from "../../server/src/core/syntax/snapshot.ts";
import type { Program } from "../../server/src/hosts/copy.ts";
import { bundle } from "../cli/bundle.ts";
import { parts, ROOT, testGloss } from "../support/gloss.ts";

describe("queries that were compiled when PyGloss was built", () => {
  it("are all there in a program that starts, and say the same", async () => {
    const queries = readFileSync(join(bundle(), "queries.bin"));
    const engine = await startProgram(queries);
    const texts = [...engine.triggers.queries, ...engine.ruleSet.patterns.queries];
    assert.deepEqual(
      texts.filter((text) => !engine.grammar.isCompiled(text)),
      [],
      "the library was called in another way than when they were compiled",
    );
    const text = readFileSync(join(ROOT, "sample/report.py"), "utf8");
    const [found, expected] = [engine, await testGloss()].map((gloss) => {
      const file = gloss.parse("report.py", text);
      const hovers = Array.from(text, (_, offset) => file.hover(offset));
      const answers = { findings: file.findings(), hovers };
      file.free();
      return answers;
    });
    assert.deepEqual(found, expected);
  });

  it("are compiled as ever where the memory is another one, and where the file is damaged", async () => {
    const file = readFileSync(join(bundle(), "queries.bin"));
    const inUse = await startProgram(file, (engine) => engine.parse("x.py", "x is 3\n").free());
    for (const engine of [inUse, await startProgram(file.subarray(0, 1000)), await startProgram(Buffer.alloc(0))]) {
      assert.equal(engine.grammar.isCompiled(engine.ruleSet.patterns.queries[0] ?? ""), false);
      assert.equal(engine.parse("x.py", "x is 3\n").findings().length, 1);
    }
  });
});

describe("a snapshot", () => {
  const before = Int32Array.of(1, 2, 3, 0, 0, 0, 0, 0);
  const after = Int32Array.of(1, 9, 8, 0, -7, 0, 0, 0);
  const used = usedOf(before);
  const changes = changesBetween(before, after);
  const file = writeSnapshot({ used, sum: sumOf(before.subarray(0, used)), queries: [["(ü) @x", 4]], changes });

  it("makes a memory that is as it was before what it was after", () => {
    const snapshot = readSnapshot(file);
    assert.ok(snapshot);
    assert.deepEqual(snapshot.queries, [["(ü) @x", 4]]);
    const memory = before.slice();
    assert.equal(repeatChanges(snapshot, memory), true);
    assert.deepEqual(memory, after);
  });

  it("leaves any other memory alone", () => {
    const snapshot = readSnapshot(file);
    assert.ok(snapshot);
    const other = Int32Array.of(1, 2, 4, 0, 0, 0, 0, 0);
    for (const memory of [other, other.subarray(0, 2)]) {
      const own = memory.slice();
      assert.equal(repeatChanges(snapshot, memory), false);
      assert.deepEqual(memory, own);
    }
  });

  it("is known to be damaged", () => {
    for (let at = 0; at < file.length; at++) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      assert.equal(readSnapshot(damaged), null);
      assert.equal(readSnapshot(file.subarray(0, at)), null);
    }
  });
});

const require = createRequire(import.meta.url);

/** An engine with a library of its own, which nobody has used. */
async function startProgram(queries: Uint8Array, use?: (engine: Engine) => void): Promise<Engine> {
  const mark = Symbol.for("pygloss.copy");
  const path = join(bundle(), "program.js");
  delete require.cache[path];
  Reflect.set(globalThis, mark, true);
  const program: Program = require(path);
  Reflect.deleteProperty(globalThis, mark);
  const { createGloss } = await program.loadEngine();
  const start = async (): Promise<Engine> => (await createGloss({ ...(await parts()), queries })) as Engine;
  if (use) use((await createGloss(await parts())) as Engine);
  return start();
}
