/** The ids of the notes read in one panel, like the pages of a browser tab. */
export class NoteHistory {
  readonly #visited: string[] = [];

  get current(): string | undefined {
    return this.#visited.at(-1);
  }

  get previous(): string | undefined {
    return this.#visited.at(-2);
  }

  /** Opening the note that is already shown is no step. */
  visit(id: string): void {
    if (id !== this.current) this.#visited.push(id);
  }

  /** Forgets the current note; the previous one is the current one now. */
  back(): void {
    if (this.previous !== undefined) this.#visited.pop();
  }

  clear(): void {
    this.#visited.length = 0;
  }
}
