import { distance } from "fastest-levenshtein";

/** The words that are known, to find out what a mistyped one was meant to be. */
export class Vocabulary {
  private readonly byFirstLetter = new Map<string, Set<string>>();

  constructor(words: readonly string[]) {
    for (const word of words) {
      const known = this.byFirstLetter.get(word[0] ?? "");
      if (known) known.add(word);
      else this.byFirstLetter.set(word[0] ?? "", new Set([word]));
    }
  }

  /** A known word, or the beginning of one, stays as it is, and so does a short one; else the nearest known word. */
  corrected(word: string): string {
    if (word.length < 5) return word;
    const candidates = [...(this.byFirstLetter.get(word[0] ?? "") ?? [])];
    if (candidates.some((known) => known.startsWith(word))) return word;
    const most = word.length < 8 ? 1 : 2;
    // Two letters in the wrong order count as one mistake, as they do to whoever made it.
    const swapped = new Set(Array.from(word.slice(1), (_, at) => swap(word, at)));
    const [nearest] = candidates
      .filter((known) => Math.abs(known.length - word.length) <= most)
      .map((known) => ({ known, mistakes: swapped.has(known) ? 1 : distance(known, word) }))
      .filter(({ mistakes }) => mistakes <= most)
      .sort((a, b) => a.mistakes - b.mistakes);
    return nearest?.known ?? word;
  }
}

/** A word with the letter at an offset and the next one in the other order. */
function swap(word: string, at: number): string {
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}
