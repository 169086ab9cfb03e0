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
  readonly text: string;
  /** What new lines in this file should end with. */
  readonly newline: "\n" | "\r\n" | "\r";
  private starts: Uint32Array | undefined;

  constructor(text: string) {
    this.text = text;
    this.newline = firstNewline(text);
  }

  /** The text with the characters from `start` to `end` replaced. Lines elsewhere are not looked for again. */
  replaced(start: number, end: number, text: string): Source {
    const after = new Source(this.text.slice(0, start) + text + this.text.slice(end));
    const before = this.lineStarts.subarray(0, this.lineAt(Math.max(0, start - 1)) + 1);
    const behind = this.lineStarts.subarray(this.lineAt(end) + 1);
    const between: number[] = [];
    for (let offset = Math.max(start, 1); offset <= start + text.length; offset++) {
      if (isLineStart(after.text, offset)) between.push(offset);
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
    return this.lineStarts[line] ?? this.text.length;
  }

  /** A line without its line end. */
  line(line: number): string {
    const start = this.lineStart(line);
    let end = this.lineStart(line + 1);
    // A line may be as long as the file, and is asked for at every finding in it.
    while (end > start && /[\r\n]/.test(this.text[end - 1] ?? "")) end--;
    return this.text.slice(start, end);
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
    return { line, character: Math.max(0, Math.min(offset, this.text.length) - this.lineStart(line)) };
  }

  /** A position past the end of its line is taken as that end, as LSP asks. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.text.length;
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
  return Uint32Array.from(starts);
}

/** For offsets from 1. */
function isLineStart(text: string, offset: number): boolean {
  const before = text[offset - 1];
  return before === "\n" || (before === "\r" && text[offset] !== "\n");
}

function firstNewline(text: string): "\n" | "\r\n" | "\r" {
  const found = /\r\n|\n|\r/.exec(text)?.[0];
  return found === "\r\n" || found === "\r" ? found : "\n";
}
