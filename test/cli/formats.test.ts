import assert from "node:assert/strict";
import type { Log, Region, Result } from "sarif";
import { folder, run } from "./run.ts";

const BAD = "x = 1\nif x is 3:\n    pass\n";
const SHARED = "def f(a=[]):\n    a.append(1)\n";
const NOTEBOOK = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { language_info: { name: "python" } },
  cells: [
    { cell_type: "markdown", metadata: {}, source: ["# A\n"] },
    { cell_type: "code", metadata: {}, outputs: [], execution_count: null, source: ["x = 1\n", "x is 3"] },
  ],
});

function check(files: Readonly<Record<string, string>>, ...args: string[]) {
  return run(folder(files), ["check", ...args]);
}

describe("pygloss check --format sarif", () => {
  async function log(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Log> {
    const { stdout, stderr } = await check(files, "--format", "sarif", ...args);
    assert.equal(stderr, "");
    return JSON.parse(stdout);
  }

  it("has what SARIF 2.1.0 requires, and nothing it does not know", async () => {
    const found = await log({ "a b/ü.py": BAD + SHARED, "n.ipynb": NOTEBOOK });
    assert.deepEqual(Object.keys(found), ["$schema", "version", "runs"]);
    assert.equal(found.version, "2.1.0");
    const [one, ...more] = found.runs;
    assert.ok(one);
    assert.deepEqual(more, []);
    assert.deepEqual(Object.keys(one), ["tool", "columnKind", "invocations", "results"]);
    assert.deepEqual(one.invocations, [{ executionSuccessful: true }]);
    assert.equal(one.results?.length, 3);
    for (const result of one.results ?? []) assertResult(result, one.tool.driver.rules ?? []);
  });

  it("tells rules with their whole notes", async () => {
    const [one] = (await log({ "a.py": BAD + SHARED })).runs;
    const rules = one?.tool.driver.rules ?? [];
    assert.deepEqual(
      rules.map(({ id }) => id),
      ["is-literal", "mutable-default-argument"],
    );
    for (const rule of rules) {
      assert.match(rule.help?.markdown ?? "", /## When it is fine[\s\S]*## Sources\n\n- \[/);
      assert.doesNotMatch(rule.help?.markdown ?? "", /\(note:/);
      assert.equal(new URL(rule.helpUri ?? "").pathname, `/note/${rule.id}`);
    }
    assert.ok(rules[1]?.properties?.["sameAs"].includes("ruff:B006"));
  });

  it("says where, with ends that are exclusive and columns from 1", async () => {
    const [one] = (await log({ "src/🐍.py": 'b = "🔔"; same = b is "🔔🔔"\n' })).runs;
    const [result] = one?.results ?? [];
    assert.equal(one?.columnKind, "utf16CodeUnits");
    const place = result?.locations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation?.uri, "src/%F0%9F%90%8D.py");
    assert.deepEqual(place?.region, { startLine: 1, startColumn: 18, endLine: 1, endColumn: 29 });
  });

  it("carries fixes that say whether they are safe", async () => {
    const [one] = (await log({ "a.py": BAD })).runs;
    const [fix] = one?.results?.[0]?.fixes ?? [];
    assert.equal(fix?.properties?.["safe"], true);
    assert.deepEqual(fix?.artifactChanges, [
      {
        artifactLocation: { uri: "a.py" },
        replacements: [
          {
            deletedRegion: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 8 },
            insertedContent: { text: "==" },
          },
        ],
      },
    ]);
  });

  it("knows a finding again that has moved, and tells two from each other", async () => {
    const prints = async (text: string) =>
      (await log({ "a.py": text })).runs[0]?.results?.map((result) => result.partialFingerprints?.["pygloss/v1"]);
    const [one] = (await prints(BAD)) ?? [];
    assert.deepEqual(await prints(`import os\n\n${BAD}`), [one]);
    assert.deepEqual(await prints(BAD.replace("x is", "x  is")), [one]);
    const [first, second] = (await prints(BAD + BAD)) ?? [];
    assert.equal(first, one);
    assert.notEqual(second, one);
    assert.notDeepEqual(await prints(BAD.replace("is 3", "is 4")), [one]);
  });

  it("is a log without results where there is nothing", async () => {
    const [one] = (await log({ "a.py": "x = 1\n" })).runs;
    assert.deepEqual([one?.results, one?.tool.driver.rules], [[], []]);
  });

  it("says that it is not complete when something could not be read", async () => {
    const { status, stdout } = await check({ "a.py": BAD }, "--format", "sarif", "a.py", "missing.py");
    assert.equal(status, 2);
    const [one] = (JSON.parse(stdout) as Log).runs;
    assert.deepEqual([one?.invocations, one?.results?.length], [[{ executionSuccessful: false }], 1]);
  });
});

describe("other formats for machines", () => {
  it("annotates for GitHub Actions, with what would end a command escaped", async () => {
    const { status, stdout } = await check({ "a,b:c%.py": BAD }, "--format", "github");
    assert.equal(status, 1);
    const [line, ...more] = stdout.trimEnd().split("\n");
    assert.deepEqual(more, []);
    assert.match(
      line ?? "",
      /^::error file=a%2Cb%3Ac%25\.py,line=2,endLine=2,col=4,endColumn=10,title=PyGloss \(is-literal\)::`is` /,
    );
  });

  it("writes a Code Quality report for GitLab, in which fingerprints are unique", async () => {
    const { stdout } = await check({ "a.py": BAD + BAD, "sub/b.py": BAD }, "--format", "gitlab", ".");
    const issues: { location: object; fingerprint: string }[] = JSON.parse(stdout);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 3);
    assert.deepEqual(
      issues.map(({ location }) => location),
      [
        { path: "a.py", lines: { begin: 2, end: 2 } },
        { path: "a.py", lines: { begin: 5, end: 5 } },
        { path: "sub/b.py", lines: { begin: 2, end: 2 } },
      ],
    );
    for (const issue of issues) {
      const { description, ...rest } = issue as unknown as Record<string, unknown>;
      assert.equal(typeof description, "string");
      assert.deepEqual([rest["check_name"], rest["severity"]], ["is-literal", "critical"]);
    }
  });

  it("writes JUnit that is well-formed, whatever files are called", async () => {
    const { stdout } = await check(
      { "a&<'\".py": BAD, "fine.py": "x = 1\n", "n.ipynb": NOTEBOOK },
      "--format",
      "junit",
    );
    assert.match(
      stdout,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="pygloss" tests="3" failures="2"/,
    );
    assert.match(stdout, /<testcase classname="fine\.py" name="pygloss" file="fine\.py"\/>/);
    assert.match(stdout, /message="Cell 2, line 2: `is` /);
    assert.deepEqual(unbalanced(stdout), []);
    assert.ok(stdout.includes("a&#38;&#60;&#39;&#34;.py"));
  });

  it("counts by rule, the most frequent first", async () => {
    const files = { "a.py": SHARED + BAD + BAD };
    const { status, stdout } = await check(files, "--statistics");
    assert.equal(status, 1);
    const rows = stdout.trimEnd().split("\n");
    assert.match(rows[0] ?? "", /^count {2}fixable {2}rule/);
    assert.match(rows[1] ?? "", /^ {4}2 {8}2 {2}is-literal {16}\S/);
    assert.match(rows[2] ?? "", /^ {4}1 .*mutable-default-argument/);
    const counts = JSON.parse((await check(files, "--statistics", "--format", "json")).stdout);
    assert.deepEqual(
      counts.map(({ code, count }: { code: string; count: number }) => [code, count]),
      [
        ["is-literal", 2],
        ["mutable-default-argument", 1],
      ],
    );
    const none = await check({ "a.py": "x = 1\n" }, "--statistics");
    assert.deepEqual([none.status, none.stdout, none.stderr], [0, "", "pygloss: nothing found\n"]);
  });
});

describe("pygloss check --diff", () => {
  it("prints a patch, changes nothing, and says 1 where there is something to change", async () => {
    const cwd = folder({ "a.py": BAD, "fine.py": "x = 1\n" });
    const { status, stdout, stderr } = await run(cwd, ["check", "--diff", "--fix"]);
    assert.deepEqual([status, stderr], [1, "pygloss: would fix 1 in 1 of the files\n"]);
    assert.equal(stdout, "--- a.py\n+++ a.py\n@@ -1,3 +1,3 @@\n x = 1\n-if x is 3:\n+if x == 3:\n     pass\n");
    assert.match((await run(cwd, ["check"])).stdout, /Found 1 finding/);
  });

  it("says 0 where no fix is to be made, be there findings or not", async () => {
    const { status, stdout, stderr } = await check({ "a.py": "try:\n    f()\nexcept:\n    g()\n" }, "--diff");
    assert.deepEqual([status, stdout, stderr], [0, "", "pygloss: nothing would be fixed\n"]);
  });

  it("works on standard input and keeps what is not at the end of a line", async () => {
    const { status, stdout } = await run(folder(), ["check", "-", "--diff"], { input: "x is 3\r\ny = 1" });
    assert.equal(status, 1);
    assert.equal(stdout, "--- -\n+++ -\n@@ -1,2 +1,2 @@\n-x is 3\r\n+x == 3\r\n y = 1\n\\ No newline at end of file\n");
  });

  it("refuses what does not go with it", async () => {
    for (const args of [
      ["--diff", "--format", "json"],
      ["--diff", "--statistics"],
      ["--statistics", "--format", "junit"],
    ]) {
      const { status, stdout, stderr } = await check({ "a.py": BAD }, ...args);
      assert.deepEqual([status, stdout], [2, ""], args.join(" "));
      assert.match(stderr, /^pygloss: --(diff|statistics) /);
    }
  });
});

/** The parts of the 2.1.0 schema that bear on a result of ours: which properties there are, of which kind. */
function assertResult(result: Result, rules: readonly { readonly id: string }[]): void {
  const known = "ruleId ruleIndex level message locations partialFingerprints fixes properties".split(" ");
  assert.deepEqual(
    Object.keys(result).filter((key) => !known.includes(key)),
    [],
  );
  assert.equal(rules[result.ruleIndex ?? -1]?.id, result.ruleId);
  assert.ok(["none", "note", "warning", "error"].includes(result.level ?? ""));
  assert.ok(result.message.text);
  assert.equal(result.locations?.length, 1);
  const place = result.locations?.[0]?.physicalLocation;
  assert.match(
    place?.artifactLocation?.uri ?? "",
    /^[\w%./-]+$/,
    "a URI reference has no spaces and no letters beyond",
  );
  assertRegion(place?.region);
  for (const fix of result.fixes ?? []) {
    assert.ok(fix.description?.text);
    assert.ok(fix.artifactChanges.length > 0);
    for (const { replacements } of fix.artifactChanges) {
      assert.ok(replacements.length > 0, "the schema asks for at least one");
      for (const { deletedRegion } of replacements) assertRegion(deletedRegion);
    }
  }
}

function assertRegion(region: Region | undefined): void {
  assert.ok(region);
  assert.deepEqual(
    Object.keys(region).filter((key) => !["startLine", "startColumn", "endLine", "endColumn"].includes(key)),
    [],
  );
  for (const number of Object.values(region)) assert.ok(Number.isInteger(number) && number >= 1);
  assert.ok((region.endLine ?? Number.POSITIVE_INFINITY) >= (region.startLine ?? 1));
}

/** Tags that are opened and not closed, or closed and not opened. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name = "", self] of xml.matchAll(/<(\/?)([a-z]+)(?:\s+[a-z]+="[^"<]*")*\s*(\/?)>/g)) {
    if (self) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}
