import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GlossParts } from "../core/api.ts";

/** Reads what the engine is made of from the folder that a bundle was built into. */
export async function readParts(folder: string, onRuleError: GlossParts["onRuleError"]): Promise<GlossParts> {
  const [runtime, grammar] = await Promise.all([
    readFile(join(folder, "web-tree-sitter.wasm")),
    readFile(join(folder, "tree-sitter-python.wasm")),
  ]);
  return { runtime, grammar, readBodies: () => readFile(join(folder, "notes.json"), "utf8"), onRuleError };
}
