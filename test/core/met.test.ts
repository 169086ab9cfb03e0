import assert from "node:assert/strict";
import { testGloss } from "../support/gloss.ts";

/** Notes met in a text, each as `id: what brings it up`. */
async function met(text: string): Promise<string[]> {
  const gloss = await testGloss();
  const file = gloss.parse("module.py", text);
  try {
    const found = [...file.met()].filter((one) => one !== null);
    return found.map(({ note, span }) => `${note}: ${text.slice(span.start, span.end)}`);
  } finally {
    file.free();
  }
}

describe("the notes met in a file", () => {
  it("are those of its constructs", async () => {
    const found = await met("for x in ():\n    pass\nelse:\n    pass\n");
    assert.ok(found.includes("loop-else: else"), found.join());
  });

  it("are those of its names, however they were imported", async () => {
    const found = await met("from threading import Thread as T\nT(target=print)\n");
    assert.ok(found.includes("threads: T"), found.join());
    assert.ok(!(await met("class Thread: ...\nThread()\n")).some((one) => one.startsWith("threads")));
  });

  it("are what the hover says at each of these places", async () => {
    const text = "import copy\n\n\n@staticmethod\ndef f(a, *b, c=1):\n    return [copy.deepcopy(x) for x in b]\n";
    const gloss = await testGloss();
    const file = gloss.parse("module.py", text);
    for (const one of file.met()) {
      // Right behind a word the hover speaks of the word.
      if (!one || /\w/.test(text[one.span.start - 1] ?? "")) continue;
      assert.ok(file.hover(one.span.start)?.notes.includes(one.note), `${one.note} at ${one.span.start}`);
    }
    file.free();
  });

  it("leave out what is no Python", async () => {
    assert.deepEqual(await met("?? ) (("), []);
    assert.deepEqual(await met(""), []);
  });
});
