import { distance } from "fastest-levenshtein";

/** Of two words that are as near, the one spelled so goes before the one that only sounds so. */
const HALF = 0.5;

/** Half a word with no more letters missing is taken for the whole one. */
const MISSING = 4;

/** The words that are known, to find out what a mistyped one was meant to be. */
export class Vocabulary {
  private readonly byFirstLetter: ReadonlyMap<string, readonly string[]>;
  private readonly synonyms: readonly string[];

  /** `synonyms` are words that are in no text, since others stand for them there. */
  constructor(words: readonly string[], synonyms: readonly string[]) {
    const byFirstLetter = new Map<string, Set<string>>();
    for (const word of [...words, ...synonyms]) {
      const known = byFirstLetter.get(word[0] ?? "");
      if (known) known.add(word);
      else byFirstLetter.set(word[0] ?? "", new Set([word]));
    }
    this.byFirstLetter = new Map([...byFirstLetter].map(([letter, known]) => [letter, [...known]]));
    this.synonyms = synonyms;
  }

  /** A known word, or the beginning of one, stays as it is, and so does a short one; else the nearest known word. */
  corrected(word: string): string {
    if (word.length < 5) return word;
    const candidates = this.byFirstLetter.get(word[0] ?? "") ?? [];
    if (candidates.includes(word)) return word;
    const [whole] = candidates.filter((known) => known.startsWith(word)).sort((a, b) => a.length - b.length);
    if (whole !== undefined) {
      if (whole.length <= word.length + MISSING) return whole;
      return this.synonyms.find((synonym) => synonym.startsWith(word)) ?? word;
    }
    const most = word.length < 8 ? 1 : 2;
    const sound = sounds(word);
    // Two letters in the wrong order count as one mistake, as they do to whoever made it.
    const swapped = new Set(Array.from(word.slice(1), (_, at) => swap(word, at)));
    const [nearest] = candidates
      .filter((known) => Math.abs(known.length - word.length) <= most + 1)
      .map((known) => ({ known, mistakes: swapped.has(known) ? 1 : mistakesIn(word, sound, known) }))
      .filter(({ mistakes }) => mistakes <= most)
      .sort((a, b) => a.mistakes - b.mistakes);
    return nearest?.known ?? word;
  }
}

function mistakesIn(word: string, sound: string, known: string): number {
  return Math.min(distance(known, word), distance(sounds(known), sound) + HALF);
}

/** A word as one writes it who has only heard it. */
function sounds(word: string): string {
  return word.replaceAll("ph", "f").replaceAll("ck", "k").replace(/(.)\1/g, "$1").replace(/e$/, "");
}

/** A word with the letter at an offset and the next one in the other order. */
function swap(word: string, at: number): string {
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}
