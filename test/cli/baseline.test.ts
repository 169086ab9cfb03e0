import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, run } from "./run.ts";

const BAD = "def f(x):\n    if x is 3:\n        return 1\n";
const USED = { "pyproject.toml": '[tool.pygloss]\nbaseline = "pygloss-baseline.json"\n' };

/** A folder whose findings are all in its baseline. */
async function known(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = folder({ ...USED, ...files });
  const { status, stdout, stderr } = await run(cwd, ["check", "--write-baseline"]);
  assert.deepEqual([status, stderr], [0, ""], stdout);
  return cwd;
}

async function check(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = await run(cwd, ["check", ...args]);
  return { status, stderr, lines: stdout.trimEnd().split("\n") };
}

const read = (cwd: string) => readFileSync(join(cwd, "pygloss-baseline.json"), "utf8");

describe("the baseline of pygloss check", () => {
  it("is sorted, with a line for each finding, its place told by names", async () => {
    const cwd = await known({
      "b.py": `class A:\n    ${BAD.replaceAll("\n", "\n    ")}\n`,
      "a/c.py": `${BAD}x = 1 is  1\n`,
    });
    assert.deepEqual(read(cwd).split("\n").slice(2), [
      '  "version": 1,',
      '  "files": {',
      '    "a/c.py": [',
      '      {"rule":"is-literal","symbol":"","code":"1 is 1","count":1},',
      '      {"rule":"is-literal","symbol":"f","code":"x is 3","count":1}',
      "    ],",
      '    "b.py": [',
      '      {"rule":"is-literal","symbol":"A.f","code":"x is 3","count":1}',
      "    ]",
      "  }",
      "}",
      "",
    ]);
  });

  it("silences what it lists, wherever that has moved to", async () => {
    const cwd = await known({ "a.py": BAD });
    writeFileSync(join(cwd, "a.py"), `import os\n\n\n${BAD.replace("x is 3", "x  is  3")}`);
    assert.deepEqual(await check(cwd), {
      status: 0,
      stderr: "",
      lines: ["Nothing found in 1 file, besides 1 in the baseline."],
    });
  });

  it("counts findings that look alike, and has a word for each more", async () => {
    const cwd = await known({ "a.py": "def f(x):\n    return x is 3, x is 3\n" });
    writeFileSync(join(cwd, "a.py"), "def f(x):\n    return x is 3, x is 3, x is 3\n");
    const { status, lines } = await check(cwd);
    assert.equal(status, 1);
    assert.match(lines[0] ?? "", /^a\.py:2:28: /, "the last one is the new one");
    assert.equal(lines.length, 2);
  });

  it("does not hide the same code in another function", async () => {
    const cwd = await known({ "a.py": BAD });
    writeFileSync(join(cwd, "a.py"), `${BAD}\n${BAD.replace("f(", "g(")}`);
    assert.match((await check(cwd)).lines[0] ?? "", /^a\.py:6:8: /);
  });

  it("is asked for by name, or not at all", async () => {
    const cwd = folder({ "a.py": BAD });
    const wrote = await check(cwd, "--write-baseline", "known.json");
    assert.deepEqual(wrote.lines, [
      'Wrote 1 finding to known.json. To have it read, write baseline = "known.json" below [tool.pygloss].',
    ]);
    assert.equal((await check(cwd)).status, 1);
    assert.equal((await check(cwd, "--baseline", "known.json")).status, 0);
    const used = await known({ "a.py": BAD });
    assert.equal((await check(used)).status, 0);
    assert.equal((await check(used, "--no-baseline")).status, 1);
  });

  it("counts for standard input, and for files below other folders", async () => {
    const cwd = await known({ "src/a.py": BAD });
    assert.equal((await run(cwd, ["check", "--stdin-filename", "src/a.py"], { input: BAD })).status, 0);
    assert.equal((await run(join(cwd, "src"), ["check", "a.py"])).status, 0);
  });

  it("is left alone by --fix", async () => {
    const cwd = await known({ "a.py": BAD });
    writeFileSync(join(cwd, "a.py"), `${BAD}x = 2 is 2\n`);
    const { status, lines } = await check(cwd, "--fix");
    assert.deepEqual([status, lines], [0, ["Nothing found in 1 file, besides 1 in the baseline, fixed 1."]]);
    assert.equal(readFileSync(join(cwd, "a.py"), "utf8"), `${BAD}x = 2 == 2\n`);
  });

  it("tells entries that match nothing any more, and those of files that are gone", async () => {
    const cwd = await known({ "a.py": BAD, "b.py": BAD });
    writeFileSync(join(cwd, "a.py"), "x = 1\n");
    const { status, stderr } = await check(cwd);
    assert.deepEqual(
      [status, stderr],
      [0, "pygloss: pygloss-baseline.json: 1 entry matches nothing any more; check --write-baseline writes it anew\n"],
    );
    assert.equal((await check(cwd, "b.py")).stderr, "", "what was not checked may be as it was");
    assert.equal((await check(cwd, "--ignore", "is-literal")).stderr, "");
    assert.equal((await check(cwd, "--write-baseline")).stderr, "");
    assert.deepEqual(await check(cwd), {
      status: 0,
      stderr: "",
      lines: ["Nothing found in 2 files, besides 1 in the baseline."],
    });
  });

  it("keeps what it has of files that were not checked", async () => {
    const cwd = await known({ "a.py": BAD, "b.py": BAD });
    const before = read(cwd);
    await check(cwd, "b.py", "--write-baseline");
    assert.equal(read(cwd), before);
  });

  it("says in SARIF what is new", async () => {
    const cwd = await known({ "a.py": BAD });
    writeFileSync(join(cwd, "a.py"), `${BAD}x = 2 is 2\n`);
    const { stdout } = await run(cwd, ["check", "--format", "sarif"]);
    const results: { baselineState: string }[] = JSON.parse(stdout).runs[0].results;
    assert.deepEqual(results.map(({ baselineState }) => baselineState).sort(), ["new", "unchanged"]);
    const without = JSON.parse((await run(cwd, ["check", "--format", "sarif", "--no-baseline"])).stdout);
    assert.equal("baselineState" in without.runs[0].results[0], false);
  });

  it("is the same with a memory of earlier runs", async () => {
    const cwd = await known({ "a.py": BAD, "b.py": BAD });
    const env = { PYGLOSS_CACHE_DIR: folder() };
    for (const round of [1, 2]) {
      const { status, stdout } = await run(cwd, ["check"], { env });
      assert.deepEqual(
        [status, stdout],
        [0, "Nothing found in 2 files, besides 2 in the baseline.\n"],
        `round ${round}`,
      );
    }
    assert.equal((await run(cwd, ["check", "--no-baseline"], { env })).status, 1);
  });

  for (const [what, text, said] of [
    [
      "no JSON",
      '{\n  "version": 1,\n  oops\n',
      /^pygloss: pygloss-baseline\.json: line 3: is no JSON; mend it, or move/,
    ],
    ["a merge", '{\n<<<<<<< ours\n  "version": 1\n', /line 2: a merge left its marks/],
    ["another file", '{ "name": "x" }\n', /is no baseline of this version/],
    [
      "an entry of another shape",
      '{"version": 1,\n"files": {"a.py": [{"rule": "x"}]}}',
      /line 2: "a\.py" has an entry/,
    ],
  ] as const) {
    it(`names the line of what is damaged, and is not written over: ${what}`, async () => {
      const cwd = folder({ ...USED, "a.py": BAD, "pygloss-baseline.json": text });
      for (const args of [[], ["--write-baseline"]]) {
        const { status, stderr } = await check(cwd, ...args);
        assert.equal(status, 2);
        assert.match(stderr, said);
      }
      assert.equal(read(cwd), text);
    });
  }

  it("says what is wrong with what was asked for", async () => {
    const cwd = folder({ "a.py": BAD, "src/b.py": BAD });
    for (const [args, said] of [
      [["--baseline"], /^pygloss: pygloss-baseline\.json: no such file or folder; check --write-baseline writes it\n$/],
      [["--baseline", "src"], /^pygloss: src: is a folder; the word behind --baseline names the file\n$/],
      [["--write-baseline", "a.py"], /^pygloss: a\.py: (?:line 1: )?is no JSON; /],
      [["--write-baseline", "--select", "is-literal"], /does not go with --select\n$/],
      [["--write-baseline", "-"], /does not go with standard input\n$/],
    ] as const) {
      const { status, stderr } = await check(cwd, ...args);
      assert.equal(status, 2, args.join(" "));
      assert.match(stderr, said);
    }
    assert.equal(readFileSync(join(cwd, "a.py"), "utf8"), BAD);
  });

  it("is not written when a file could not be checked", async () => {
    const cwd = folder({ ...USED, "a.py": BAD });
    const { status, stderr } = await check(cwd, "a.py", "gone.py", "--write-baseline");
    assert.equal(status, 2);
    assert.match(stderr, /not all went well, so no baseline was written/);
    assert.throws(() => read(cwd));
  });
});
