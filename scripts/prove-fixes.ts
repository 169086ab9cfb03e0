/**
 * Applies all safe fixes to a copy of a folder, and proves that nothing broke.
 *
 *   npm run prove-fixes -- FOLDER [--unsafe] [--python PYTHON] [--tests]
 *
 * Every changed file must still compile, and a second run must change nothing. --unsafe applies the unsafe ones too.
 * --tests takes FOLDER for PYTHON's standard library and runs CPython's own tests of the changed modules, before and
 * after; only a test that passed before and fails after counts. The original is not touched.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Finding, Fix, Gloss } from "../server/src/core/api.ts";
import { fixAll } from "../server/src/core/rules/apply.ts";
import { testGloss } from "../test/support/gloss.ts";
import { compileFiles } from "../test/support/python.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    unsafe: { type: "boolean", default: false },
    tests: { type: "boolean", default: false },
    python: { type: "string", default: "python3" },
  },
});

void main(resolve(positionals[0] ?? "."));

async function main(original: string): Promise<void> {
  const gloss = await testGloss();
  // The copy lies where a Python whose home is the temporary folder looks for its library.
  const home = mkdtempSync(join(tmpdir(), "prove-fixes-"));
  const copy = join(home, "lib", basename(original));
  cpSync(original, copy, { recursive: true, filter: (path) => !/(__pycache__|site-packages)$/.test(path) });
  try {
    const before = options.tests ? runTests(home, testsFor(changedFiles(gloss, copy))) : null;
    const wasBroken = compileFiles(changedFiles(gloss, copy).map((path) => join(copy, path)));
    const changed = fixFiles(gloss, copy);
    console.log(`${changed.size} files changed by ${sum(changed)} fixes`);
    // Some of CPython's files are tests of what does not compile, and were never meant to.
    const broken = linesOnlyIn(compileFiles([...changed.keys()]), wasBroken);
    report("every changed file that compiled still does", broken === "", broken);
    report(
      "a second run changes nothing",
      changedFiles(gloss, copy).length === 0,
      changedFiles(gloss, copy).join("\n"),
    );
    if (before) {
      const after = runTests(home, testsFor([...changed.keys()].map((path) => relative(copy, path))));
      const worse = [...after.failed].filter((test) => !before.failed.has(test));
      console.log(`CPython's tests: ${after.run} run, ${before.failed.size} failed before, ${after.failed.size} after`);
      report("no test fails that passed before", worse.length === 0, worse.join(" "));
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** Picks a finding's first fix of the wanted kind. */
function choose(finding: Finding): Fix | null {
  return finding.fixes.find((fix) => fix.safe || options.unsafe) ?? null;
}

function fixFiles(gloss: Gloss, folder: string): Map<string, number> {
  const changed = new Map<string, number>();
  for (const path of pythonFiles(folder)) {
    const text = utf8(path);
    const result = text === null ? null : fixAll(gloss, path, text, choose);
    if (!result || result.applied === 0) continue;
    writeFileSync(path, result.text);
    changed.set(path, result.applied);
  }
  return changed;
}

/** Paths, from the folder, of the files that would be changed. */
function changedFiles(gloss: Gloss, folder: string): string[] {
  return [...pythonFiles(folder)].flatMap((path) => {
    const text = utf8(path);
    return text !== null && fixAll(gloss, path, text, choose).applied > 0 ? [relative(folder, path)] : [];
  });
}

function* pythonFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* pythonFiles(path);
    else if (entry.isFile() && entry.name.endsWith(".py")) yield path;
  }
}

/** Files in other encodings are left alone here; the command line reads and writes those too. */
function utf8(path: string): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return null;
  }
}

/** CPython names the tests of `json/decoder.py` test_json, and those of `shutil.py` test_shutil. */
function testsFor(paths: readonly string[]): string[] {
  const names = paths.map((path) => {
    const test = /(?:^|\/)(test_\w+)(?:\.py$|\/)/.exec(path)?.[1];
    return test ?? `test_${(path.split("/")[0] ?? path).replace(/\.py$/, "").replace(/^_+/, "")}`;
  });
  return [...new Set(names)].sort();
}

function runTests(home: string, tests: readonly string[]): { run: number; failed: ReadonlySet<string> } {
  const existing = tests.filter((test) => {
    const folder = join(home, "lib", readdirSync(join(home, "lib"))[0] ?? "", "test");
    return readdirSync(folder).some((name) => name === test || name === `${test}.py`);
  });
  const result = spawnSync(options.python, ["-m", "test", "-j2", "--timeout", "300", ...existing], {
    env: { ...process.env, PYTHONHOME: home },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const list = /tests? failed:\n((?: {4}.*\n)+)/.exec(result.stdout)?.[1] ?? "";
  return { run: existing.length, failed: new Set(list.split(/\s+/).filter(Boolean)) };
}

function linesOnlyIn(text: string, other: string): string {
  const path = (line: string) => line.split(" ")[0];
  const known = new Set(other.split("\n").map(path));
  return text
    .split("\n")
    .filter((line) => !known.has(path(line)))
    .join("\n");
}

function report(what: string, isTrue: boolean, details: string): void {
  console.log(`${isTrue ? "ok  " : "FAIL"} ${what}`);
  if (isTrue) return;
  console.log(details);
  process.exitCode = 1;
}

function sum(changed: ReadonlyMap<string, number>): number {
  return [...changed.values()].reduce((total, count) => total + count, 0);
}
