import assert from "node:assert/strict";
import { withFile } from "../support/cases.ts";
import { testGloss } from "../support/gloss.ts";

/** Ids of what is found in a text, in order. */
async function found(text: string): Promise<string[]> {
  return withFile(await testGloss(), "example.py", text, (file) => file.findings().map((finding) => finding.rule));
}

const TRAP = "def f(a=[]): return a";

describe("comments that silence findings", () => {
  it("pygloss: ignore, with and without ids", async () => {
    assert.deepEqual(await found(TRAP), ["mutable-default-argument"]);
    assert.deepEqual(await found(`${TRAP}  # pygloss: ignore[mutable-default-argument]`), []);
    assert.deepEqual(await found(`${TRAP}  # pygloss: ignore[is-literal, mutable-default-argument]`), []);
    assert.deepEqual(await found(`${TRAP}  # pygloss: ignore`), []);
    assert.deepEqual(await found(`${TRAP}  # pygloss: ignore[is-literal]`), ["mutable-default-argument"]);
    assert.deepEqual(await found(`${TRAP}\n# pygloss: ignore[mutable-default-argument]`), ["mutable-default-argument"]);
  });

  it("on the first line of the statement the finding is in", async () => {
    assert.deepEqual(await found("x = call(  # pygloss: ignore[none-comparison]\n    y == None,\n)"), []);
    assert.deepEqual(await found("def f(  # pygloss: ignore\n    a=[],\n):\n    return a"), []);
  });

  it("pygloss: ignore-file anywhere", async () => {
    assert.deepEqual(await found(`${TRAP}\n\n# pygloss: ignore-file[mutable-default-argument]\n`), []);
    assert.deepEqual(await found(`${TRAP}\nx is 1\n# pygloss: ignore-file[mutable-default-argument]`), ["is-literal"]);
  });

  it("noqa, for rules that have such a code", async () => {
    assert.deepEqual(await found(`${TRAP}  # noqa`), []);
    assert.deepEqual(await found(`${TRAP}  # noqa: B006`), []);
    assert.deepEqual(await found(`${TRAP}  # noqa: E501, B006 because`), []);
    assert.deepEqual(await found(`${TRAP}  # noqa: E501`), ["mutable-default-argument"]);
    assert.deepEqual(await found("class A:\n    def __del__(self):  # noqa\n        self.f()"), ["del-defined"]);
  });

  it("pylint: disable, for the line and for the rest of a block", async () => {
    assert.deepEqual(await found(`${TRAP}  # pylint: disable=dangerous-default-value`), []);
    assert.deepEqual(await found(`${TRAP}  # pylint: disable=W0102`), []);
    assert.deepEqual(await found(`# pylint: disable=W0102\n${TRAP}`), []);
    assert.deepEqual(await found(`${TRAP}\n# pylint: disable=W0102`), ["mutable-default-argument"]);
    assert.deepEqual(await found(`# pylint: disable-next=W0102\n${TRAP}\n${TRAP.replace("f", "g")}`), [
      "mutable-default-argument",
    ]);
    assert.deepEqual(await found(`${TRAP}  # pylint: disable=too-many-lines`), ["mutable-default-argument"]);
  });

  it("is not found in strings", async () => {
    assert.deepEqual(await found('def f(a=[], b="# pygloss: ignore"): return a'), ["mutable-default-argument"]);
  });
});
