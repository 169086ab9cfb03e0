import assert from "node:assert/strict";
import { join } from "node:path";
import { folder, run } from "./run.ts";

const BAD = "x = 1\nif x is 3:\n    pass\n";
const FINDING = "2:4: error ";

describe("pygloss check", () => {
  it("prints a line for each finding and a sum, and says 1", async () => {
    const cwd = folder({ "b.py": BAD, "a/c.py": BAD, "fine.py": "x = 1\n" });
    const { status, stdout, stderr } = await run(cwd, ["check"]);
    assert.equal(status, 1);
    assert.equal(stderr, "");
    const lines = stdout.split("\n");
    assert.match(lines[0] ?? "", /^a\/c\.py:2:4: error `is` .* \[is-literal\]$/);
    assert.match(lines[1] ?? "", /^b\.py:2:4: error /);
    assert.equal(lines[2], "Found 2 findings in 3 files. 2 fixable with --fix.");
  });

  it("says 0 where there is nothing to find", async () => {
    const { status, stdout, stderr } = await run(folder({ "fine.py": "x = 1\n" }), ["check", "."]);
    assert.deepEqual([status, stdout, stderr], [0, "Nothing found in 1 file.\n", ""]);
  });

  it("says 0 and a word where there is nothing to look at", async () => {
    const { status, stdout, stderr } = await run(folder(), ["check"]);
    assert.deepEqual([status, stdout, stderr], [0, "", "pygloss: there are no Python files here\n"]);
  });

  it("writes JSON that says everything", async () => {
    const cwd = folder({ "🐍.py": 'bell = "🔔"; same = bell is "🔔🔔"\n' });
    const { status, stdout, stderr } = await run(cwd, ["check", "--format", "json", "🐍.py"]);
    assert.deepEqual([status, stderr], [1, ""]);
    const [finding, ...more] = JSON.parse(stdout);
    assert.deepEqual(more, []);
    assert.deepEqual(Object.keys(finding), ["file", "code", "severity", "message", "range", "note", "fixes", "fix"]);
    assert.deepEqual([finding.file, finding.code, finding.note], ["🐍.py", "is-literal", "is-literal"]);
    assert.deepEqual(finding.range, { start: { line: 0, character: 20 }, end: { line: 0, character: 34 } });
    assert.equal(finding.fix.safe, true);
    assert.deepEqual(finding.fixes[0], finding.fix);
    assert.deepEqual(finding.fix.edits, [
      { range: { start: { line: 0, character: 25 }, end: { line: 0, character: 27 } }, newText: "==" },
    ]);
  });

  it("writes an empty array where there is nothing", async () => {
    const { status, stdout } = await run(folder(), ["check", "--format", "json"]);
    assert.deepEqual([status, stdout], [0, "[]\n"]);
  });

  it("writes all of a long answer through a pipe", async () => {
    const cwd = folder({ "long.py": "if x is 3: pass\n".repeat(5000) });
    const { stdout } = await run(cwd, ["check", "--format", "json"]);
    assert.equal(JSON.parse(stdout).length, 5000);
  });

  it("runs the rules that are wanted, by id or by another linter's code", async () => {
    const cwd = folder({ "a.py": `${BAD}def f(a=[]):\n    a.append(1)\n` });
    const codes = async (...args: string[]) => {
      const { stdout } = await run(cwd, ["check", "--format", "json", ...args]);
      return JSON.parse(stdout).map(({ code }: { code: string }) => code);
    };
    assert.deepEqual(await codes(), ["is-literal", "mutable-default-argument"]);
    assert.deepEqual(await codes("--select", "B006"), ["mutable-default-argument"]);
    assert.deepEqual(await codes("--select", "is-literal, b006", "--ignore", "B006"), ["is-literal"]);
    assert.deepEqual(await codes("--ignore", "is-literal", "--ignore", "mutable-default-argument"), []);
    assert.deepEqual(await codes("--min-severity", "error"), ["is-literal"]);
  });

  it("names the nearest rule for one that does not exist", async () => {
    const { status, stdout, stderr } = await run(folder({ "a.py": BAD }), ["check", "--select", "is-litteral"]);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /^pygloss: there is no rule is-litteral; did you mean is-literal/);
  });

  it("refuses what it does not know", async () => {
    for (const args of [["--format", "yaml"], ["--min-severity", "loud"], ["--nonsense"], ["--select", "closures"]]) {
      const { status, stdout, stderr } = await run(folder({ "a.py": BAD }), ["check", ...args]);
      assert.deepEqual([status, stdout], [2, ""], args.join(" "));
      assert.notEqual(stderr, "");
      assert.doesNotMatch(stderr, /^\s+at /m);
    }
  });

  it("reads standard input and calls it what it is told to", async () => {
    const piped = await run(folder(), ["check", "-"], { input: BAD });
    assert.deepEqual([piped.status, piped.stdout.startsWith(`-:${FINDING}`)], [1, true]);
    const named = await run(folder(), ["check", "--stdin-filename", "src/new.py"], { input: BAD });
    assert.ok(named.stdout.startsWith(`src/new.py:${FINDING}`));
    const stub = await run(folder(), ["check", "--stdin-filename", "new.pyi", "-"], { input: BAD });
    assert.equal(stub.status, 0, "stubs are not code that runs");
    const mixed = await run(folder({ "a.py": BAD }), ["check", "-", "a.py"], { input: BAD });
    assert.equal(mixed.status, 2);
  });

  it("knows in which folder a file is, also from inside of it", async () => {
    const cwd = folder({
      "settings/dev.py": "from .base import *\nDEBUG = x = 1\n",
      "cafe/__init__.py": "from cafe.payment import *\ny = 1\n",
      "other/dev.py": "from .base import *\nx = 1\n",
    });
    for (const [name, file] of [
      ["settings", "dev.py"],
      ["cafe", "__init__.py"],
    ] as const) {
      assert.equal((await run(cwd, ["check", `${name}/${file}`])).stdout, "Nothing found in 1 file.\n");
      assert.equal((await run(join(cwd, name), ["check", file])).stdout, "Nothing found in 1 file.\n");
    }
    assert.match((await run(join(cwd, "other"), ["check", "dev.py"])).stdout, /^dev\.py:1:19: warning /);
  });

  it("checks the healthy rest when something cannot be read", async () => {
    const cwd = folder({ "a.py": BAD, "latin.py": Buffer.from('x = "\xe9"\n', "latin1"), "z.py": BAD });
    const { status, stdout, stderr } = await run(cwd, ["check", ".", "missing.py", "nowhere/"]);
    assert.equal(status, 2);
    assert.match(stdout, /^a\.py:2:4: .*\nz\.py:2:4: .*\nFound 2 findings in 2 files\./);
    assert.match(stderr, /^pygloss: left out: latin\.py: byte 5 \(0xe9\) is not UTF-8\. Save .* coding: latin-1/m);
    assert.match(stderr, /^pygloss: missing\.py: no such file or folder$/m);
    assert.match(stderr, /^pygloss: nowhere\/: no such file or folder$/m);
    const json = await run(cwd, ["check", "--format", "json"]);
    assert.deepEqual([json.status, JSON.parse(json.stdout).length], [1, 2]);
  });

  it("ends in silence when its reader has seen enough", async function () {
    if (process.platform === "win32") this.skip();
    const cwd = folder({ "long.py": "if x is 3: pass\n".repeat(5000) });
    const script = `"${process.execPath}" "$0" check | head -n 1`;
    const { bundle } = await import("./bundle.ts");
    const { spawnSync } = await import("node:child_process");
    const { stdout, stderr } = spawnSync("sh", ["-c", script, `${bundle()}/cli.js`], { cwd, encoding: "utf8" });
    assert.equal(stderr, "");
    assert.ok(stdout.startsWith("long.py:1:4: error"));
  });

  it("speaks without colour through a pipe", async () => {
    const { stdout } = await run(folder({ "a.py": BAD }), ["check"]);
    assert.equal(stdout.includes("\u001b"), false);
  });
});
