import assert from "node:assert/strict";
import type { HoverAnswer, RuleLevels } from "../../server/src/core/api.ts";
import { withFile } from "../support/cases.ts";
import { testGloss } from "../support/gloss.ts";

/** Hovers where | stands. */
async function hover(marked: string, levels?: RuleLevels): Promise<HoverAnswer | null> {
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  return withFile(await testGloss(), "example.py", text, (file) => file.hover(offset, levels));
}

const leads = async (note: string | null, ...texts: string[]) => {
  for (const text of texts) assert.equal((await hover(text))?.notes[0] ?? null, note, text);
};

describe("hover", () => {
  it("answers keywords by their role", async () => {
    await leads("loop-else", "for x in y:\n    pass\nel|se:\n    pass", "while x:\n    pass\n|else:\n    pass");
    await leads(
      "try-except-else-finally",
      "try:\n    pass\nexcept E:\n    pass\nelse|:\n    pass",
      "try:\n    f()\nfin|ally:\n    g()",
    );
    await leads("if-statement", "if x:\n    pass\nel|se:\n    pass");
    await leads("for-loop", "fo|r x in y: pass", "for x i|n y: pass");
    await leads("comprehensions", "[x fo|r x in y]", "{x: 1 for x i|n y}", "{x fo|r x in y}");
    await leads("generator-expressions", "sum(x fo|r x in y)");
    await leads("lambda-expressions", "f = lam|bda x: x");
    await leads("yield-expression", "def f():\n    yi|eld 1");
    await leads("yield-from", "def f():\n    yi|eld from x");
    await leads("context-managers", "wi|th open(p) as f: pass", "with open(p) a|s f: pass");
    await leads("decorators", "|@cache\ndef f(): ...");
    await leads("args-kwargs", "def f(|*args): ...", "def f(*|*kwargs): ...");
    await leads("global-statement", "def f():\n    glo|bal x");
    await leads("nonlocal-statement", "def f():\n    x = 1\n    def g():\n        non|local x");
    await leads("identity-vs-equality", "x i|s y", "x is no|t y", "x =|= y");
    await leads("del-statement", "de|l x");
    await leads("await-expression", "async def f():\n    awa|it g()");
  });

  it("answers names by what they resolve to", async () => {
    await leads("threads", "import threading\nthreading.Thr|ead()", "from threading import Thread as T\nT|()");
    await leads("threads", "from threading import Thr|ead");
    await leads(null, "def f(Thread):\n    Thr|ead()", "x.Thr|ead()", "class Thr|ead: ...");
    await leads("slots", "class A:\n    __slo|ts__ = ()");
    await leads(null, "x| = 1", "fo|o(1)", "'str|ing'");
    await leads("readability", "# com|ment");
  });

  it("tells a function of the module from one in a class or a block", async () => {
    const brings = async (text: string) => (await hover(text))?.notes.includes("lazy-loading");
    assert.equal(await brings("def __get|attr__(name): ..."), true);
    assert.equal(await brings("class A:\n    def __get|attr__(self, name): ..."), false);
    assert.equal(await brings("if x:\n    def __get|attr__(name): ..."), false);
  });

  it("puts a finding before the construct it is in", async () => {
    const answer = await hover("def f(a=[|]): return a");
    assert.equal(answer?.notes[0], "mutable-default-argument");
    assert.deepEqual(answer.findings, ["mutable-default-argument"]);
    assert.deepEqual((await hover("x i|s 1"))?.notes, ["is-literal", "identity-vs-equality"]);
    assert.deepEqual((await hover("x i|s 1", { "is-literal": "off" }))?.notes, ["identity-vs-equality"]);
  });

  it("answers at both ends of a token and nowhere else", async () => {
    await leads("lambda-expressions", "f = |lambda x: x", "f = lambda| x: x");
    await leads(null, "f = | lambda x: x", "|", "\n|\n");
    await leads("call-arguments", "f(x|=1)");
  });

  it("says at most five lines and then the link", async () => {
    const gloss = await testGloss();
    for (const { id } of gloss.shelf.entries) {
      const answer = { span: { start: 0, end: 1 }, notes: [id, "gil", "threads"], findings: [], names: [] };
      const markdown = gloss.renderHover(answer, (one) => `note:${one}`);
      const lines = markdown.split("\n").filter((line) => line !== "");
      assert(lines.length <= 6, id);
      assert.equal(lines.at(-1), `[Open note](note:${id})`);
    }
  });
});
