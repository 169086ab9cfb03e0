import { statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { CheckOptions } from "../checkFile.ts";
import { makeEngine } from "../engine.ts";
import { checkPath, type Job, type JobResult } from "./job.ts";
import type { WorkerData } from "./worker.ts";

/** Bytes of Python that one thread checks in about the time in which another one starts. */
const WORTH_A_THREAD = 400_000;

/** Checks files on as many threads as are worth their start. Results come as they are ready, in any order. */
export async function checkAll(
  jobs: readonly Job[],
  how: CheckOptions,
  most: number,
  done: (path: string, result: JobResult) => void,
): Promise<void> {
  const files = jobs.map((job) => ({ job, size: sizeOf(job.path) })).sort((a, b) => b.size - a.size);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const threads = Math.min(most, files.length, Math.ceil(total / WORTH_A_THREAD));
  // The largest first: whoever is free takes the next one, and all end at about the same time.
  const queue = files.map(({ job }) => job);
  if (threads < 2) {
    if (queue.length === 0) return;
    const engine = makeEngine();
    for (const job of queue) {
      done(job.path, await checkPath(engine, job, how));
      // Whether somebody still reads what we write is said between two files.
      await setImmediate();
    }
  } else await Promise.all(Array.from({ length: threads }, () => runWorker(queue, how, done)));
}

/** A thread that dies costs the file it was at, and gives way to a new one. */
async function runWorker(
  queue: Job[],
  how: CheckOptions,
  done: (path: string, result: JobResult) => void,
): Promise<void> {
  while (queue.length > 0) {
    const data: WorkerData = { pygloss: "check", how };
    const worker = new Worker(join(__dirname, "cli.js"), { workerData: data });
    let current: Job | undefined;
    await new Promise<void>((ended) => {
      const next = () => {
        current = queue.shift();
        if (current === undefined) void worker.terminate();
        else worker.postMessage(current);
      };
      worker.on("message", (result: JobResult) => {
        if (current !== undefined) done(current.path, result);
        next();
      });
      const lose = (why: string) => {
        if (current !== undefined) done(current.path, { failure: `${current.path}: could not be checked: ${why}` });
        current = undefined;
      };
      worker.on("error", (error) => lose(error.message));
      worker.on("exit", (status) => {
        // Not every end is an error, but no file may be lost without a word.
        lose(`its thread ended with status ${status}`);
        ended();
      });
      next();
    });
  }
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    // Whoever reads it will say why it cannot be read.
    return 0;
  }
}
