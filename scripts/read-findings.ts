/**
 * Shows what the rules say of real code, with the line each finding is on, so that a person can read and judge them.
 *
 *   npm run read-findings -- FOLDER [--select ID,ID] [--sample N] [--seed N]
 *
 * Without --sample everything is printed; with it N findings a rule, the same ones for the same seed. A rule that
 * throws ends the run.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Gloss } from "../server/src/core/api.ts";
import { testGloss } from "../test/support/gloss.ts";

interface Line {
  readonly where: string;
  readonly what: string;
  readonly code: string;
}

void main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { select: { type: "string" }, sample: { type: "string" }, seed: { type: "string", default: "1" } },
  });
  const [folder] = positionals;
  if (!folder) throw new Error("name a folder");
  const gloss = await testGloss();
  const started = Date.now();
  const byRule = new Map<string, Line[]>();
  let files = 0;
  for (const path of pythonFiles(folder)) {
    files++;
    for (const [rule, line] of read(gloss, folder, path)) byRule.set(rule, [...(byRule.get(rule) ?? []), line]);
  }
  const wanted = values.select?.split(",") ?? gloss.shelf.entries.filter((one) => one.severity).map((one) => one.id);
  const limit = values.sample ? Number(values.sample) : Number.POSITIVE_INFINITY;
  for (const rule of wanted.sort()) {
    const lines = byRule.get(rule) ?? [];
    console.log(`${rule}: ${lines.length}`);
    if (!values.select && !values.sample) continue;
    for (const { where, what, code } of sample(lines, limit, Number(values.seed))) {
      console.log(`  ${where}: ${what}\n      ${code}`);
    }
  }
  console.log(`${files} files in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function* pythonFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !/^(__pycache__|site-packages|node_modules|\.git)$/.test(entry.name))
      yield* pythonFiles(path);
    else if (entry.isFile() && entry.name.endsWith(".py")) yield path;
  }
}

function read(gloss: Gloss, folder: string, path: string): [string, Line][] {
  const file = gloss.parse(path, readFileSync(path, "utf8"));
  const lines = file.findings().map(({ rule, span, severity, message }): [string, Line] => {
    const { line, character } = file.source.positionAt(span.start);
    const where = `${relative(folder, path)}:${line + 1}:${character + 1}`;
    return [rule, { where, what: `${severity}: ${message}`, code: file.source.line(line).trim().slice(0, 140) }];
  });
  file.free();
  return lines;
}

/** The first N of an order that only the seed decides. */
function sample(lines: readonly Line[], limit: number, seed: number): readonly Line[] {
  if (lines.length <= limit) return lines;
  const key = (line: Line) =>
    [...line.where].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0) + seed) % 1_000_003, seed);
  return [...lines].sort((a, b) => key(a) - key(b)).slice(0, limit);
}
