import assert from "node:assert/strict";
import { fixAll } from "../../server/src/core/rules/apply.ts";
import { withFile } from "../support/cases.ts";
import { testGloss } from "../support/gloss.ts";

/** Ids of what is found in a text, in order. */
async function found(text: string): Promise<string[]> {
  return withFile(await testGloss(), "example.py", text, (file) =>
    file.findings().flatMap(({ rule }) => (rule === "unused-suppression" ? [] : [rule])),
  );
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
    assert.deepEqual(await found(`# pylint: disable-next=W0102\n${TRAP}\n${TRAP.replace("f(", "g(")}`), [
      "mutable-default-argument",
    ]);
    assert.deepEqual(await found(`${TRAP}  # pylint: disable=too-many-lines`), ["mutable-default-argument"]);
  });

  it("reaches what the logical line reaches", async () => {
    const silent = [
      `@decorate\n${TRAP}  # pygloss: ignore[mutable-default-argument]`,
      `if x: ...\nelif x is 1:  # pygloss: ignore[is-literal]\n    pass`,
      "try: ...\nexcept f(x is 1):  # pygloss: ignore\n    pass",
      "f(  # pygloss: ignore[is-literal]\n    1,\n    x is 1,\n)",
      "f(\n    x is 1,  # pygloss: ignore[is-literal]\n)",
      'f(x is 1, """\n""")  # pygloss: ignore[is-literal]',
      "x is 1 and \\\n    y  # noqa: F632",
      "for y in [\n    x is 1\n]: ...  # pygloss: ignore-file[is-literal]",
    ];
    for (const text of silent) assert.deepEqual(await found(text), [], text);
    const heard = [
      "@decorate  # pygloss: ignore[is-literal]\ndef f(a=1 is a): ...",
      "if x:  # pygloss: ignore[is-literal]\n    pass\nelif x is 1:\n    pass",
      "if x:  # pygloss: ignore[is-literal]\n    x is 1",
      "f(\n    1,  # pygloss: ignore[is-literal]\n    x is 1,\n)",
      "x is 1\n# pygloss: ignore[is-literal]",
    ];
    for (const text of heard) {
      const rules = await found(text);
      assert(rules.includes("is-literal"), text);
    }
  });

  it("pygloss: ignore with empty brackets names nothing, and other words are not ours", async () => {
    assert((await found(`${TRAP}  # pygloss: ignore[]`)).includes("mutable-default-argument"));
    assert((await found(`${TRAP}  # pygloss: ignore[`)).includes("mutable-default-argument"));
    assert((await found(`${TRAP}  # pygloss: ignore-next`)).includes("mutable-default-argument"));
    assert.deepEqual(await found(`${TRAP}  # type: ignore  # pygloss: ignore[mutable-default-argument] why`), []);
  });

  it("pylint: disable in the forms pylint knows", async () => {
    const off = "# pylint: disable=dangerous-default-value";
    const on = "# pylint: enable=dangerous-default-value";
    const g = "def g(b=[]): return b";
    const one = ["mutable-default-argument"];
    const rows: [string, string, string[]][] = [
      ["behind a head it counts for the suite", `class A:  ${off}\n    ${TRAP}\n${g}`, one],
      ["of a branch, for that branch", `if x:  ${off}\n    ${TRAP}\nelse:\n    ${g}`, one],
      ["of a later branch, too", `if x:\n    ${g}\nelse:  ${off}\n    ${TRAP}`, one],
      ["first in a body, for the body", `def f():\n    ${off}\n    ${g}\n${g}`, one],
      ["in a body, from there on", `def f():\n    ${g}\n    ${off}\n    ${TRAP}`, one],
      ["in a module, for what follows", `${g}\n${off}\ndef f():\n    ${g}\n${g}`, one],
      ["until it is enabled", `${off}\n${g}\n${on}\n${g}`, one],
      ["but where it is enabled", `${off}\nclass A:\n    ${on}\n    ${g}\n${g}`, one],
      ["for a decorated function", `@d\n${TRAP}  ${off}`, []],
      ["in a list of parameters, for its line", `def f(\n    a=[],  ${off}\n    b=[],\n): ...`, one],
      ["for the next logical line", "# pylint: disable-next=W0102\n\ndef f(\n    a=[],\n): ...", []],
      ["for all", `# pylint: skip-file\n${TRAP}`, []],
      ["of everything", `${TRAP}  # pylint: disable=all`, []],
      ["enable does not take back ours", `${TRAP}  # pygloss: ignore # pylint: enable=W0102`, []],
    ];
    for (const [name, text, rules] of rows) assert.deepEqual(await found(text), rules, name);
  });

  it("goes without a change to the encoding", async () => {
    const gloss = await testGloss();
    const ours = "# pygloss: ignore[is-literal]";
    const rows = [
      [`${ours} -*- coding: latin-1 -*-\n`, "# -*- coding: latin-1 -*-\n"],
      [`${ours} # coding: latin-1\n`, "# coding: latin-1\n"],
      [`#!/usr/bin/python\n${ours}\n# coding: latin-1\n`, "#!/usr/bin/python\n#\n# coding: latin-1\n"],
      [`${ours}\n# coding: latin-1\n`, "# coding: latin-1\n"],
      [`x = 1\ny = 2\n${ours} coding: latin-1\n`, "x = 1\ny = 2\n"],
    ];
    for (const [text = "", fixed] of rows) {
      assert.equal(fixAll(gloss, "example.py", text, ({ fixes }) => fixes[0] ?? null).text, fixed);
    }
  });

  it("is not found in strings", async () => {
    assert.deepEqual(await found('def f(a=[], b="# pygloss: ignore"): return a'), ["mutable-default-argument"]);
  });
});
