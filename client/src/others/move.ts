import type { PlainPosition, PlainRange } from "../../../server/src/lsp/protocol.ts";

/** A text in place of that in a range. */
export interface Change {
  readonly range: PlainRange;
  readonly text: string;
}

/** Where a range is after a change. What stood in a text that is gone is where that began. */
export function moveRange({ start, end }: PlainRange, change: Change): PlainRange {
  return { start: movePosition(start, change), end: movePosition(end, change) };
}

function movePosition(position: PlainPosition, { range: { start, end }, text }: Change): PlainPosition {
  if (isBefore(position, start)) return position;
  if (isBefore(position, end)) return start;
  const lines = text.split("\n");
  const added = lines.length - 1 - (end.line - start.line);
  if (position.line !== end.line) return { line: position.line + added, character: position.character };
  const before = lines.length === 1 ? start.character + text.length : (lines.at(-1)?.length ?? 0);
  return { line: position.line + added, character: before + position.character - end.character };
}

function isBefore(a: PlainPosition, b: PlainPosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
