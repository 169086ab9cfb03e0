import { isRecord } from "./untrusted.ts";

/**
 * Says the server's own texts in the reader's language. VS Code has read the translation for its extension already and
 * hands it over; for any other client they are English, as notes and the messages of rules are for all.
 */
export class L10n {
  readonly #translations: ReadonlyMap<string, unknown>;

  /** `translations`: texts by the English ones, from the client; not checked yet. */
  constructor(translations: unknown) {
    this.#translations = new Map(isRecord(translations) ? Object.entries(translations) : []);
  }

  /** `{0}`, `{1}` in the text are where the values go. */
  t(text: string, ...values: string[]): string {
    const translated = this.#translations.get(text);
    const template = typeof translated === "string" ? translated : text;
    return template.replaceAll(/\{(\d+)\}/g, (place, index: string) => values[Number(index)] ?? place);
  }
}
