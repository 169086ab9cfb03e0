import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bundle } from "./bundle.ts";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The user id that has no rights of its own; root may become it, to be refused as others are. */
export const NOBODY = 65534;

/** A place for memories where none can be written. */
const NOWHERE = join(process.execPath, "nowhere");

interface Surroundings {
  readonly input?: string | Uint8Array;
  /** Who runs it; only root may say. */
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `pygloss` in a folder and waits for its end. It remembers nothing of other runs. */
export function run(cwd: string, args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { input = "", uid } = surroundings;
  return new Promise((resolve, reject) => {
    // What the test runner asks of Node is not for the programs that are tested.
    const env = { ...process.env, NODE_OPTIONS: "", PYGLOSS_CACHE_DIR: NOWHERE, ...surroundings.env };
    const child = spawn(process.execPath, [join(bundle(), "cli.js"), ...args], {
      cwd,
      env,
      ...(uid !== undefined && { uid }),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/** A folder with these files, by path; it is gone when the tests are over. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "pygloss-test-"));
  process.once("exit", () => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
