import type { Memento } from "vscode";

/** The notes that were read last, in whichever window. */
export class RecentNotes {
  readonly #store: Memento;

  constructor(store: Memento) {
    this.#store = store;
  }

  /** The latest first. */
  get ids(): readonly string[] {
    const stored = this.#store.get<unknown>(KEY);
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : [];
  }

  async add(id: string): Promise<void> {
    await this.#store.update(KEY, [id, ...this.ids.filter((other) => other !== id)].slice(0, MOST));
  }
}

const KEY = "recentNotes";
const MOST = 8;
