/** What was changed in the examples of the note that is shown, by their place in it. */
export type Edits = Readonly<Record<number, string>>;

/** Keeps them: VS Code throws a page away when it is hidden, and makes it anew. */
export interface KeptEdits {
  of(example: number): string | undefined;
  /** Undefined when an example is again as the note has it. */
  keep(example: number, code: string | undefined): void;
}

export function keepEdits(before: Edits, keep: (edits: Edits) => void): KeptEdits {
  const edits = new Map(Object.entries(before));
  return {
    of: (example) => edits.get(String(example)),
    keep: (example, code) => {
      if (code === undefined) edits.delete(String(example));
      else edits.set(String(example), code);
      keep(Object.fromEntries(edits));
    },
  };
}
