import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folder, run } from "./run.ts";

/** Enough text that more than one thread is worth its start. */
function manyFiles(): Record<string, string> {
  const filler = "def f(a, b):\n    return a + b\n\n\n".repeat(3000);
  const files: Record<string, string> = {};
  for (let index = 0; index < 12; index++) files[`m${index}.py`] = `${filler}x is ${index}\n`;
  return files;
}

/** The files of what was found; beside them is what was compiled. */
function memoriesIn(cache: string): string[] {
  return readdirSync(cache).filter((name) => name.endsWith(".json"));
}

function cacheIn(cwd: string): string {
  const path = join(cwd, "cache");
  mkdirSync(path, { recursive: true });
  return path;
}

describe("pygloss check on many files", () => {
  it("says the same on one thread and on several, in the order of the paths", async () => {
    const cwd = folder({ ...manyFiles(), "bad.py": Uint8Array.of(0xff) });
    const one = await run(cwd, ["check", "--no-cache", "-j", "1"]);
    const more = await run(cwd, ["check", "--no-cache", "-j", "3"]);
    assert.deepEqual(more, one);
    assert.equal(one.status, 1);
    assert.match(one.stdout, /^m0\.py.*\nm1\.py.*\nm10\.py/);
  });

  it("remembers what it found, and notices what changed", async () => {
    const cwd = folder({ "a.py": "x is 1\n", "b.py": "x is 2\n" });
    const env = { PYGLOSS_CACHE_DIR: cacheIn(cwd) };
    const first = await run(cwd, ["check"], { env });
    assert.equal(memoriesIn(env.PYGLOSS_CACHE_DIR).length, 1);
    assert.deepEqual(await run(cwd, ["check"], { env }), first);
    writeFileSync(join(cwd, "b.py"), "\nx is 2\n");
    const { stdout } = await run(cwd, ["check"], { env });
    assert.match(stdout, /^a\.py:1:1.*\nb\.py:2:1/);
  });

  it("really asks the memory", async () => {
    const cwd = folder({ "a.py": "x is 1\n", "b.py": "x is 2\n" });
    const env = { PYGLOSS_CACHE_DIR: cacheIn(cwd) };
    await run(cwd, ["check"], { env });
    const [name = ""] = memoriesIn(env.PYGLOSS_CACHE_DIR);
    const file = join(env.PYGLOSS_CACHE_DIR, name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("compares identity", "remembers"));
    assert.match((await run(cwd, ["check"], { env })).stdout, /remembers/);
    assert.doesNotMatch((await run(cwd, ["check", "--no-cache"], { env })).stdout, /remembers/);
    assert.doesNotMatch((await run(cwd, ["check", "--min-severity", "error"], { env })).stdout, /remembers/);
  });

  it("takes a damaged memory for an empty one", async () => {
    const cwd = folder({ "a.py": "x is 1\n", "b.py": "x is 2\n" });
    const env = { PYGLOSS_CACHE_DIR: cacheIn(cwd) };
    const first = await run(cwd, ["check"], { env });
    const [name = ""] = memoriesIn(env.PYGLOSS_CACHE_DIR);
    const file = join(env.PYGLOSS_CACHE_DIR, name);
    const whole = readFileSync(file, "utf8");
    const keysOnly = JSON.stringify(
      (JSON.parse(whole) as [string, unknown][]).map(([key]) => [key, { findings: [1] }]),
    );
    for (const damaged of ["", whole.slice(0, whole.length / 2), "{}", "[[1,2]]", keysOnly]) {
      writeFileSync(file, damaged);
      assert.deepEqual(await run(cwd, ["check"], { env }), first, damaged.slice(0, 40));
    }
  });

  it("does without a memory that cannot be written", async () => {
    const cwd = folder({ "a.py": "x is 1\n", "b.py": "x is 2\n", cache: "a file" });
    const { status, stderr } = await run(cwd, ["check"], { env: { PYGLOSS_CACHE_DIR: join(cwd, "cache") } });
    assert.deepEqual([status, stderr], [1, ""]);
  });

  it("survives runs at the same time", async () => {
    const cwd = folder({ "a.py": "x is 1\n", "b.py": "x is 2\n" });
    const env = { PYGLOSS_CACHE_DIR: cacheIn(cwd) };
    const all = await Promise.all([1, 2, 3, 4].map(() => run(cwd, ["check"], { env })));
    for (const one of all) assert.deepEqual(one, all[0]);
    assert.equal(memoriesIn(env.PYGLOSS_CACHE_DIR).length, 1);
  });

  it("refuses a number of threads that is none", async () => {
    const { status, stderr } = await run(folder(), ["check", "-j", "0"]);
    assert.equal(status, 2);
    assert.match(stderr, /It takes a number from 1/);
  });

  it("names the file at which a thread ended, and goes on with the others", async () => {
    const files = manyFiles();
    const cwd = folder({ ...files, "end.mjs": END_AT_FIRST_FILE });
    const env = { NODE_OPTIONS: `--import ${pathToFileURL(join(cwd, "end.mjs"))}` };
    const { status, stderr } = await run(cwd, ["check", "--no-cache", "-j", "2"], { env });
    assert.equal(status, 2);
    const named = stderr
      .split("\n")
      .flatMap((line) => /^pygloss: (m\d+\.py): could not be checked/.exec(line)?.[1] ?? []);
    assert.deepEqual(named.sort(), Object.keys(files).sort());
  });
});

/** Ends a thread without an error, as nothing in it should: whoever waits for its answer would wait for ever. */
const END_AT_FIRST_FILE = `
import { isMainThread, parentPort, workerData } from "node:worker_threads";
if (!isMainThread && workerData?.pygloss) parentPort.once("message", () => process.exit(3));
`;
