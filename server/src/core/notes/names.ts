import type { NoteEntry } from "./note.ts";

/** A title or an alias, and the weight of its words in no order: "copy, deep" and "deep copies" are the same. */
interface Name {
  readonly note: string;
  readonly text: string;
  readonly weight: number;
  readonly isTitle: boolean;
}

/** What a note gains when the query has the words of one of its names, the title more than another name. */
const NAMED = { title: 10, alias: 8 };
/** Half of the words are far less than half of the name: only what comes near is worth much. */
const STEEPNESS = 3;
/** And when it is that name letter for letter: "set of sets" is no question about sets. */
const SPELLED = 2;

/** How near a query comes to the titles and aliases of notes, each of them taken as a whole. */
export class Names {
  private readonly names: readonly Name[];
  /** By word: the names that have it. */
  private readonly byWord = new Map<string, number[]>();
  /** By word: the notes that have it in a name. */
  private readonly notesWith = new Map<string, Set<string>>();
  /** By word: how much it tells; rare words count for more than common ones. */
  private readonly weights = new Map<string, number>();
  private readonly unknown: number;

  constructor(
    entries: readonly NoteEntry[],
    wordsOf: (text: string) => readonly string[],
    tells: (word: string) => number,
  ) {
    const named = entries.flatMap(({ title, id, aliases }) =>
      [title, id, ...aliases].map((text, at) => ({ note: id, text, words: new Set(wordsOf(text)), isTitle: at < 2 })),
    );
    for (const [at, { note, words }] of named.entries()) {
      for (const word of words) {
        const having = this.byWord.get(word);
        if (having) having.push(at);
        else this.byWord.set(word, [at]);
        this.notesWith.set(word, (this.notesWith.get(word) ?? new Set()).add(note));
      }
    }
    for (const [word, { size }] of this.notesWith) {
      this.weights.set(word, tells(word) * Math.log(1 + entries.length / (1 + size)));
    }
    this.unknown = Math.log(1 + entries.length);
    this.names = named.map(({ note, text, words, isTitle }) => ({
      note,
      text: plain(text),
      weight: this.weigh(words),
      isTitle,
    }));
  }

  words(): readonly string[] {
    return [...this.byWord.keys()];
  }

  /** By note: more than 1 for those with a name near the query; the others gain nothing. */
  gains(query: string, asked: ReadonlySet<string>): ReadonlyMap<string, number> {
    const shared = new Map<number, number>();
    for (const word of asked) {
      for (const at of this.byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + this.weightOf(word));
    }
    const weight = this.weigh(asked);
    const text = plain(query);
    const gains = new Map<string, number>();
    for (const [at, both] of shared) {
      const name = this.names[at];
      if (!name) continue;
      const likeness = (2 * both) / (name.weight + weight || 1);
      const named = (name.isTitle ? NAMED.title : NAMED.alias) ** (likeness ** STEEPNESS);
      const gain = name.text === text ? named * SPELLED : named;
      if (gain > (gains.get(name.note) ?? 1)) gains.set(name.note, gain);
    }
    for (const [note, share] of this.shares(asked, weight)) {
      gains.set(note, (gains.get(note) ?? 1) * (1 + share ** 2));
    }
    return gains;
  }

  /** By note: how much of the query its names have together. */
  private shares(asked: ReadonlySet<string>, weight: number): ReadonlyMap<string, number> {
    const shares = new Map<string, number>();
    for (const word of asked) {
      const share = this.weightOf(word) / weight;
      for (const note of this.notesWith.get(word) ?? []) shares.set(note, (shares.get(note) ?? 0) + share);
    }
    return shares;
  }

  private weigh(words: Iterable<string>): number {
    let sum = 0;
    for (const word of words) sum += this.weightOf(word);
    return sum;
  }

  private weightOf(word: string): number {
    return this.weights.get(word) ?? this.unknown;
  }
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
