import type { NoteEntry } from "./note.ts";

/** A title or an alias, and its words in no order: "copy, deep" and "deep copies" are the same. */
interface Name {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly weight: number;
  readonly isTitle: boolean;
}

/** What a note gains when the query has the words of one of its names, the title more than another name. */
const NAMED = { title: 8, alias: 6.5 };
/** Half of the words are far less than half of the name: only what comes near is worth much. */
const STEEPNESS = 3;
/** And when it is that name letter for letter: "set of sets" is no question about sets. */
const SPELLED = 2;

/** How near a query comes to the titles and aliases of notes, each of them taken as a whole. */
export class Names {
  private readonly byNote: ReadonlyMap<string, readonly Name[]>;
  /** By word: in the names of how many notes it is. */
  private readonly notesWith = new Map<string, number>();
  private readonly count: number;

  constructor(entries: readonly NoteEntry[], wordsOf: (text: string) => readonly string[]) {
    this.count = entries.length;
    for (const { title, id, aliases } of entries) {
      for (const word of new Set([title, id, ...aliases].flatMap(wordsOf))) {
        this.notesWith.set(word, (this.notesWith.get(word) ?? 0) + 1);
      }
    }
    this.byNote = new Map(
      entries.map(({ title, id, aliases }) => [
        id,
        [title, id, ...aliases].map((name, at) => {
          const words = new Set(wordsOf(name));
          return { text: plain(name), words, weight: this.weigh(words), isTitle: at < 2 };
        }),
      ]),
    );
  }

  words(): readonly string[] {
    return [...this.notesWith.keys()];
  }

  /** 1 for a query far from all names of the note, more for a near one; rare words count for more than common ones. */
  gain(id: string, query: string, asked: ReadonlySet<string>): number {
    const weight = this.weigh(asked);
    const text = plain(query);
    const gains = (this.byNote.get(id) ?? []).map((name) => {
      const shared = this.weigh([...name.words].filter((word) => asked.has(word)));
      const likeness = (2 * shared) / (name.weight + weight || 1);
      const named = (name.isTitle ? NAMED.title : NAMED.alias) ** (likeness ** STEEPNESS);
      return name.text === text ? named * SPELLED : named;
    });
    return Math.max(1, ...gains);
  }

  private weigh(words: Iterable<string>): number {
    let sum = 0;
    for (const word of words) sum += Math.log(1 + this.count / (1 + (this.notesWith.get(word) ?? 0)));
    return sum;
  }
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
