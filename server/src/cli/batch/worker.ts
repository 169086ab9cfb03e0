import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { CheckOptions } from "../checkFile.ts";
import { makeEngine } from "../engine.ts";
import { checkPath, type Job } from "./job.ts";

/** What a worker thread is started with. */
export interface WorkerData {
  readonly pygloss: "check";
  readonly how: CheckOptions;
}

/** Whether this thread was started to check files. */
export function isWorker(): boolean {
  const data: unknown = workerData;
  return parentPort !== null && typeof data === "object" && data !== null && "pygloss" in data;
}

/** Checks the files that arrive as jobs, one after another, and answers each with a `JobResult`. */
export function work(port: MessagePort | null = parentPort): void {
  if (!port) return;
  const { how } = workerData as WorkerData;
  const engine = makeEngine();
  port.on("message", async (job: Job) => port.postMessage(await checkPath(engine, job, how)));
}
