import { say, type Translations } from "../core/words.ts";
import { isRecord } from "./untrusted.ts";

/**
 * Says the server's own texts in the reader's language. VS Code has read the translation for its extension already and
 * hands it over; for any other client they are English, as notes are for all.
 */
export class L10n {
  readonly translations: Translations;

  /** `given`: texts by the English ones, from the client; not checked yet. */
  constructor(given: unknown) {
    const texts = Object.entries(isRecord(given) ? given : {});
    this.translations = new Map(texts.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  }

  /** `{0}`, `{1}` in the text are where the values go. */
  t(english: string, ...values: string[]): string {
    return say({ english, values }, this.translations);
  }
}
