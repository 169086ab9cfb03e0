import type { Span } from "../api.ts";

/**
 * Where a key, or a value in its list, stands in TOML; the text is known to be valid. The parser does not tell, so lines
 * are looked through: of headers and keys that lead to it, the one that comes nearest counts. A multi-line string that
 * looks like TOML may lead astray, and then the underline is wrong, but nothing else.
 */
export function locate(text: string, path: readonly string[], value?: string): Span {
  let header: readonly string[] = [];
  let best: { readonly span: Span; readonly depth: number } = { span: { start: 0, end: 0 }, depth: -1 };
  let offset = 0;
  for (const line of text.split("\n")) {
    const opened = /^\s*\[\[?([^\]]+)\]/.exec(line);
    const assigned = opened ? null : KEY.exec(line);
    const written = opened?.[1] ?? assigned?.[1];
    if (written !== undefined) {
      if (opened) header = keysOf(written);
      const keys = opened ? header : [...header, ...keysOf(written)];
      const start = offset + line.indexOf(written);
      const depth = keys.every((key, index) => key === path[index]) ? keys.length : -1;
      if (depth > best.depth) best = { span: { start, end: start + written.trimEnd().length }, depth };
    }
    offset += line.length + 1;
  }
  let { span } = best;
  // What is left of the path stands in inline tables, behind the key.
  const words = [...path.slice(Math.max(best.depth, 0)), ...(value === undefined ? [] : [value])];
  for (const word of best.depth < 0 ? [] : words) {
    const at = text.indexOf(word, span.end);
    if (word !== "" && at >= 0) span = { start: at, end: at + word.length };
  }
  return span;
}

const PART = String.raw`(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')`;
const KEY = new RegExp(String.raw`^\s*(${PART}(?:\s*\.\s*${PART})*)\s*=`);

function keysOf(written: string): string[] {
  return [...written.matchAll(new RegExp(PART, "g"))].map(([part]) => part.replace(/^(["'])(.*)\1$/s, "$2"));
}
