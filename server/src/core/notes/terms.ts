import { synonyms } from "./synonyms.ts";

/** The words that count, each in the form it is found by. "what does with do" has none but the keyword. */
export function stems(text: string): string[] {
  const all = words(text);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : all.filter((word) => KEYWORDS.has(word))).map(stem);
}

/** Words, dunders, C# and operators such as `*args`, `**` and `:=` are all things people look for. */
export function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/c\+\+|[cf]#|[\p{L}\p{N}_]+|:=|[-+*/%|&^]=|\/\/|<<|>>|\+\+|->|===?|!=|&&|\|\||\*\*|[*@]/gu) ?? []
  );
}

/** Plural and singular, verb and noun find each other; a light stemmer is enough for titles. */
export function stem(term: string): string {
  const form = formOf(term);
  return SYNONYMS.get(form) ?? form;
}

function formOf(term: string): string {
  const bare = term.replace(/^_+|_+$/g, "") || term;
  if (bare.length > 5 && bare.endsWith("ing")) return bare.slice(0, -3).replace(/(.)\1$/, "$1");
  if (bare.length > 3 && bare.endsWith("ies")) return `${bare.slice(0, -3)}y`;
  if (bare.length > 3 && bare.endsWith("s") && !bare.endsWith("ss")) return bare.slice(0, -1);
  return bare;
}

/** How much a word of a query tells; the words that sentences are made of tell little, and so do names of languages. */
export function weightOf(term: string): number {
  return WEAK_WORDS.has(term) || LANGUAGES.has(term) ? WEAK : 1;
}

export function sum(terms: readonly string[]): number {
  return terms.reduce((weight, term) => weight + weightOf(term), 0);
}

export const SYNONYMS = synonyms(formOf);

const WEAK = 0.3;
const WEAK_WORDS: ReadonlySet<string> = new Set(
  "give back get got make made take put use used want need my your own our one some any every most more much very too just only also even still never always often there here where which who whose that this these those its then than so such at by into out up off over about like other another new old good bad way thing work happen mean please help problem question different best better well show tell find look see say know think did done has have had was were will would could may might must let being been without within through after before during you we they he she them their us me people someone somebody something anything nothing really am getting did as if no not by kind sort try tell given using certain implement equivalent instead rather become"
    .split(" ")
    .map(stem),
);

/** Where somebody comes from, and where all of this belongs. */
const LANGUAGES: ReadonlySet<string> = new Set(
  "python java javascript js kotlin ruby php golang rust swift perl matlab c# c++".split(" "),
);

export const STOP_WORDS: ReadonlySet<string> = new Set(
  "a an the of to is in on it be are do does how what when why and or define explain difference between vs i my can should with for".split(
    " ",
  ),
);

/** Keywords among the stop words. */
export const KEYWORDS: ReadonlySet<string> = new Set(["and", "or", "is", "in", "for", "with"]);
