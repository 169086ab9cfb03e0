/** What PyGloss says for itself: English, with places for what it speaks of. Plain data, until `say` knows the language. */
export interface Words {
  /** `{0}`, `{1}` are where the values go. Translations are found by it. */
  readonly english: string;
  readonly values: readonly Value[];
}

/** Code and names are strings: they are the same in every language. */
export type Value = string | Words;

/** Texts by the English ones, with the same places, in whichever order. */
export type Translations = ReadonlyMap<string, string>;

/** Words from a template: t`Rename to \`${better}\``. `npm run strings` collects what is written so. */
export function t(parts: TemplateStringsArray, ...values: readonly Value[]): Words {
  return { english: parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`), values };
}

/** Without translations in English, as logs and the command line are. */
export function say(value: Value, translations: Translations = new Map()): string {
  if (typeof value === "string") return value;
  const { english, values } = value;
  const text = translations.get(english) ?? english;
  return text.replaceAll(/\{(\d+)\}/g, (place, index: string) => {
    const part = values[Number(index)];
    return part === undefined ? place : say(part, translations);
  });
}
