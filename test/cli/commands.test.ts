import assert from "node:assert/strict";
import { folder, run } from "./run.ts";

describe("pygloss", () => {
  const cwd = folder({
    "b.py": "import os  # noqa: F401\n",
    "a.py": "for x in y:\n    pass\nelse:\n    '🎈'; x is 3\n",
  });

  async function fails(...args: string[]): Promise<string> {
    const { status, stdout, stderr } = await run(cwd, args);
    assert.deepEqual([status, stdout], [2, ""], args.join(" "));
    assert.doesNotMatch(stderr, /^\s+at /m);
    return stderr;
  }

  async function json(...args: string[]) {
    const { status, stdout, stderr } = await run(cwd, args);
    assert.deepEqual([status, stderr], [0, ""], args.join(" "));
    return JSON.parse(stdout);
  }

  describe("hover", () => {
    it("prints what the editor would show", async () => {
      const { status, stdout } = await run(cwd, ["hover", "a.py:3:2"]);
      assert.equal(status, 0);
      assert.match(stdout, /\*\*else on a loop\*\*[\s\S]*`pygloss explain loop-else`\n$/);
    });

    it("says it as JSON", async () => {
      const answer = await json("hover", "a.py:3:1", "--json");
      assert.deepEqual(Object.keys(answer), ["range", "notes", "findings", "markdown"]);
      assert.deepEqual(answer.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } });
      assert.deepEqual([answer.notes[0], answer.findings], ["loop-else", []]);
      const finding = await json("hover", "a.py:4:13", "--json");
      assert.deepEqual(finding.findings, ["is-literal"], "columns are UTF-16 units");
    });

    it("says null where there is nothing to say", async () => {
      assert.equal(await json("hover", "a.py:2:1", "--json"), null);
      const { status, stdout, stderr } = await run(cwd, ["hover", "a.py:2:1"]);
      assert.deepEqual([status, stdout, stderr], [0, "", "pygloss: there is nothing to say at a.py:2:1\n"]);
    });

    it("refuses what is no place", async () => {
      assert.match(await fails("hover", "a.py"), /say where, as FILE:LINE:COLUMN/);
      assert.match(await fails("hover", "a.py:0:1"), /count from 1/);
      assert.match(await fails("hover", "a.py:99:1"), /no such place/);
      assert.match(await fails("hover", "a.py:1:99"), /no such place/);
      assert.match(await fails("hover", "no.py:1:1"), /no\.py: no such file/);
      assert.match(await fails("hover", ".:1:1"), /\.: is a folder; name a file in it/);
      assert.match(await fails("hover"), /missing required argument/);
    });
  });

  describe("explain", () => {
    it("prints a note, by its id or by another linter's code in any case", async () => {
      const { status, stdout } = await run(cwd, ["explain", "mutable-default-argument"]);
      assert.equal(status, 0);
      assert.match(
        stdout,
        /^# Mutable default argument\n\n[\s\S]*## When it is fine\n[\s\S]*## Sources\n\n- \[.*\]\(https:/,
      );
      for (const code of ["B006", "w0102", "Dangerous-Default-Value", "S5717"]) {
        assert.equal((await run(cwd, ["explain", code])).stdout, stdout, code);
      }
    });

    it("says in a few words what a code means on which there is no note", async () => {
      const { status, stdout } = await run(cwd, ["explain", "sim108"]);
      assert.equal(status, 0);
      assert.match(stdout, /^\*\*sim108\*\*: An `if` with `else` only chooses a value\.\n/);
      const hover = await json("hover", "b.py:1:21", "--json");
      assert.match(hover.markdown, /^\*\*F401\*\*: /);
      assert.deepEqual(hover.range, { start: { line: 0, character: 19 }, end: { line: 0, character: 23 } });
    });

    it("names what is near to what does not exist", async () => {
      assert.match(await fails("explain", "lop-else"), /^pygloss: there is no note lop-else; did you mean loop-else/);
      assert.match(await fails("explain", "qqqqqqqqqqqqqqqq"), /pygloss search finds notes by words/);
    });
  });

  describe("search", () => {
    it("prints hits, best ones first", async () => {
      const hits = await json("search", "else", "loop", "--json", "--limit", "3");
      assert.equal(hits.length, 3);
      assert.deepEqual(Object.keys(hits[0]), ["id", "title", "kind", "topic", "score", "excerpt"]);
      assert.equal(hits[0].id, "loop-else");
      assert.ok(hits[0].score >= hits[1].score);
      const { stdout } = await run(cwd, ["search", "else loop"]);
      assert.match(stdout, /^else on a loop \(concept loop-else\)\n {2}\S/);
    });

    it("finds nothing in peace", async () => {
      assert.deepEqual(await json("search", "qqqqqqqq", "--json"), []);
      const { status, stdout, stderr } = await run(cwd, ["search", "qqqqqqqq"]);
      assert.deepEqual([status, stdout, stderr], [0, "", "pygloss: no note speaks of qqqqqqqq\n"]);
    });

    it("wants words and a limit that is one", async () => {
      await fails("search");
      for (const limit of ["0", "-1", "x", "1.5", "1e9999"]) await fails("search", "x", "--limit", limit);
    });
  });

  describe("paths", () => {
    it("lists the orders of reading", async () => {
      const paths = await json("paths", "--json");
      assert.deepEqual(
        paths.map(({ id }: { id: string }) => id),
        ["new-to-python", "from-python-2", "concurrency-in-depth", "memory", "interview-in-a-week"],
      );
      const { stdout } = await run(cwd, ["paths"]);
      assert.match(stdout, /^new-to-python +\d+ notes +New to Python\n/);
      assert.equal(stdout.trimEnd().split("\n").length, paths.length);
    });

    it("shows the notes of one in their order, each with a line", async () => {
      const path = await json("paths", "memory", "--json");
      assert.deepEqual(Object.keys(path), ["id", "title", "text", "steps"]);
      assert.deepEqual(Object.keys(path.steps[0]), ["note", "why"]);
      assert.equal(path.steps[0].note.id, "variables-are-labels");
      const { stdout } = await run(cwd, ["paths", "Memory"]);
      assert.match(stdout, /^Memory\nFor those .*\n\n {2}1 {2}variables-are-labels +Names hold no objects/);
      const last = path.steps.at(-1);
      assert.match(stdout, new RegExp(`\\n +${path.steps.length} +${last.note.id} +${last.why}\\n$`));
    });

    it("names those that there are when one is not", async () => {
      assert.match(await fails("paths", "memmory"), /there is no path memmory; there are new-to-python, from-python-2/);
    });
  });

  it("lists notes and rules", async () => {
    const notes = await json("notes", "--json");
    const rules = await json("rules", "--json");
    const traps = notes.filter(({ kind }: { kind: string }) => kind === "trap");
    assert.deepEqual(
      rules.map(({ id }: { id: string }) => id),
      traps.map(({ id }: { id: string }) => id),
    );
    const rule = rules.find(({ id }: { id: string }) => id === "mutable-default-argument");
    assert.deepEqual([rule.severity, rule.sameAs.ruff], ["warning", ["B006", "mutable-argument-default"]]);
    const text = await run(cwd, ["rules"]);
    assert.match(text.stdout, /^mutable-default-argument +warning +Mutable default argument$/m);
    assert.equal((await run(cwd, ["notes"])).stdout.trimEnd().split("\n").length, notes.length);
  });

  it("helps, tells its version, and refuses what it does not know", async () => {
    assert.match((await run(cwd, ["--help"])).stdout, /check .*\n[\s\S]*explain/);
    assert.match((await run(cwd, ["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal((await run(cwd, ["check", "--help"])).status, 0);
    assert.match(await fails("chek"), /unknown command 'chek'\n\(Did you mean check\?\)/);
    await fails();
  });
});
