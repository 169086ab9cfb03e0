import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { standardLibrary } from "../support/python.ts";

export interface File {
  readonly uri: string;
  readonly text: string;
}

/** In bytes: files of this size are what people write and have open. */
const SMALLEST = 1000;
const LARGEST = 60_000;

/** So many files of the machine's standard library, its packages too. */
export function libraryFiles(count: number): File[] {
  const entries = readdirSync(standardLibrary(), { withFileTypes: true, recursive: true });
  const files: File[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(".py") || /site-packages|\btest/.test(entry.parentPath)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const text = bytes.toString("utf8");
    if (bytes.length < SMALLEST || bytes.length > LARGEST || text.includes("\ufffd")) continue;
    files.push({ uri: pathToFileURL(path).href, text });
    if (files.length === count) break;
  }
  return files;
}
