import assert from "node:assert/strict";
import type { Catalog } from "../../server/src/core/notes/catalog.ts";
import { withFile } from "../support/cases.ts";
import { glossWith, testGloss } from "../support/gloss.ts";

describe("engine", () => {
  it("is silent inside code that does not parse, and right in the rest", async () => {
    const gloss = await testGloss();
    const rules = (text: string) => withFile(gloss, "x.py", text, (file) => file.findings().map(({ rule }) => rule));
    assert.deepEqual(rules("x = = is 1 ]\n\n\ndef f(a=[]):\n    return a\n"), ["mutable-default-argument"]);
    assert.deepEqual(rules("\0\0def f(a=[]): return a"), ["mutable-default-argument"]);
    assert.deepEqual(rules("def f(a=[\0]): return a"), []);
    assert.deepEqual(rules(""), []);
    assert.deepEqual(rules("\ufeffdef f(a=[]): return a"), ["mutable-default-argument"]);
    assert.deepEqual(rules("def f(a=[]):\rreturn a\rx is 1\r").includes("is-literal"), true);
    assert.deepEqual(rules("if x:\n\ty is 1\n"), ["is-literal"]);
  });

  it("takes a name that the parser misses for none", async () => {
    const gloss = await testGloss();
    const text = ':\n    out = open(path, "w")\n    json.dump(data, out)\n    out.close()\n';
    assert.deepEqual(
      withFile(gloss, "x.py", text, (file) => file.findings()),
      [],
    );
  });

  it("counts in UTF-16 units", async () => {
    const [finding] = withFile(await testGloss(), "x.py", "a = '𝒳𝒳'; b = x is 1", (file) => file.findings());
    assert.deepEqual(finding?.span, { start: 16, end: 22 });
  });

  it("leaves stubs alone, and honours levels", async () => {
    const gloss = await testGloss();
    const text = "def f(a=[]): return a";
    assert.deepEqual(
      withFile(gloss, "x.pyi", text, (file) => file.findings()),
      [],
    );
    assert.deepEqual(
      withFile(gloss, "x.py", text, (file) => file.findings({ "mutable-default-argument": "off" })),
      [],
    );
    const [hint] = withFile(gloss, "x.py", text, (file) => file.findings({ "mutable-default-argument": "hint" }));
    assert.equal(hint?.severity, "hint");
  });

  it("says of a finalizer what it calls, not what its texts and comments name", async () => {
    const gloss = await testGloss();
    const told = (line: string) => {
      const text = `import os\n\nclass A:\n    def __del__(self):\n        ${line}\n        print()\n`;
      const [one] = withFile(gloss, "x.py", text, (file) => file.findings());
      return `${one?.severity}: ${one?.message.split("rely on it to ")[1]}`;
    };
    assert.equal(told("self.thread.join()"), "warning: wait for anything");
    assert.equal(told("os.remove(self.path)"), "warning: clean up");
    assert.equal(told("self.file.close()"), "warning: close anything");
    for (const line of [
      '", ".join(self.names)',
      'os.path.join("a", "b")',
      'print("self.close() is missing")',
      "# x.close()",
    ]) {
      assert.equal(told(line), "information: do anything that matters");
    }
  });

  it("leaves a removed name alone that the module puts back, or behind an assert that only an old Python passes", async () => {
    const gloss = await testGloss();
    const found = (text: string) => withFile(gloss, "x.py", text, (file) => file.findings().length);
    const asked = "import threading\nt = threading.Thread(target=print)\nt.isAlive()\n";
    assert.equal(found(asked), 1);
    assert.equal(found(`${asked}threading.Thread.isAlive = threading.Thread.is_alive\n`), 0);
    const clock = (line: string) => found(`import sys, time\n${line}\ntime.clock()\n`);
    for (const line of ["assert sys.version_info < (3, 8)", "assert sys.version_info[0] == 2, 'old'"])
      assert.equal(clock(line), 0, line);
    for (const line of ["assert sys.version_info >= (3, 6)", "assert time"]) assert.equal(clock(line), 1, line);
  });

  it("switches a rule off that throws, says so once, and goes on", async () => {
    const rule = (id: string) => ({
      id,
      severity: "warning" as const,
      message: id,
      calls: [],
      query: "(none) @finding",
    });
    const catalog: Catalog = { topics: [], notes: [], triggers: [], rules: [rule("bad"), rule("good")], paths: [] };
    const errors: string[] = [];
    const broken = await glossWith(
      { catalog, rules: { bad: { check: () => assert.fail() } } },
      { onRuleError: (id) => errors.push(id) },
    );
    for (let run = 0; run < 2; run++) {
      const found = withFile(broken, "x.py", "None\nNone", (file) => file.findings().map((one) => one.rule));
      assert.deepEqual(found, ["good", "good"]);
    }
    assert.deepEqual(errors, ["bad"]);
  });
});
