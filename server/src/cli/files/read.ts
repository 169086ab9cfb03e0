import { readFileSync, type Stats, statSync } from "node:fs";
import { Failure, fileFailure } from "../failure.ts";

/** Beyond this, in bytes, a file is data that somebody called Python; its tree takes two hundred times as much memory. */
const LARGEST = 10_000_000;

/** Throws a `Failure` that names the file. Nobody else works in this thread, and to wait for each file takes longer. */
export function readBytes(path: string): Uint8Array {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new Failure(`${path}: ${kindOf(stats)}`);
    if (stats.size > LARGEST) throw new Failure(`${path}: is larger than ${LARGEST / 1e6} MB`);
    return readFileSync(path);
  } catch (error) {
    throw fileFailure(path, error);
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "is a folder; name a file in it";
  return "is not a regular file; pipe it in instead: pygloss check -";
}
