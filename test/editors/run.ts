/**
 * Drives the server from other editors, as they are installed here: hover, diagnostics, a code action, a killed server.
 * What is not installed is skipped, and said; with PYGLOSS_EDITORS=all it has failed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, main } from "../processes.ts";
import { add, format, NOTHING, type Tally } from "../tally.ts";

interface Editor {
  readonly name: string;
  readonly command: readonly string[];
}

const EDITORS: readonly Editor[] = [
  {
    name: "nvim",
    command: ["--headless", "-u", "NONE", "-n", "-i", "NONE", "-c", `luafile ${at("test/editors/neovim.lua")}`],
  },
  { name: "emacs", command: ["--batch", "-q", "-l", at("test/editors/emacs.el")] },
];

/** What each of them writes a line about. */
const CHECKS = ["diagnostics", "hover", "code action", "restart after kill"];
const LIMIT_MS = 180_000;

main(() => {
  const total = EDITORS.map(drive).reduce(add, NOTHING);
  console.log(format(total));
  return total.failed > 0 ? 1 : 0;
});

function drive({ name, command }: Editor): Tally {
  const version = spawnSync(name, ["--version"], { encoding: "utf8" });
  if (version.error) {
    const isWanted = process.env["PYGLOSS_EDITORS"] === "all";
    console.log(`${name} is not installed: ${CHECKS.length} checks ${isWanted ? "failed" : "skipped"}`);
    return { ...NOTHING, [isWanted ? "failed" : "skipped"]: CHECKS.length };
  }
  console.log(version.stdout.split("\n")[0]);
  const folder = mkdtempSync(join(tmpdir(), "pygloss-editor-"));
  const file = join(folder, "a.py");
  writeFileSync(file, "x = 1\nif x is 3:\n    pass\n");
  const env = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    PYGLOSS_CLI: at("dist/cli.js"),
    PYGLOSS_FILE: file,
  };
  const { stdout, stderr } = spawnSync(name, command, { cwd: folder, env, encoding: "utf8", timeout: LIMIT_MS });
  rmSync(folder, { recursive: true, force: true });
  const lines = stdout.split("\n");
  for (const line of lines) if (/^(not )?ok /.test(line)) console.log(`  ${line}`);
  const passed = CHECKS.filter((check) => lines.includes(`ok ${check}`)).length;
  // Who says nothing about a check has not passed it.
  if (passed < CHECKS.length) console.log(stderr);
  return { passed, failed: CHECKS.length - passed, skipped: 0 };
}
