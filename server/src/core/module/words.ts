import type { Source } from "../source.ts";

const WORD = /[\p{L}\p{N}_]/u;

/** Where a word stands on its own in a stretch of text. A plain search first: it is many times faster than a pattern. */
export function* wordsIn(
  source: Pick<Source, "slice" | "length">,
  word: string,
  start = 0,
  end = source.length,
): Generator<number> {
  // A name that the parser misses is empty, and would be found everywhere for ever.
  if (word === "") return;
  // With what is beside it.
  const from = Math.max(0, start - 1);
  const text = source.slice(from, end + word.length);
  for (
    let at = text.indexOf(word, start - from);
    at >= 0 && from + at < end;
    at = text.indexOf(word, at + word.length)
  ) {
    if (!WORD.test(text[at - 1] ?? "") && !WORD.test(text[at + word.length] ?? "")) yield from + at;
  }
}
