/**
 * Measures PyGloss beside its peers, in the same run and in turn:
 *
 *   npm run bench                     everything, three rounds; writes bench/results.md and docs/images/bench.svg
 *   npm run bench -- edits hover      only these parts; prints, and writes nothing
 *   npm run bench -- --rounds 1 --edits 200   one round, and fewer edits to find a leak
 *
 * Parts: start, edits, hover, search, batch, memory, leak. Peers from npm are installed into bench/.peers the first time;
 * pylsp, Pylint and flake8 take part when they are on the PATH.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeInputs } from "./inputs.ts";
import { Measured } from "./measure.ts";
import { batch } from "./parts/batch.ts";
import { editing } from "./parts/editing.ts";
import { firstStart } from "./parts/firstStart.ts";
import { installPeers, languageServers, US } from "./peers.ts";
import { picture } from "./picture.ts";
import { report } from "./report.ts";

const PARTS = ["start", "edits", "hover", "search", "batch", "memory", "leak"];
const ROOT = join(import.meta.dirname, "..");

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: "string", default: "3" }, edits: { type: "string", default: "1000" } },
  });
  const [rounds, edits] = [Number(values.rounds), Number(values.edits)];
  const unknown = positionals.filter((name) => !PARTS.includes(name));
  if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(", ")}. There are: ${PARTS.join(", ")}`);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a number from 1.");
  if (!Number.isInteger(edits) || edits < 1) throw new Error("--edits takes a number from 1.");

  const parts = new Set(positionals.length > 0 ? positionals : PARTS);
  execFileSync("npm", ["run", "--silent", "build"], {
    cwd: ROOT,
    stdio: "ignore",
    shell: process.platform === "win32",
  });
  installPeers();
  // Some machines have every Node read certificates when it starts; here nobody opens a connection.
  delete process.env["NODE_EXTRA_CA_CERTS"];
  const inputs = makeInputs();
  process.env["PYGLOSS_CACHE_DIR"] = join(inputs.folder, "cache");
  const measured = new Measured();
  const [us] = languageServers();
  const [input] = inputs.documents;
  if (us && input && parts.has("start")) {
    const first = await firstStart(us, inputs, input);
    measured.add("start", `the first start of all, to the first diagnostics, ${input.name}`, "ms", US, first);
  }
  for (let round = 1; round <= rounds; round++) {
    console.error(`Round ${round} of ${rounds}`);
    if ([...parts].some((part) => part !== "batch")) {
      // A leak is no matter of luck: one round shows it.
      const now = round === 1 ? parts : new Set([...parts].filter((part) => part !== "leak"));
      await editing(inputs, measured, now, edits);
    }
    if (parts.has("batch") || parts.has("memory")) await batch(inputs, measured, parts);
  }
  const text = report(measured.rows, rounds);
  console.log(text);
  if (parts.size < PARTS.length) return;
  writeFileSync(join(ROOT, "bench", "results.md"), text);
  writeFileSync(join(ROOT, "docs", "images", "bench.svg"), picture(measured.rows));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
