/** The line of a note that shows why it was found. */

/** In characters, the mark of an omission included. */
const LENGTH = 140;

/** How much of what stands before the first match is kept where the line begins in the middle of a text. */
const BEFORE = 30;

/**
 * One line of plain text: the summary, or the paragraph of the body that has the words when the summary has none of
 * them; both from where the first match can be seen. `isMatch` judges one word.
 */
export function excerpt(summary: string, body: string, isMatch: (word: string) => boolean): string {
  const first = window(plain(summary), isMatch);
  if (first.found) return first.text;
  for (const paragraph of paragraphs(body)) {
    const { found, text } = window(plain(paragraph), isMatch);
    if (found) return text;
  }
  return first.text;
}

function window(line: string, isMatch: (word: string) => boolean): { found: boolean; text: string } {
  const found = [...line.matchAll(/[\p{L}\p{N}_]+/gu)].find(([word]) => isMatch(word.toLowerCase()));
  const end = found ? found.index + found[0].length : 0;
  if (!found || end < LENGTH) return { found: found !== undefined, text: shorten(line) };
  const start = line.indexOf(" ", found.index - BEFORE) + 1;
  return { found: true, text: shorten(`…${line.slice(start)}`) };
}

function shorten(line: string): string {
  return line.length <= LENGTH ? line : `${line.slice(0, LENGTH - 1).trimEnd()}…`;
}

/** What is said in sentences: code, tables and headings are no line to read in a list. */
function paragraphs(body: string): string[] {
  return body
    .replace(/^```[^\n]*\n[\s\S]*?^```/gm, "")
    .split(/\n{2,}/)
    .filter((paragraph) => /^[^#|]/.test(paragraph.trim()));
}

function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:[-*>]|\d+\.)\s+/gm, "")
    .replace(/[*`]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
