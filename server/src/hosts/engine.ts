import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GlossParts } from "../core/api.ts";
import { withOwn } from "../core/notes/damaged.ts";
import { RenewedGloss } from "../core/renewal.ts";
import type { Translations } from "../core/words.ts";
import { loadCopy, type Program } from "./copy.ts";
import { limit } from "./limit.ts";

/** The engine from the files beside the bundle. When it was stopped, the next one is without the rules that failed. */
export class NodeEngine extends RenewedGloss {
  /** Rules that failed, and are off. */
  readonly failed: ReadonlySet<string>;

  constructor(
    loadEngine: Program["loadEngine"],
    onRuleError: GlossParts["onRuleError"],
    translations: Translations = new Map(),
  ) {
    const failed = new Set<string>();
    let load = loadEngine;
    super(async () => {
      const { createGloss } = await load();
      load = () => loadCopy().loadEngine();
      return createGloss({ ...(await readParts(__dirname)), onRuleError, failed, limit, translations });
    });
    this.failed = failed;
  }
}

type Files = Pick<GlossParts, "runtime" | "grammar" | "queries" | "readBodies" | "readCodes">;

async function readParts(folder: string): Promise<Files> {
  const read = (name: string) => withOwn(name, () => readFile(join(folder, name)));
  const [runtime, grammar, queries] = await Promise.all([
    read("web-tree-sitter.wasm"),
    read("tree-sitter-python.wasm"),
    // Only time is lost without it.
    readFile(join(folder, "queries.bin")).catch(() => undefined),
  ]);
  const readText = (name: string) => () => readFile(join(folder, name), "utf8");
  return { runtime, grammar, queries, readBodies: readText("notes.json"), readCodes: readText("codes.json") };
}
