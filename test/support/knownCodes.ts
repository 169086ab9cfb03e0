import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CodeEntry, CodeFamily } from "../../server/src/core/notes/codes.ts";
import { ROOT } from "./gloss.ts";

/** What ships of `knowledge/codes/`. */
export async function knownCodes(): Promise<{ codes: readonly CodeEntry[]; families: readonly CodeFamily[] }> {
  return JSON.parse(await readFile(join(ROOT, "knowledge/generated/codes.json"), "utf8"));
}
