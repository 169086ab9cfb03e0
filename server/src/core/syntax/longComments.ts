import type { Source } from "../source.ts";

/** So many lines of comments in a row are a long stretch; the first and the last of it are read as they are. */
const LONG = 200;
const READ = 50;

/**
 * A text of the same length in which long stretches of comment lines are blank. Behind each comment the parser looks
 * ahead for the next code, so that a thousand of them cost half a second, and after an edit three thousand cost its
 * memory. Nothing in such a stretch silences anything. What may be the inside of a string is no comment.
 * Null where there is no such stretch.
 */
export function withoutLongComments(source: Source): string | null {
  const isComment = (line: number) => /^\s*(#|$)/.test(source.line(line)) && !/"""|'''/.test(source.line(line));
  let text = "";
  let at = 0;
  // Each long stretch has one of these lines in it.
  for (let line = LONG; line < source.lineCount; line += LONG) {
    if (!isComment(line)) continue;
    let [first, last] = [line, line];
    while (first > 0 && isComment(first - 1)) first--;
    while (last + 1 < source.lineCount && isComment(last + 1)) last++;
    if (last - first + 1 < LONG) continue;
    const [start, end] = [source.lineStart(first + READ), source.lineStart(last + 1 - READ)];
    text += source.slice(at, start) + source.slice(start, end).replace(/[^\r\n]/g, " ");
    at = end;
    line = last - (last % LONG);
  }
  return at === 0 ? null : text + source.slice(at);
}
