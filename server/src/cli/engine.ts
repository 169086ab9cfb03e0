import type { Gloss, GlossParts } from "../core/api.ts";
import { createGloss } from "../core/gloss.ts";
import { readParts } from "../hosts/parts.ts";
import { complain } from "./terminal.ts";

/** The engine from the files beside the bundle. */
export async function loadGloss(onRuleError: GlossParts["onRuleError"] = tellRuleError): Promise<Gloss> {
  return createGloss(await readParts(__dirname, onRuleError));
}

function tellRuleError(rule: string, error: unknown): void {
  complain(`the rule ${rule} failed and is off now: ${error instanceof Error ? error.message : error}`);
}
