import type { Position, Source } from "../../core/source.ts";

/** Whether there is such a place; the one behind a line's last character is one. */
export function isInside(source: Source, { line, character }: Position): boolean {
  return line >= 0 && line < source.lineCount && character >= 0 && character <= source.line(line).length;
}
