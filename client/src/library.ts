import type { NoteSummary, ReadingPath, TopicNotes } from "../../server/src/lsp/protocol.ts";

/** Who is asked: the server. */
interface Librarian {
  library(): Promise<readonly TopicNotes[]>;
  paths(): Promise<readonly ReadingPath[]>;
}

/** All notes without their bodies, and the orders to read them in: they do not change while the extension runs. */
export class Library {
  readonly topics: () => Promise<readonly TopicNotes[]>;
  readonly paths: () => Promise<readonly ReadingPath[]>;

  constructor(librarian: Librarian) {
    this.topics = askedOnce(() => librarian.library());
    this.paths = askedOnce(() => librarian.paths());
  }

  /** The notes of these ids, in their order; an id that no note has any more is left out. */
  async notes(ids: readonly string[]): Promise<NoteSummary[]> {
    const all = new Map((await this.topics()).flatMap(({ notes }) => notes.map((note) => [note.id, note])));
    return ids.flatMap((id) => all.get(id) ?? []);
  }
}

/** Keeps the first answer. A server that failed to load its engine answers with nothing; a later one may know more. */
function askedOnce<Item>(ask: () => Promise<readonly Item[]>): () => Promise<readonly Item[]> {
  let answer: Promise<readonly Item[]> | undefined;
  return async () => {
    answer ??= ask();
    try {
      const items = await answer;
      if (items.length === 0) answer = undefined;
      return items;
    } catch (error) {
      answer = undefined;
      throw error;
    }
  };
}
