import type { NoteSummary, TopicNotes } from "../../server/src/lsp/protocol.ts";

/** All notes without their bodies, asked for once: they do not change while the extension runs. */
export class Library {
  readonly #ask: () => Promise<readonly TopicNotes[]>;
  #topics: Promise<readonly TopicNotes[]> | undefined;

  constructor(ask: () => Promise<readonly TopicNotes[]>) {
    this.#ask = ask;
  }

  async topics(): Promise<readonly TopicNotes[]> {
    this.#topics ??= this.#ask();
    try {
      const topics = await this.#topics;
      // A server that failed to load its engine answers with nothing; a later one may know more.
      if (topics.length === 0) this.#topics = undefined;
      return topics;
    } catch (error) {
      this.#topics = undefined;
      throw error;
    }
  }

  /** The notes of these ids, in their order; an id that no note has any more is left out. */
  async notes(ids: readonly string[]): Promise<NoteSummary[]> {
    const all = new Map((await this.topics()).flatMap(({ notes }) => notes.map((note) => [note.id, note])));
    return ids.flatMap((id) => all.get(id) ?? []);
  }
}
