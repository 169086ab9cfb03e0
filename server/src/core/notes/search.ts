import MiniSearch from "minisearch";
import { excerpt } from "./excerpt.ts";
import { Names } from "./names.ts";
import type { NoteEntry, SearchFilter, SearchHit } from "./note.ts";
import { Vocabulary } from "./spelling.ts";
import { synonyms } from "./synonyms.ts";

const FIELDS = ["title", "aliases", "id", "names", "codes", "summary", "body"] as const;
const BOOST = { title: 3, aliases: 3, id: 1, names: 2, codes: 6, summary: 2, body: 1 };
/** Who names a mistake finds it by name; who asks how something works wants that, not what can go wrong with it. */
const TRAP = 0.8;
/** From this gain on, a query counts as naming the note. */
const IS_NAME = 2;

/** Full-text search over notes: prefixes while one types, and small typing errors, are forgiven. */
export class NoteIndex {
  private readonly entries: ReadonlyMap<string, NoteEntry>;
  private readonly bodies: Readonly<Record<string, string>>;
  private readonly index: MiniSearch;
  private readonly names: Names;
  private readonly known = new Set<string>();
  private readonly vocabulary: Vocabulary;
  /** Notes that the index does not know yet. */
  private readonly left: NoteEntry[];

  constructor(entries: readonly NoteEntry[], bodies: Readonly<Record<string, string>>) {
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.bodies = bodies;
    this.index = new MiniSearch({
      fields: [...FIELDS],
      tokenize: words,
      processTerm: (word, field) => {
        if (STOP_WORDS.has(word) && !(KEYWORDS.has(word) && isOfNames(field))) return null;
        const term = stem(word);
        this.known.add(term);
        return term;
      },
      searchOptions: {
        boost: BOOST,
        processTerm: (term) => term,
        boostTerm: weightOf,
        prefix: (term) => term.length > 1,
        fuzzy: (term) => (term.length > 4 && !this.known.has(term) ? 0.2 : false),
        weights: { prefix: 0.4, fuzzy: 0.3 },
      },
    });
    this.names = new Names(entries, stems, weightOf);
    this.vocabulary = new Vocabulary(this.names.words(), [...SYNONYMS.keys()]);
    this.left = [...entries];
  }

  /** Takes in the next note; false when there is none left. A search takes in the rest at once. */
  prepare(): boolean {
    const entry = this.left.shift();
    if (entry) this.index.add(searchable(entry, this.bodies[entry.id] ?? ""));
    return entry !== undefined;
  }

  /** Best first. An empty query lists all notes in the catalog's order. */
  search(query: string, limit: number, filter: SearchFilter = {}): SearchHit[] {
    if (words(query).length === 0) {
      return [...this.entries.values()]
        .filter((entry) => passes(entry, filter))
        .slice(0, limit)
        .map((entry) => this.hit(entry, 0, []));
    }
    while (this.prepare());
    const meant = stems(query).map((word) => stem(this.vocabulary.corrected(word)));
    const gains = this.names.gains(query, new Set(meant));
    const total = sum(meant);
    const isWanted = ({ id }: { id: unknown }) => passes(this.entries.get(String(id)), filter);
    return this.index
      .search(meant.join(" "), { filter: isWanted })
      .flatMap(({ id, score, queryTerms, terms }) => {
        const entry = this.entries.get(String(id));
        if (!entry) return [];
        // A note that has more of the words asked for goes before one that has one of them often.
        const share = sum(queryTerms) / total;
        return [{ entry, terms, score: score * share * weight(entry, gains.get(entry.id) ?? 1) }];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ entry, score, terms }) => this.hit(entry, score, terms));
  }

  private hit(entry: NoteEntry, score: number, terms: readonly string[]): SearchHit {
    const { id, title, kind, topic } = entry;
    const isMatch = (word: string) => terms.includes(stem(word));
    const text = excerpt(entry.summary, terms.length > 0 ? (this.bodies[id] ?? "") : "", isMatch);
    return { id, title, kind, topic, score: Math.round(score * 100) / 100, excerpt: text };
  }
}

function weight({ kind }: NoteEntry, gain: number): number {
  return kind === "trap" && gain < IS_NAME ? gain * TRAP : gain;
}

function passes(entry: NoteEntry | undefined, { kind, topic }: SearchFilter): boolean {
  return (kind === undefined || entry?.kind === kind) && (topic === undefined || entry?.topic === topic);
}

/** The words that count, each in the form it is found by. "what does with do" has none but the keyword. */
function stems(text: string): string[] {
  const all = words(text);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  return (telling.length > 0 ? telling : all.filter((word) => KEYWORDS.has(word))).map(stem);
}

/** Where a keyword means itself; elsewhere it is a word of every sentence. */
function isOfNames(field: string | undefined): boolean {
  return field === "title" || field === "aliases";
}

function searchable(entry: NoteEntry, body: string): Record<string, string> {
  return {
    id: entry.id,
    title: entry.title,
    aliases: entry.aliases.join(" ; "),
    names: entry.names.join(" "),
    codes: Object.values(entry.sameAs).flat().join(" "),
    summary: entry.summary,
    body,
  };
}

/** Words, dunders, C# and operators such as `*args`, `**` and `:=` are all things people look for. */
function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/c\+\+|[cf]#|[\p{L}\p{N}_]+|:=|[-+*/%|&^]=|\/\/|<<|>>|\+\+|->|===?|!=|&&|\|\||\*\*|[*@]/gu) ?? []
  );
}

/** Plural and singular, verb and noun find each other; a light stemmer is enough for titles. */
function stem(term: string): string {
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
function weightOf(term: string): number {
  return WEAK_WORDS.has(term) || LANGUAGES.has(term) ? WEAK : 1;
}

function sum(terms: readonly string[]): number {
  return terms.reduce((weight, term) => weight + weightOf(term), 0);
}

const SYNONYMS = synonyms(formOf);

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

const STOP_WORDS: ReadonlySet<string> = new Set(
  "a an the of to is in on it be are do does how what when why and or define explain difference between vs i my can should with for".split(
    " ",
  ),
);

/** Keywords among the stop words. */
const KEYWORDS: ReadonlySet<string> = new Set(["and", "or", "is", "in", "for", "with"]);
