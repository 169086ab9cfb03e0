import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { catalog } from "../../../knowledge/generated/catalog.ts";
import type { Gloss, GlossParts, Shelf } from "../core/api.ts";
import { createGloss } from "../core/gloss.ts";
import { CatalogShelf } from "../core/notes/shelf.ts";
import type { Translations } from "../core/words.ts";
import type { Program } from "../hosts/copy.ts";
import { NodeEngine } from "../hosts/engine.ts";
import { complain } from "./terminal.ts";

export const loadEngine: Program["loadEngine"] = () => Promise.resolve({ createGloss });

let isMade = false;

/** Whether an engine was made in this thread. */
export function hasEngine(): boolean {
  return isMade;
}

/** It speaks English without translations. */
export function makeEngine(
  onRuleError: GlossParts["onRuleError"] = tellRuleError,
  translations?: Translations,
): NodeEngine {
  isMade = true;
  return new NodeEngine(loadEngine, onRuleError, translations);
}

export function loadGloss(): Promise<Gloss> {
  return makeEngine().gloss();
}

/** The notes alone, where no Python is to be read. */
export function loadShelf(): Shelf {
  const readText = (name: string) => () => readFile(join(__dirname, name), "utf8");
  return new CatalogShelf(catalog, readText("notes.json"), readText("codes.json"));
}

function tellRuleError(rule: string, error: unknown): void {
  complain(`the rule ${rule} failed and is off now: ${error instanceof Error ? error.message : error}`);
}
