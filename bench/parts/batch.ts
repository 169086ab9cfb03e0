import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Inputs } from "../inputs.ts";
import { type Measured, median } from "../measure.ts";
import { type Checker, checkers, ruff } from "../peers.ts";
import { memoryOf } from "../server.ts";

/** One round of checking many files: seconds of the whole command, its start included. */
export async function batch(inputs: Inputs, measured: Measured, parts: ReadonlySet<string>): Promise<void> {
  const { library, subset, folder } = inputs;
  const sets = [
    { what: `the standard library, ${library.files.length} files`, ...library, isLarge: true },
    { what: `${subset.files.length} files of it`, ...subset, isLarge: false },
  ];
  for (const { what, folder: path, files, isLarge } of sets) {
    for (const threads of [1, null] as const) {
      for (const checker of checkers(threads)) {
        if (isLarge && checker.isSlow) continue;
        // More threads than one are for the many files.
        if (threads === null && !isLarge) continue;
        const title = `${what}, ${threads ? "one thread" : "all threads"}`;
        const { seconds, memory } = await run(checker, path, folder, parts.has("memory"));
        if (parts.has("batch")) measured.add("batch", title, "s", checker.name, seconds);
        if (isLarge && threads && parts.has("memory")) {
          measured.add("memory", "most while checking the standard library, one thread", "MB", checker.name, memory);
        }
      }
      if (threads && parts.has("batch")) {
        measured.add("batch", `${what}, one thread`, "s", `${ruff().name}, in process`, inProcess(files));
      }
    }
  }
}

function run(
  { name, command }: Checker,
  path: string,
  folder: string,
  watches: boolean,
): Promise<{ seconds: number; memory: number | null }> {
  const [program = "", ...args] = command;
  const start = performance.now();
  const child = spawn(program, [...args, path], { cwd: folder, stdio: "ignore" });
  let memory: number | null = null;
  const watch = setInterval(() => {
    if (watches && child.pid) memory = Math.max(memory ?? 0, memoryOf(child.pid) ?? 0) || null;
  }, 250);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status) => {
      clearInterval(watch);
      if (status === null || status >= 32) reject(new Error(`${name} ended with ${status}`));
      resolve({ seconds: (performance.now() - start) / 1000, memory });
    });
  });
}

/** Reads and checks the files; loading the module is not counted, which is to its favour. */
function inProcess(files: readonly string[]): number {
  const check = ruff().load();
  const times = Array.from({ length: 2 }, () => {
    const start = performance.now();
    for (const file of files) check(readFileSync(file, "utf8"));
    return (performance.now() - start) / 1000;
  });
  return median(times);
}
