import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { GlossParts } from "../core/api.ts";
import { withOwn } from "../core/notes/damaged.ts";

/** Reads what the engine is made of from the folder that a bundle was built into. */
export async function readParts(folder: string, onRuleError: GlossParts["onRuleError"]): Promise<GlossParts> {
  const read = (name: string) => withOwn(name, () => readFile(join(folder, name)));
  const [runtime, grammar] = await Promise.all([read("web-tree-sitter.wasm"), read("tree-sitter-python.wasm")]);
  const readText = (name: string) => () => readFile(join(folder, name), "utf8");
  return { runtime, grammar, readBodies: readText("notes.json"), readCodes: readText("codes.json"), onRuleError };
}

/** Beyond this, in bytes, nobody wrote a project file. */
const LARGEST = 1_000_000;

/** A user's file by its address, or null where there is none that can be read. */
export async function readUserFile(uri: string): Promise<string | null> {
  try {
    const url = new URL(uri);
    const stats = await stat(url);
    return stats.isFile() && stats.size <= LARGEST ? await readFile(url, "utf8") : null;
  } catch {
    return null;
  }
}

/** Ends the process with an error when what it said last is written. */
export function endSoon(): void {
  setTimeout(() => process.exit(1), 200);
}
