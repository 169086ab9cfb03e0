import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "sarif";
import { folder, run } from "./run.ts";

const BAD = "x = 1\nif x is 3:\n    pass\n";
/** What no terminal may get of a name or of code, except for the ends of our own lines. */
const OBEYED = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

describe("pygloss check where names are hostile", () => {
  before(function () {
    // Other systems have no such names.
    if (process.platform !== "linux") this.skip();
  });

  const names = [
    "esc\u001b]0;owned\u0007\u001b[2J.py",
    "line\n::error file=x.py::forged.py",
    "rtl\u202eyp.evil.py",
    "quote'\"`$(x).py",
    "csi\u009b31m.py",
    "return\rforged.py",
    "percent%0A::error::x.py",
    "tag&<x>.py",
  ];

  function hostile() {
    return folder(Object.fromEntries([...names, "::error file=x.py::forged.py", "##[error]x.py"].map((n) => [n, BAD])));
  }

  const count = names.length + 2;

  it("text has a line for each finding, and nothing that a terminal or a workflow obeys", async () => {
    const { stdout, stderr, status } = await run(hostile(), ["check", "."]);
    assert.deepEqual([status, stderr], [1, ""]);
    assert.equal(stdout.trimEnd().split("\n").length, count + 1);
    assert.doesNotMatch(stdout, OBEYED);
    assert.doesNotMatch(stdout, /^\s*::/m);
  });

  it("complaints are one line each", async () => {
    const { stderr, status } = await run(folder(), ["check", "no\n::error::such\u001b[2J.py"]);
    assert.equal(status, 2);
    assert.equal(stderr, "pygloss: no\\u000a::error::such\\u001b[2J.py: no such file or folder\n");
  });

  it("github has one command for each finding", async () => {
    const { stdout } = await run(hostile(), ["check", "--format", "github", "."]);
    const lines = stdout.trimEnd().split("\n");
    assert.equal(lines.length, count);
    for (const line of lines) assert.match(line, /^::error file=[^,:]*,line=2,endLine=2,col=4,endColumn=10,title=/);
    assert.doesNotMatch(stdout, OBEYED);
  });

  it("sarif, json and gitlab say the names as they are, in escapes", async () => {
    const cwd = hostile();
    const print = async (format: string) => (await run(cwd, ["check", "--format", format, "."])).stdout;
    const [json, sarif, gitlab] = await Promise.all([print("json"), print("sarif"), print("gitlab")]);
    for (const text of [json, sarif, gitlab]) assert.doesNotMatch(text, OBEYED);
    const expected = [...names, "::error file=x.py::forged.py", "##[error]x.py"].sort();
    assert.deepEqual(
      JSON.parse(json)
        .map((one: { file: string }) => one.file)
        .sort(),
      expected,
    );
    const places = (JSON.parse(sarif) as Log).runs[0]?.results?.map(
      (result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "",
    );
    assert.deepEqual(places?.map((uri) => decodeURIComponent(uri)).sort(), expected);
    for (const uri of places ?? []) assert.match(uri, /^[\w%.!~*'()-]+$/);
    const paths = JSON.parse(gitlab).map((one: { location: { path: string } }) => one.location.path);
    assert.deepEqual(paths.sort(), expected);
  });

  it("junit is well-formed", async () => {
    const { stdout } = await run(hostile(), ["check", "--format", "junit", "."]);
    execFileSync("python3", ["-c", "import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())"], {
      input: stdout,
    });
    assert.equal(stdout.match(/<failure /g)?.length, count);
  });

  it("a patch has one name to a line, as Git quotes it", async () => {
    const cwd = folder({ "a\n+++ b.py": BAD });
    const { stdout } = await run(cwd, ["check", "--diff", "."]);
    assert.deepEqual(stdout.split("\n").slice(0, 3), ['--- "a\\n+++ b.py"', '+++ "a\\n+++ b.py"', "@@ -1,3 +1,3 @@"]);
  });
});

describe("pygloss check where files are hostile", () => {
  it("SARIF makes no link of code that looks like one", async () => {
    const text = 'x = 1\nif x is "[here](https://evil.test)":\n    pass\n';
    const { stdout } = await run(folder({ "a.py": text }), ["check", "--format", "sarif"]);
    const message = (JSON.parse(stdout) as Log).runs[0]?.results?.[0]?.message.text ?? "";
    assert.doesNotMatch(message, /\]\(/);
  });

  it("refuses 200 MB without reading them", async () => {
    const cwd = folder({ "a.py": "" });
    truncateSync(join(cwd, "a.py"), 200_000_000);
    const { status, stderr } = await run(cwd, ["check"]);
    assert.deepEqual([status, stderr], [2, "pygloss: a.py: is larger than 10 MB\n"]);
  });

  it("takes a line of 10 MB, with findings all along it or with none", async () => {
    const statement = "if x is 3: pass";
    const cwd = folder({
      "string.py": `x = "${"a".repeat(9_900_000)}"\n`,
      "findings.py": `x = 1; ${"x is 3; ".repeat(5_000)}\n${statement}\n`,
      "comment.py": `${statement}  #${" noqa #pygloss:ignore[".repeat(400_000)}\n`,
    });
    const { status, stdout, stderr } = await run(cwd, ["check", "--format", "json"]);
    assert.deepEqual([status, stderr], [1, ""]);
    assert.ok(JSON.parse(stdout).length > 5_000);
  }).timeout(120_000);

  it("waits for no pipe and reads no device, be it a project's file or an ignore list", async function () {
    if (process.platform === "win32") this.skip();
    const cwd = folder({ "a.py": BAD, "sub/b.py": BAD });
    execFileSync("mkfifo", [join(cwd, "pyproject.toml"), join(cwd, ".gitignore"), join(cwd, "pipe.py")]);
    // Configurations of other tools are read where ours defers to them.
    mkdirSync(join(cwd, "other"));
    writeFileSync(join(cwd, "other/pyproject.toml"), '[tool.pygloss]\ndeferTo = ["ruff", "pylint"]\n');
    execFileSync(
      "mkfifo",
      ["ruff.toml", ".pylintrc"].map((name) => join(cwd, "other", name)),
    );
    symlinkSync("/dev/zero", join(cwd, "other/.ruff.toml"));
    writeFileSync(join(cwd, "other/c.py"), "def f(a=[]):\n    a.append(1)\n");
    symlinkSync("/dev/zero", join(cwd, "sub/pyproject.toml"));
    symlinkSync("/dev/zero", join(cwd, "sub/.gitignore"));
    symlinkSync("/dev/zero", join(cwd, "sub/zero.py"));
    const { status, stdout, stderr } = await run(cwd, ["check"]);
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, /Found 2 findings in 3 files/);
  });

  it("does not wait for a baseline that is a pipe", async function () {
    if (process.platform === "win32") this.skip();
    const cwd = folder({ "a.py": BAD, "pyproject.toml": '[tool.pygloss]\nbaseline = "b.json"\n' });
    execFileSync("mkfifo", [join(cwd, "b.json")]);
    const { status, stderr } = await run(cwd, ["check"]);
    assert.equal(status, 2);
    assert.match(stderr, /^pygloss: b\.json: is not a regular file/);
  });

  it("tells of a project's file of 200 MB, and goes on", async () => {
    const cwd = folder({ "a.py": BAD, "pyproject.toml": "" });
    truncateSync(join(cwd, "pyproject.toml"), 200_000_000);
    const { status, stdout, stderr } = await run(cwd, ["check"]);
    assert.deepEqual([status, stderr], [2, "pygloss: pyproject.toml: cannot be read: it is larger than 1 MB\n"]);
    assert.match(stdout, /^a\.py:2:4/);
  });

  it("gets out of circles of links, through folders too", async function () {
    if (process.platform === "win32") this.skip();
    const cwd = folder({ "a/b/c.py": BAD });
    symlinkSync("../..", join(cwd, "a/b/up"));
    symlinkSync("b2", join(cwd, "a/b1"));
    symlinkSync("b1", join(cwd, "a/b2"));
    symlinkSync(cwd, join(cwd, "a/all"));
    const { status, stdout, stderr } = await run(cwd, ["check"]);
    assert.deepEqual([status, stderr], [1, ""]);
    assert.match(stdout, /Found 1 finding in 1 file/);
  });

  it("comes to an end with patterns and paths that were made to have none", async () => {
    const deep = Array.from({ length: 300 }, () => "a").join("/");
    const cwd = folder({ [`${deep}/x.py`]: BAD, ".gitignore": `${"**/a/".repeat(9)}b\n**/a/**/a/**/b\n` });
    mkdirSync(join(cwd, ".git"));
    writeFileSync(join(cwd, "pyproject.toml"), '[tool.pygloss]\nexclude = ["a/**/a/**/a/**/b"]\n');
    const { status, stdout } = await run(cwd, ["check"]);
    assert.equal(status, 1);
    assert.match(stdout, /Found 1 finding/);
  });
});

describe("pygloss check on hostile notebooks", () => {
  const cell = (source: string) => `{"cells":[{"cell_type":"code","source":${source}}]}`;
  const deep = 1_000_000;
  const cases: readonly [string, string, number, RegExp][] = [
    ["a source that is no text", cell('{"toString": 1, "__proto__": null}'), 0, /Nothing found/],
    ["lists in lists as source", cell(`${"[".repeat(deep)}${"]".repeat(deep)}`), 0, /Nothing found/],
    ["lists in lists beside the cells", `{"m":${"[".repeat(deep)}${"]".repeat(deep)},"cells":[]}`, 0, /Nothing found/],
    ["cells that are no list", '{"cells":{"length":1e9,"0":{}}}', 2, /has no list of cells/],
    ["__proto__ as key", `{"__proto__":{"cells":[]},"metadata":{"__proto__":1},"cells":[]}`, 0, /Nothing found/],
    ["a string of many escapes", cell(`"x is 3${"\\n".repeat(2_000_000)}"`), 1, /a\.ipynb:cell 1:1:1/],
    ["nothing but null", "null", 2, /has no list of cells/],
  ];
  for (const [name, text, expected, message] of cases) {
    it(name, async () => {
      const { status, stdout, stderr } = await run(folder({ "a.ipynb": text }), ["check", "a.ipynb"]);
      assert.match(stdout + stderr, message);
      assert.equal(status, expected);
    });
  }

  it("fixes what it has read, where a key stands there twice in two spellings", async () => {
    const twice = '{"cells":[{"cell_type":"code","source":"x is 3","s\\u006furce":"y is 4"}]}';
    const cwd = folder({ "a.ipynb": twice });
    await run(cwd, ["check", "--fix", "a.ipynb"]);
    const { stdout } = await run(cwd, ["check", "--format", "json", "a.ipynb"]);
    assert.deepEqual(JSON.parse(stdout), []);
  });
});
