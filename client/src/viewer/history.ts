import type { PageState } from "./messages.ts";

/** The ids of the notes read in one panel, like the pages of a browser tab. */
export class NoteHistory {
  #ids: string[] = [];
  #index = -1;

  get current(): string | undefined {
    return this.#ids[this.#index];
  }

  get previous(): string | undefined {
    return this.#ids[this.#index - 1];
  }

  get next(): string | undefined {
    return this.#ids[this.#index + 1];
  }

  get state(): PageState {
    return { ids: [...this.#ids], index: this.#index };
  }

  /** Opening the note that is already shown is no step; any other ends what could be gone forward to. */
  visit(id: string): void {
    if (id === this.current) return;
    this.#ids = [...this.#ids.slice(0, this.#index + 1), id];
    this.#index = this.#ids.length - 1;
  }

  back(): void {
    if (this.previous !== undefined) this.#index--;
  }

  forward(): void {
    if (this.next !== undefined) this.#index++;
  }

  clear(): void {
    this.#ids = [];
    this.#index = -1;
  }

  /** Takes over what an earlier session has kept, as far as it makes sense. */
  restore(state: unknown): void {
    this.clear();
    const { ids, index } = (state ?? {}) as { ids?: unknown; index?: unknown };
    if (!Array.isArray(ids) || typeof index !== "number" || !ids.every((id) => typeof id === "string")) return;
    this.#ids = ids;
    this.#index = Math.min(Math.max(Math.trunc(index), ids.length > 0 ? 0 : -1), ids.length - 1);
  }
}
