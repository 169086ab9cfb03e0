/** Says how large the package is, and fails when it is larger than somebody would wait for: Python is most of it. */
import { statSync } from "node:fs";

const FILE = "pygloss.vsix";
const MOST = 12;

const megabytes = statSync(FILE).size / 1e6;
console.log(`${FILE}: ${megabytes.toFixed(1)} MB, of at most ${MOST}`);
if (megabytes > MOST) {
  console.error(`${FILE} is too large. npx vsce ls --tree shows what is in it; .vscodeignore names what is packaged.`);
  process.exitCode = 1;
}
