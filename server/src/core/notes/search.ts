import MiniSearch from "minisearch";
import { excerpt } from "./excerpt.ts";
import { glance, passes } from "./glance.ts";
import { Names } from "./names.ts";
import type { NoteEntry, SearchFilter, SearchHit } from "./note.ts";
import { Vocabulary } from "./spelling.ts";
import { KEYWORDS, STOP_WORDS, SYNONYMS, stem, stems, sum, weightOf, words } from "./terms.ts";

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
  private readonly names = new Names(stems, weightOf);
  private readonly known = new Set<string>();
  /** There when all notes are taken in. */
  private vocabulary: Vocabulary | undefined;
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
    this.left = [...entries];
  }

  /** Takes the next small step; false when there is none left. A search takes those that are left at once. */
  prepare(): boolean {
    const entry = this.left.shift();
    if (entry) {
      this.names.add(entry);
      this.index.add(searchable(entry, this.bodies[entry.id] ?? ""));
    } else {
      this.vocabulary ??= new Vocabulary(this.names.words(), [...SYNONYMS.keys()]);
    }
    return entry !== undefined;
  }

  /** Best first. An empty query lists all notes in the catalog's order. */
  search(query: string, limit: number, filter: SearchFilter = {}): SearchHit[] {
    if (words(query).length === 0) return glance([...this.entries.values()], query, limit, filter);
    while (this.prepare());
    const meant = stems(query).map((word) => stem(this.vocabulary?.corrected(word) ?? word));
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
