/** Something wrong in `knowledge/`: where, what, and what to do about it. */
export interface Problem {
  /** Path from the project's root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

export function formatProblem({ file, line, message, remedy }: Problem): string {
  return `${file}:${line}: ${message}\n    ${remedy}`;
}

/** Where a word first stands in a text: a line from 1; the first line where it does not. */
export function lineOf(text: string, word: string): number {
  const index = text.indexOf(word);
  return index < 0 ? 1 : text.slice(0, index).split("\n").length;
}
