/**
 * Packs what was built into `pygloss.vsix`, the same bytes whenever and wherever.
 *
 *   npm run package
 *   npm run package:twice    builds and packs two times, and fails when the packages differ
 */
import { execSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../test/processes.ts";

const VSIX = "pygloss.vsix";
/** In seconds: the first day that a zip file can name, at noon, so that no time zone makes it the day before. */
const EPOCH = String(Date.UTC(1980, 0, 2, 12) / 1000);

const digests = (process.argv.includes("--twice") ? [1, 2] : [1]).map(pack);
console.log(`${VSIX}: sha256 ${digests[0]}`);
if (new Set(digests).size > 1) {
  console.error(`The second package differs: sha256 ${digests[1]}`);
  process.exitCode = 1;
}

function pack(): string {
  const env = { ...process.env, SOURCE_DATE_EPOCH: EPOCH, TZ: "UTC" };
  const run = (command: string) => execSync(command, { cwd: ROOT, env, stdio: "inherit" });
  run("npm run --silent build");
  run("node --import tsx scripts/notices.ts --check");
  run(`npx vsce package --no-dependencies --no-rewrite-relative-links -o ${VSIX}`);
  run("node scripts/package-size.mjs");
  return createHash("sha256")
    .update(readFileSync(join(ROOT, VSIX)))
    .digest("hex");
}
