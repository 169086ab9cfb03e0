import { EditedText } from "./editedText.ts";

/** A position as LSP has it: line and UTF-16 column, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * The text of a file with its line starts. Lines end at `\n`, `\r\n` or a lone `\r`, as in LSP and in Python.
 * Offsets and columns are UTF-16 code units.
 */
export class Source {
  private readonly edited: EditedText;
  private starts: Uint32Array | undefined;

  constructor(text: string | EditedText) {
    this.edited = typeof text === "string" ? new EditedText(text) : text;
  }

  /** All of it. After an edit it has to be put together, so who needs a part of it asks for that. */
  get text(): string {
    return this.edited.whole;
  }

  get length(): number {
    return this.edited.length;
  }

  /** As of a string, but for offsets below 0. */
  slice(start: number, end = this.length): string {
    return this.edited.slice(start, end);
  }

  /** Whether some line ends with more than `\n`, or with something else. */
  get hasReturns(): boolean {
    return this.edited.has("\r");
  }

  /** What new lines in this file should end with. */
  get newline(): "\n" | "\r\n" | "\r" {
    const next = this.lineStart(1);
    const end = this.slice(Math.max(0, next - 2), next);
    if (end.endsWith("\r\n")) return "\r\n";
    return end.endsWith("\r") ? "\r" : "\n";
  }

  /** The text with the characters from `start` to `end` replaced. Lines elsewhere are not looked for again. */
  replaced(start: number, end: number, text: string): Source {
    const after = new Source(this.edited.replaced(start, end, text));
    const before = this.lineStarts.subarray(0, this.lineAt(Math.max(0, start - 1)) + 1);
    const behind = this.lineStarts.subarray(this.lineAt(end) + 1);
    const between: number[] = [];
    const first = Math.max(start, 1);
    const around = after.slice(first - 1, start + text.length + 1);
    for (let at = 1; at <= start + text.length - first + 1; at++) {
      if (isLineStart(around, at)) between.push(first - 1 + at);
    }
    const starts = new Uint32Array(before.length + between.length + behind.length);
    starts.set(before);
    starts.set(between, before.length);
    const moved = text.length - (end - start);
    let line = before.length + between.length;
    for (const offset of behind) starts[line++] = offset + moved;
    after.starts = starts;
    return after;
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** The offset of a line's first character; past the end, the end of the text. */
  lineStart(line: number): number {
    return this.lineStarts[line] ?? this.length;
  }

  /** A line without its line end. */
  line(line: number): string {
    const text = this.slice(this.lineStart(line), this.lineStart(line + 1));
    let end = text.length;
    // A line may be as long as the file, and is asked for at every finding in it.
    while (end > 0 && /[\r\n]/.test(text[end - 1] ?? "")) end--;
    return text.slice(0, end);
  }

  lineAt(offset: number): number {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: Math.max(0, Math.min(offset, this.length) - this.lineStart(line)) };
  }

  /** A position past the end of its line is taken as that end, as LSP asks. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.length;
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(0, position.character), start + this.line(position.line).length);
  }

  private get lineStarts(): Uint32Array {
    this.starts ??= findLineStarts(this.text);
    return this.starts;
  }
}

function findLineStarts(text: string): Uint32Array {
  const starts = [0];
  if (text.includes("\r")) {
    const pattern = /\r\n|\n|\r/g;
    while (pattern.exec(text)) starts.push(pattern.lastIndex);
  } else for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return new Uint32Array(starts);
}

/** For offsets from 1. */
function isLineStart(text: string, offset: number): boolean {
  const before = text[offset - 1];
  return before === "\n" || (before === "\r" && text[offset] !== "\n");
}
