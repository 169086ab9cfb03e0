const WORD = /[\p{L}\p{N}_]/u;

/** Where a word stands on its own in a stretch of text. A plain search first: it is many times faster than a pattern. */
export function* wordsIn(text: string, word: string, start: number, end: number): Generator<number> {
  // A name that the parser misses is empty, and would be found everywhere for ever.
  if (word === "") return;
  for (let at = text.indexOf(word, start); at >= 0 && at < end; at = text.indexOf(word, at + word.length)) {
    if (!WORD.test(text[at - 1] ?? "") && !WORD.test(text[at + word.length] ?? "")) yield at;
  }
}
