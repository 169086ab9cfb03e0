/** Proves one note, or all: `npm run test:notes -- <id> [--update]`. --update writes the note's cases.fixed.py. */
import { spawnSync } from "node:child_process";

const words = process.argv.slice(2);
const id = words.find((word) => !word.startsWith("-"));
const result = spawnSync(
  "npx",
  ["mocha", "--spec", "test/notes/**/*.test.mts", "--config", "test/notes/mocharc.json"],
  {
    stdio: "inherit",
    env: { ...process.env, ...(id ? { NOTE: id } : {}), ...(words.includes("--update") ? { UPDATE: "1" } : {}) },
  },
);
process.exitCode = result.status ?? 1;
