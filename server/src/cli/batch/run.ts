import type { CheckOptions } from "../checkFile.ts";
import { readBytes } from "../files/read.ts";
import { Progress } from "../terminal.ts";
import { Cache } from "./cache.ts";
import type { JobResult } from "./job.ts";
import { checkAll } from "./pool.ts";

export interface BatchOptions {
  readonly jobs: number;
  readonly cache: boolean;
}

/**
 * Checks files and hands over their results in the order of `paths`, each as soon as those before it are there.
 * What the cache knows is not checked again; a run that makes or shows fixes does not ask it.
 */
export async function runBatch(
  paths: readonly string[],
  how: CheckOptions,
  { jobs, cache: useCache }: BatchOptions,
  hand: (path: string, result: JobResult) => void,
): Promise<void> {
  const cache = useCache && !how.fix && !how.diff && paths.length > 1 ? new Cache(__filename, how) : null;
  const results = new Map<string, JobResult>();
  const keys = new Map<string, string>();
  if (cache) {
    for (const path of paths) {
      const key = await keyOf(cache, path);
      if (key) keys.set(path, key);
      const report = key && cache.get(key, path);
      if (report) results.set(path, { report });
    }
  }

  const progress = new Progress(paths.length);
  let next = 0;
  const flush = () => {
    for (let path = paths[next]; path !== undefined; path = paths[++next]) {
      const result = results.get(path);
      if (!result) break;
      results.delete(path);
      progress.aside(() => hand(path ?? "", result));
    }
  };
  flush();
  const left = paths.slice(next).filter((path) => !results.has(path));
  progress.show(paths.length - left.length);
  await checkAll(left, how, jobs, (path, result) => {
    const key = keys.get(path);
    if (key && result.report && !result.failure) cache?.set(key, result.report);
    results.set(path, result);
    progress.step();
    flush();
  });
  progress.end();
  cache?.save();
}

async function keyOf(cache: Cache, path: string): Promise<string | null> {
  try {
    return cache.key(path, await readBytes(path));
  } catch {
    // Whoever checks it will say what is wrong with it.
    return null;
  }
}
