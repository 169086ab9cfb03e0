import { type Stats, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Failure, fileFailure } from "../failure.ts";

/** Beyond this, in bytes, a file is data that somebody called Python; its tree takes two hundred times as much memory. */
const LARGEST = 10_000_000;

/** Throws a `Failure` that names the file. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new Failure(`${path}: ${kindOf(stats)}`);
    if (stats.size > LARGEST) throw new Failure(`${path}: is larger than ${LARGEST / 1e6} MB`);
    return await readFile(path);
  } catch (error) {
    throw fileFailure(path, error);
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return "is a folder; name a file in it";
  return "is not a regular file; pipe it in instead: pygloss check -";
}
