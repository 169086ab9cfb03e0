import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Gloss, GlossParts } from "../../server/src/core/api.ts";
import { createGloss, type Knowledge } from "../../server/src/core/gloss.ts";
import { Grammar } from "../../server/src/core/syntax/grammar.ts";
import type { Translations } from "../../server/src/core/words.ts";

export const ROOT = join(import.meta.dirname, "../..");

const require = createRequire(import.meta.url);

/** What a host would hand to the core. A rule that throws fails the test. */
export async function parts(): Promise<GlossParts> {
  return {
    runtime: await readFile(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
    grammar: await readFile(require.resolve("tree-sitter-python/tree-sitter-python.wasm")),
    readBodies: () => readFile(join(ROOT, "knowledge/generated/notes.json"), "utf8"),
    readCodes: () => readFile(join(ROOT, "knowledge/generated/codes.json"), "utf8"),
    onRuleError: (rule, error) => {
      throw new Error(`the rule ${rule} failed`, { cause: error });
    },
  };
}

let shared: Promise<Gloss> | undefined;

/** One for all tests, with the knowledge that ships. */
export function testGloss(): Promise<Gloss> {
  shared ??= parts().then((all) => createGloss(all));
  return shared;
}

/** One that speaks another language than English. */
export async function glossIn(translations: Translations): Promise<Gloss> {
  return createGloss({ ...(await parts()), translations });
}

export async function glossWith(knowledge: Knowledge, changed: Partial<GlossParts> = {}): Promise<Gloss> {
  return createGloss({ ...(await parts()), ...changed }, knowledge);
}

export async function testGrammar(): Promise<Grammar> {
  const { runtime, grammar } = await parts();
  return Grammar.load(runtime, grammar);
}
