import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkKnowledge } from "../../knowledge/compiler/check.ts";
import { splitPatterns } from "../../knowledge/compiler/patterns.ts";
import { readKnowledge } from "../../knowledge/compiler/read.ts";
import { testGrammar } from "../support/gloss.ts";

const CONCEPT = `---
title: A
summary: One.
sources:
  - title: T
    url: https://docs.python.org/3/
---

Text.
`;

const TRAP = CONCEPT.replace("sources:", 'severity: warning\nmessage: "m"\nsources:').replace(
  "Text.",
  "```python trap\nx\n```\n\n```python better\ny\n```\n\n## When it is fine\n\nAlways.",
);

const QUERY = "; x\n; ^ finding\n(identifier) @finding\n";

/** The problems of a knowledge folder made of these files, as "file:line: message". */
async function problems(files: Record<string, string>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), "knowledge-"));
  try {
    const all = { "t/topic.md": "---\ntitle: T\norder: 1\n---\n\nAbout.\n", ...files };
    for (const [name, text] of Object.entries(all)) {
      const path = join(root, "knowledge", name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const raw = await readKnowledge(root);
    const found = [...raw.problems, ...checkKnowledge(raw, await testGrammar())];
    for (const { remedy } of found) assert(remedy.length > 5);
    return found.map(({ file, line, message }) => `${file.replace("knowledge/t/", "")}:${line}: ${message}`);
  } finally {
    await rm(root, { recursive: true });
  }
}

describe("knowledge compiler", () => {
  it("accepts a concept and a trap", async () => {
    assert.deepEqual(await problems({ "t/a.md": CONCEPT }), []);
    assert.deepEqual(await problems({ "t/b/note.md": TRAP, "t/b/query.scm": QUERY, "t/b/cases.py": "x\n" }), []);
  });

  it("names the line of a wrong key or value", async () => {
    const [unknown] = await problems({ "t/a.md": CONCEPT.replace("summary:", "sumary: x\nsummary:") });
    assert.match(unknown ?? "", /^a\.md:3: sumary: /);
    const [url] = await problems({ "t/a.md": CONCEPT.replace("https:", "http:") });
    assert.equal(url, "a.md:6: sources.0.url: must be https");
    const [long] = await problems({ "t/a.md": CONCEPT.replace("One.", "One. Two. Three. Four.") });
    assert.equal(long, "a.md:3: summary: has more than three sentences");
    const [yaml] = await problems({ "t/a.md": CONCEPT.replace("One.", "[one") });
    assert.match(yaml ?? "", /^a\.md:[3-7]: /);
  });

  it("finds links and ids that lead nowhere", async () => {
    const text = CONCEPT.replace("Text.", "One.\n\nSee [b](note:bee).").replace(
      "sources:",
      "related: [nothing]\nsources:",
    );
    assert.deepEqual(await problems({ "t/a.md": text }), [
      "a.md:1: there is no note nothing",
      "a.md:12: there is no note bee",
    ]);
    assert.deepEqual(await problems({ "t/a.md": CONCEPT.replace("Text.", "[x](../y.md)") }), [
      "a.md:9: a link to ../y.md",
    ]);
    assert.deepEqual(await problems({ "t/a.md": CONCEPT.replace("Text.", '`f()["a"](b)`') }), []);
    const double = await problems({
      "t/a.md": CONCEPT,
      "u/a.md": CONCEPT,
      "u/topic.md": "---\ntitle: U\norder: 2\n---\n",
    });
    assert.equal(double.length, 1);
    assert.match(double[0] ?? "", /the id a is taken by/);
  });

  it("takes knowledge/paths for orders of reading, and checks their ids", async () => {
    const path = "---\ntitle: P\norder: 1\nnotes:\n  a: The first\n---\n\nFor you.\n";
    const withPath = (text: string, name = "p.md") =>
      problems({ "t/bee.md": CONCEPT, "t/a.md": CONCEPT, [`paths/${name}`]: text });
    assert.deepEqual(await withPath(path), []);
    assert.deepEqual(await withPath(path.replace("---\n\n", "  be: The second\n---\n\n")), [
      "knowledge/paths/p.md:6: there is no note be",
    ]);
    assert.match(
      (await withPath(path.replace("---\n\n", "  a: Again\n---\n\n"))).join(),
      /^knowledge\/paths\/p\.md:6: .*unique/,
    );
    assert.deepEqual(await withPath(path.replace("The first", '""')), [
      "knowledge/paths/p.md:5: notes.a: must not be empty",
    ]);
    assert.deepEqual(await withPath(path.replace("For you.\n", "")), [
      "knowledge/paths/p.md:1: the path does not say whom it is for",
    ]);
    assert.deepEqual(await withPath("a\nb\n"), ["knowledge/paths/p.md:1: the path has no front matter"]);
    assert.deepEqual(await withPath(path, "p.yaml"), ["knowledge/paths/p.yaml:1: this is no reading path"]);
  });

  it("says what is wrong with a query", async () => {
    const query = async (text: string) =>
      problems({ "t/b/note.md": TRAP, "t/b/query.scm": text, "t/b/cases.py": "x\n" });
    const head = "; x\n; ^ finding\n";
    assert.match((await query(`${head}(identifer) @finding`)).join(), /query\.scm:3: Bad node name 'identifer'/);
    assert.match((await query(`${head}(identifier) @finding @other`)).join(), /nothing reads @other/);
    assert.match(
      (await query(`${head}((identifier) @finding (#resolve? @finding "x"))`)).join(),
      /unknown predicate #resolve\?/,
    );
    assert.match((await query(`${head}((identifier) @finding (#in-async? @finding "x"))`)).join(), /takes no strings/);
    assert.match((await query(`${head}((identifier) @finding (#resolves? @finding))`)).join(), /at least one string/);
    assert.match((await query("(identifier) @finding")).join(), /no example above it/);
    assert.match((await query(`${head}(identifier) @hover`)).join(), /the trap can never fire/);
  });

  it("asks of a trap what every trap needs", async () => {
    const found = (
      await problems({ "t/b/note.md": TRAP.replace("## When it is fine", "## Fine").replace("better", "") })
    ).join("\n");
    assert.match(found, /can never fire/);
    assert.match(found, /When it is fine/);
    assert.match(found, /no ```python better block/);
    assert.match(found, /no cases\.py/);
  });

  it("splits query files into patterns with their root kinds", () => {
    const text = '; one\n(a (b) @hover)\n\n; two\n[(c) "d"] @hover\n((e) @hover (#eq? @hover "f"))\n';
    assert.deepEqual(
      splitPatterns(text).map(({ line, kinds, example }) => ({ line, kinds, example })),
      [
        { line: 2, kinds: ["a"], example: [" one"] },
        { line: 5, kinds: ["c", "d"], example: [" two"] },
        { line: 6, kinds: ["e"], example: [] },
      ],
    );
  });
});
