import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { work } from "../../server/src/core/work.ts";
import { ROOT, testGloss } from "../support/gloss.ts";

/**
 * What an edit costs, counted and not timed: the same on every machine. When one of these fails, an edit has become
 * dearer than it was. Look for what is asked of the whole file (`note(ANY)`) before you raise a number.
 */
const MOST = { queries: 4, captures: 21, units: 2 };

describe("the work of an edit", () => {
  const sample = ["crawler", "jobs", "report"].map((name) => readFileSync(join(ROOT, "sample", `${name}.py`), "utf8"));
  /** Functions and classes of the sample under names of their own, as often as wanted; in the middle what is edited. */
  const textOf = (copies: number, end = "") => {
    const copy = (index: number) =>
      sample.join("\n").replace(/^((?:async )?def|class) (\w+)/gm, (_, kind, name) => `${kind} ${name}_${index}`);
    const half = Array.from({ length: copies }, (_, index) => copy(index)).join("\n");
    return `${half}\n${EDITED}\n${half.replace(/\b([a-z]\w*_\d)\b/gi, "$1b")}\n${end}`;
  };

  for (const { what, at, typed } of [
    { what: "a letter in a function", at: "total = total", typed: "x" },
    { what: "a letter in a method", at: "self.count = count", typed: "x" },
    { what: "a new statement", at: "return total", typed: "print(total)\n    " },
  ]) {
    it(`does not grow with the file: ${what}`, async () => {
      const short = await workOf(textOf(1), at, typed);
      const long = await workOf(textOf(8), at, typed);
      assert.deepEqual(long, short);
    });

    it(`is small: ${what}`, async () => {
      const { queries, captures, units } = await workOf(textOf(2), at, typed);
      assert.ok(queries <= MOST.queries, `${queries} queries`);
      assert.ok(captures <= MOST.captures, `${captures} captures`);
      assert.ok(units <= MOST.units, `${units} statements judged`);
    });

    it(`does not grow when something does not parse elsewhere: ${what}`, async () => {
      const { units } = await workOf(textOf(2, "print 'hello'\ndef later(:\n"), at, typed);
      assert.ok(units <= MOST.units + 1, `${units} statements judged`);
    });
  }

  it("is that of one statement, where others ask what it decides and what words are in it, and neither changed", async () => {
    assert.equal((await workOf(ASKED, "argv\n", "x")).units, 1);
    assert.equal((await workOf(ASKED, "Nobody", "__del__ ")).units, 2);
    assert.equal((await workOf(ASKED, "    import winreg", "    raise SystemExit\n")).units, 2);
  });
});

const ASKED = `
import sys
import time
READY = 1
if sys.platform == "win32":
    import winreg
    # Nobody here has a __del__.
else:
    arguments = sys.argv

def now(default):
    if default is None:
        default = time.clock()
    return default

class Handle:
    def __del__(self):
        self.file.close()
`;

const EDITED = `
def edited(rows, bucket=[]):
    total = 0
    for row in rows:
        total = total + row
    return total


class Edited:
    def __init__(self, count):
        self.count = count

    def twice(self):
        return 2 * self.count
`;

async function workOf(text: string, place: string, typed: string): Promise<typeof work> {
  const gloss = await testGloss();
  const file = gloss.parse("file.py", text);
  file.findings();
  const before = { ...work };
  const start = text.indexOf(place);
  const edited = file.edit([{ span: { start, end: start }, text: typed }]);
  edited.findings();
  edited.free();
  return {
    queries: work.queries - before.queries,
    captures: work.captures - before.captures,
    units: work.units - before.units,
  };
}
