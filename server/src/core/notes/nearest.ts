import { distance } from "fastest-levenshtein";

/** The candidates that a mistyped word most likely means, best first; none when nothing is near. */
export function nearest(word: string, candidates: readonly string[], limit: number): string[] {
  if (word.length > LONGEST) return [];
  const tolerance = Math.max(2, Math.floor(word.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({
      candidate,
      cost: cost(word, candidate),
      excess: Math.abs(candidate.length - word.length),
    }))
    .filter(({ cost }) => cost <= tolerance)
    .sort((a, b) => a.cost - b.cost || a.excess - b.excess || a.candidate.localeCompare(b.candidate))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** In UTF-16 units; what is longer is no word. */
const LONGEST = 100;

/** A word that is a part of the candidate is nearer than any typing error. */
function cost(word: string, candidate: string): number {
  return word.length > 2 && candidate.includes(word) ? 0 : distance(word, candidate);
}
