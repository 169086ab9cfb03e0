import { readFileSync } from "node:fs";
import { BUNDLE } from "../../scripts/strings.ts";
import type { Translations } from "../../server/src/core/words.ts";

/** A translation of everything in which each word is a sign, outside of code: what is English was not translated. */
export function veiled(): Translations {
  const english = Object.keys(JSON.parse(readFileSync(BUNDLE, "utf8")));
  return new Map(english.map((text) => [text, veil(text)]));
}

/** Two words of English; one alone may be a name. */
export function hasEnglish(text: string): boolean {
  return /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text.replaceAll(/`[^`]*`/g, ""));
}

function veil(text: string): string {
  return text.replaceAll(/`[^`]*`|\{\w+\}|\w+/g, (part) => (/^[`{]/.test(part) ? part : "¤"));
}
