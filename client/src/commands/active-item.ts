/**
 * What the reader is at in a list whose items change. VS Code names items by their place: what it says of the list before
 * is taken for the item in that place of the new one. When it has drawn a list it says that the first is active; until
 * then nobody can have gone to another.
 */
export class ActiveItem<Item extends { readonly id?: string }> {
  #items: readonly Item[] = [];
  #active: Item | undefined;

  /** VS Code says that the reader is at this item. `items` is the list as it was last set, the same object every time. */
  move(items: readonly Item[], item: Item | undefined): void {
    const isDrawn = items === this.#items && this.#active !== undefined;
    this.#active = isDrawn || item === firstOf(items) ? item : undefined;
    this.#items = items;
  }

  /** The item that Enter opens; undefined where there is none with an id. */
  in(items: readonly Item[]): Item | undefined {
    return (items === this.#items ? this.#active : undefined) ?? firstOf(items);
  }
}

/** The first item that is a note: titles and messages have no id. */
export function firstOf<Item extends { readonly id?: string }>(items: readonly Item[]): Item | undefined {
  return items.find(({ id }) => id !== undefined);
}
