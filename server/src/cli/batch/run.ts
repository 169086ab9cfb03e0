import type { CheckOptions } from "../checkFile.ts";
import { readBytes } from "../files/read.ts";
import { Progress } from "../terminal.ts";
import { Cache } from "./cache.ts";
import type { Job, JobResult } from "./job.ts";
import { checkAll } from "./pool.ts";

export interface BatchOptions {
  readonly jobs: number;
  readonly cache: boolean;
}

/**
 * Checks files and hands over their results in the order of `files`, each as soon as those before it are there.
 * What the cache knows is not checked again; a run that makes or shows fixes does not ask it.
 */
export async function runBatch(
  files: readonly Job[],
  how: CheckOptions,
  { jobs: threads, cache: useCache }: BatchOptions,
  hand: (path: string, result: JobResult) => void,
): Promise<void> {
  const cache = useCache && !how.fix && !how.diff && files.length > 1 ? new Cache(__filename, how) : null;
  const results = new Map<string, JobResult>();
  const keys = new Map<string, string>();
  if (cache) {
    for (const job of files) {
      const key = keyOf(cache, job);
      if (key) keys.set(job.path, key);
      const report = key && cache.get(key, job.path);
      if (report) results.set(job.path, { report });
    }
  }

  const progress = new Progress(files.length);
  let next = 0;
  const flush = () => {
    for (let path = files[next]?.path; path !== undefined; path = files[++next]?.path) {
      const result = results.get(path);
      if (!result) break;
      results.delete(path);
      progress.aside(() => hand(path ?? "", result));
    }
  };
  flush();
  const left = files.slice(next).filter(({ path }) => !results.has(path));
  progress.show(files.length - left.length);
  await checkAll(left, how, threads, (path, result) => {
    const key = keys.get(path);
    if (key && result.report && !result.failure && !result.isPartial) cache?.set(key, result.report);
    results.set(path, result);
    progress.step();
    flush();
  });
  progress.end();
  cache?.save();
}

function keyOf(cache: Cache, job: Job): string | null {
  try {
    return cache.key(job, readBytes(job.path));
  } catch {
    // Whoever checks it will say what is wrong with it.
    return null;
  }
}
