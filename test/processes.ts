/** Starting other programs and ending them with everything that they started. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
export const at = (...path: string[]): string => join(ROOT, ...path);

const WINDOWS = process.platform === "win32";

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `file` is a line for the shell. */
  readonly shell?: boolean;
}

const running = new Set<ChildProcess>();

/** A child at the head of its own process group, so that `endGroup` reaches its children as well. */
export function startGroup({ file, args, cwd, env, shell = false }: Command): ChildProcess {
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: !WINDOWS,
    windowsHide: true,
    shell,
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** Asks the whole group to end, waits until it has, and insists after three seconds. */
export async function endGroup(child: ChildProcess): Promise<void> {
  signalGroup(child, "SIGTERM");
  for (let waited = 0; waited < 3000 && signalGroup(child, 0); waited += 50) {
    await new Promise((later) => setTimeout(later, 50));
  }
  signalGroup(child, "SIGKILL");
}

/** False when nobody is left to hear it. The signal 0 only asks. */
function signalGroup({ pid, exitCode }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    if (!WINDOWS) return process.kill(-pid, signal);
    if (exitCode === null && signal !== 0) spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"]);
    return exitCode === null;
  } catch {
    return false;
  }
}

/** Ctrl+C does not reach other process groups: whoever ends, for whatever reason, takes its children along. */
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, async () => {
    await Promise.all([...running].map(endGroup));
    process.exit(process.exitCode ?? 130);
  });
}
process.once("exit", () => {
  for (const child of running) signalGroup(child, "SIGKILL");
});

export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** The whole of a script: what it returns is its exit status, and what it throws is told without ceremony. */
export function main(script: () => Promise<number> | number): void {
  Promise.resolve()
    .then(script)
    .then(
      (status) => {
        process.exitCode = status;
      },
      (error: unknown) => {
        const { PYGLOSS_TEST_VERBOSE } = process.env;
        console.error(error instanceof Error && !PYGLOSS_TEST_VERBOSE ? error.message : error);
        process.exitCode = 1;
      },
    );
}
