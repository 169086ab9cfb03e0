import type { NoteEntry } from "./note.ts";

/** A title or an alias, and its words in no order: "copy, deep" and "deep copies" are the same. */
interface Name {
  readonly note: string;
  readonly text: string;
  readonly words: readonly string[];
  /** What its words tell together, once somebody asks. */
  weight?: number;
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
  private readonly names: Name[] = [];
  /** By word: the names that have it. */
  private readonly byWord = new Map<string, number[]>();
  /** By word: the notes that have it in a name. */
  private readonly notesWith = new Map<string, Set<string>>();
  /** By word: how much it tells, once somebody asks. */
  private readonly weights = new Map<string, number>();
  private notes = 0;
  private readonly wordsOf: (text: string) => readonly string[];
  private readonly tells: (word: string) => number;

  constructor(wordsOf: (text: string) => readonly string[], tells: (word: string) => number) {
    this.wordsOf = wordsOf;
    this.tells = tells;
  }

  /** To be called for all notes before anything is asked: how much a word tells depends on all. */
  add({ title, id, aliases }: NoteEntry): void {
    this.notes++;
    for (const [at, text] of [title, id, ...aliases].entries()) {
      const words = new Set(this.wordsOf(text));
      for (const word of words) {
        const having = this.byWord.get(word);
        if (having) having.push(this.names.length);
        else this.byWord.set(word, [this.names.length]);
        this.notesWith.set(word, (this.notesWith.get(word) ?? new Set()).add(id));
      }
      this.names.push({ note: id, text: plain(text), words: [...words], isTitle: at < 2 });
    }
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
      name.weight ??= this.weigh(name.words);
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

  /** Rare words count for more than common ones, and those that nobody knows for most. */
  private weightOf(word: string): number {
    let weight = this.weights.get(word);
    if (weight === undefined) {
      const notes = this.notesWith.get(word)?.size;
      if (notes === undefined) return Math.log(1 + this.notes);
      weight = this.tells(word) * Math.log(1 + this.notes / (1 + notes));
      this.weights.set(word, weight);
    }
    return weight;
  }
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
