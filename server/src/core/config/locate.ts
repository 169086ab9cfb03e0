import type { Span } from "../api.ts";
import { tomlWords } from "./words.ts";

/**
 * Where a key, or a value in its list, stands in TOML. Of keys and headers that lead to it, the one that comes nearest
 * counts.
 */
export function locate(text: string, path: readonly string[], value?: string): Span {
  let [best, depth]: [Span, number] = [{ start: 0, end: 0 }, 0];
  for (const word of tomlWords(text)) {
    const isOnTheWay = word.path.every((key, index) => key === path[index]);
    if (!isOnTheWay) continue;
    if (!word.isKey && word.path.length === path.length && word.text === value) return word.span;
    if (word.isKey && word.path.length > depth) [best, depth] = [word.span, word.path.length];
  }
  return best;
}
