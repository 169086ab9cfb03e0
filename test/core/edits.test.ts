import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Edit, Finding } from "../../server/src/core/api.ts";
import { withFile } from "../support/cases.ts";
import { ROOT, testGloss } from "../support/gloss.ts";

const ALL_CASES = [
  "knowledge/functions/mutable-default-argument/cases.py",
  "knowledge/iteration/mutate-while-iterating/cases.py",
  "knowledge/iteration/generator-reused/cases.py",
  "knowledge/style/unused-suppression/cases.py",
];

const read = (path: string) => readFile(join(ROOT, path), "utf8");

describe("edits", () => {
  it("finds the same after edits as in a fresh file", async () => {
    const gloss = await testGloss();
    const pieces = ["", "x", "\n", '"""', "(", ")", "é𝒳", "\r\n", "    ", "def f(a=[]):\n    pass\n", "is 1", "#"];
    for (const path of ALL_CASES) {
      const random = randomNumbers(7);
      let text = await read(path);
      let file = gloss.parse(path, text);
      for (let step = 0; step < 60; step++) {
        const changes: Edit[] = [];
        for (let count = 0; count <= random(2); count++) {
          const start = random(text.length + 1);
          const end = Math.min(text.length, start + random(6));
          const piece = pieces[random(pieces.length)] ?? "";
          changes.push({ span: { start, end }, text: piece });
          text = text.slice(0, start) + piece + text.slice(end);
        }
        file = file.edit(changes);
        assert.equal(file.source.text, text);
        const fresh: readonly Finding[] = withFile(gloss, path, text, (one) => one.findings());
        assert.deepEqual(file.findings(), fresh, `step ${step} of ${path}`);
      }
      file.free();
    }
  });

  const typed: readonly (readonly [string, string, number, string])[] = [
    ["above the first statement", "def f(x: str):\n    return eval(x)\n", 0, "\n"],
    ["between the imports and a statement", "import a\ndef f(x: str):\n    return eval(x)\n", 9, "y = 1\n"],
    ["between two imports", "import a\nimport b\ndef f(x: str):\n    return eval(x)\n", 9, "y = 1\n"],
    ["before a statement in its line", "class (A):\n    x = 1\n\n    def f(a=[]):\n        return a\n", 22, "a"],
    [
      "in the statement behind",
      "d = {}\nif k not in d:\n    d[k] = []\nx[k].append(1)\n\n\ny = 1\n",
      36,
      "d[k].append(2)\n",
    ],
    ["in the line behind the statement", "import a; x = 1\nv = a\nw = a.b; y = 2\n", 33, "c"],
    [
      "that makes what is behind it parse",
      "def f(:\n    pass\n    try:\n        work()\n    # why\n    except Exception:\n        pass\n",
      6,
      "):\n    pass\ndef g(",
    ],
    [
      "that names something once less",
      "def __del__(self):\n    pass\nclass A:\n    def __del__(self):\n        work()\n",
      4,
      "a",
    ],
    [
      "that is a loose star",
      "import multiprocessing as mp\nfrom multiprocessing import Pool, Process\nmp.Pool().map(work, [1])\n",
      71,
      "*",
    ],
    [
      "that makes a statement of a method one of its class",
      "class A:\n    def f(self):\n        f()\n        if hasattr(self, 'x'):\n            return 1\n    def g(self, list=''):\n        pass\n",
      39,
      "\f",
    ],
    ["that makes a function a coroutine function", "def f():\n    work()\n\n\ndef work():\n    pass\n", 22, "async "],
  ];
  for (const [what, text, at, inserted] of typed) {
    it(`finds the same after something ${what}`, async () => {
      const gloss = await testGloss();
      const file = gloss.parse("x.py", text);
      file.findings();
      const after = file.edit([{ span: { start: at, end: at }, text: inserted }]);
      const fresh = withFile(gloss, "x.py", after.source.text, (one) => one.findings());
      assert.deepEqual(after.findings(), fresh);
      after.free();
    });
  }
});

/** A small generator, so that a failing run can be repeated from its seed. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}
