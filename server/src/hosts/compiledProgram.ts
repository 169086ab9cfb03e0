import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire, wrap } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { cacheFolder, keepInCache, removeQuietly } from "./cacheFolder.ts";

const ENDING = ".compiled";
const DIGEST_BYTES = 20;
/** In milliseconds: after two months a compiled program is made anew, or nobody starts it any more. */
const OLD = 60 * 24 * 3_600_000;

/**
 * A bundled program as V8 compiled it for an earlier start: compiling was a quarter of the time to the first
 * diagnostics. It lies where the system keeps what may be lost. V8 refuses what another V8 compiled, or this one with
 * other flags; then, and where nothing can be kept, it compiles as ever.
 */
export class CompiledProgram {
  /** Whether an earlier start has kept it. */
  readonly isKept: boolean;
  private readonly path: string;
  private readonly name: string;
  private readonly script: Script;

  constructor(path: string) {
    this.path = path;
    this.name = nameOf(path);
    const cachedData = readKept(join(cacheFolder(), this.name));
    // Bundles are ASCII. Read as such, they are not copied, and held outside of the heap.
    this.script = new Script(wrap(readFileSync(path, "latin1")), { filename: path, cachedData });
    this.isKept = this.script.cachedDataRejected === false;
  }

  /** Runs it as `require` would, and returns what it exports. */
  run<T>(): T {
    const module = { exports: {} as T };
    this.script.runInThisContext()(module.exports, createRequire(this.path), module, this.path, dirname(this.path));
    return module.exports;
  }

  /** Keeps it for the next start, with all functions that were called so far. */
  keep(): void {
    removeOld();
    const code = this.script.createCachedData();
    keepInCache(this.name, Buffer.concat([code, digest(code)]));
  }
}

/** V8 compares no more of a source than its length, so another program must have another name. */
function nameOf(path: string): string {
  const { size, mtimeMs, ctimeMs } = statSync(path);
  const all = [path, size, mtimeMs, ctimeMs, process.versions.v8, process.arch];
  return digest(JSON.stringify(all)).toString("hex") + ENDING;
}

/** V8 runs what it is given, so it has to be whole, and nobody else's. */
function readKept(file: string): Buffer | undefined {
  try {
    if (statSync(file).uid !== (process.getuid?.() ?? 0)) return undefined;
    const kept = readFileSync(file);
    const code = kept.subarray(0, -DIGEST_BYTES);
    return digest(code).equals(kept.subarray(-DIGEST_BYTES)) ? code : undefined;
  } catch {
    return undefined;
  }
}

function removeOld(): void {
  const folder = cacheFolder();
  try {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (name.endsWith(ENDING) && Date.now() - statSync(file).mtimeMs > OLD) removeQuietly(file);
    }
  } catch {
    // There is no folder yet, or another server was quicker.
  }
}

/** It finds damage, and forgery it need not find, so the quickest will do. */
function digest(data: string | Uint8Array): Buffer {
  return createHash("sha1").update(data).digest();
}
