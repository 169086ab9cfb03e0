import type { Edit } from "../../core/api.ts";
import type { Position, Source } from "../../core/source.ts";

/** Applies edits that are in order and do not overlap. Their `\n` becomes the text's own newline. */
export function applyEdits(text: string, edits: readonly Edit[], newline: string): string {
  let result = "";
  let at = 0;
  for (const { span, text: inserted } of edits) {
    result += text.slice(at, span.start) + inserted.replaceAll("\n", newline);
    at = span.end;
  }
  return result + text.slice(at);
}

/** Whether there is such a place; the one behind a line's last character is one. */
export function isInside(source: Source, { line, character }: Position): boolean {
  return line >= 0 && line < source.lineCount && character >= 0 && character <= source.line(line).length;
}
