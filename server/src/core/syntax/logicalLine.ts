/**
 * Where Python's lines end. A logical line goes on over line ends inside brackets and triple quotes and after a
 * backslash; a comment can stand at the end of a line only outside of strings and where no backslash continues it.
 * This looks at tokens only, so it answers for code that does not parse, too. Offsets are UTF-16 code units.
 */
export interface PhysicalLine {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** Whether a comment stands or could stand at its end. */
  readonly commentable: boolean;
  /** Where its comment begins, at the `#`, or null. */
  readonly comment: number | null;
}

export interface LogicalLine {
  readonly lines: readonly PhysicalLine[];
  /** Where the next logical line begins. */
  readonly end: number;
  /** False when the text ends inside of brackets or of a triple-quoted string. */
  readonly complete: boolean;
}

/** The logical line that begins at `start`, which must be such a beginning. */
export function readLogicalLine(text: string, start: number): LogicalLine {
  return new Reader(text, start).read();
}

/** The logical line that an offset is in. */
export function logicalLineAt(text: string, offset: number): LogicalLine {
  let line = readLogicalLine(text, 0);
  while (line.end <= offset && line.end < text.length) line = readLogicalLine(text, line.end);
  return line;
}

class Reader {
  private readonly text: string;
  private readonly lines: PhysicalLine[] = [];
  private at: number;
  private lineStart: number;
  private comment: number | null = null;
  /** The text ended inside of a triple-quoted string. */
  private unclosed = false;

  constructor(text: string, start: number) {
    this.text = text;
    this.at = start;
    this.lineStart = start;
  }

  read(): LogicalLine {
    const complete = this.code(null);
    return { lines: this.lines, end: this.at, complete: complete && !this.unclosed };
  }

  /**
   * Reads code up to the end of the logical line, or, inside of an f-string, up to the `}` or `:` that ends the field.
   * Returns false where the text ended inside of brackets.
   */
  private code(field: Quote | null): boolean {
    let depth = 0;
    for (;;) {
      this.skip(PLAIN_CODE);
      const c = this.text[this.at];
      if (c === undefined) {
        if (!field) this.endLine(!this.unclosed);
        return depth === 0;
      }
      if (c === "\n" || c === "\r") {
        // Since 3.12 a field may go on in the next line, but far more often this one is not finished yet.
        if (field && !field.triple) return true;
        this.endLine(!field);
        if (depth === 0 && !field) return true;
      } else if (c === "#" && !field) {
        this.comment = this.at;
        this.skip(REST_OF_LINE);
      } else if (c === "\\") this.backslash();
      else if (c === '"' || c === "'") this.string();
      else if (field && depth === 0 && (c === "}" || c === ":")) return true;
      else {
        this.at++;
        if ("([{".includes(c)) depth++;
        else if (")]}".includes(c)) depth = Math.max(0, depth - 1);
      }
    }
  }

  private string(): void {
    const formatted = /(?<!\w)(?:[ft]r?|r[ft])$/i.test(this.text.slice(Math.max(0, this.at - 3), this.at));
    const mark = this.text.charAt(this.at);
    const triple = this.text.startsWith(mark.repeat(3), this.at);
    const quote = { mark: triple ? mark.repeat(3) : mark, triple, formatted };
    this.at += quote.mark.length;
    this.literal(quote, false);
  }

  /** Reads a string behind its opening quote, or a field's format up to the `}`. */
  private literal(quote: Quote, isFormat: boolean): void {
    for (;;) {
      this.skip(PLAIN_STRING);
      const c = this.text[this.at];
      if (c === undefined) {
        this.unclosed ||= quote.triple;
        return;
      }
      if (this.text.startsWith(quote.mark, this.at)) {
        if (!isFormat) this.at += quote.mark.length;
        return;
      }
      if (c === "\n" || c === "\r") {
        // Python refuses a string that its line does not close; whatever follows is code again.
        if (!quote.triple) return;
        this.endLine(false);
      } else if (c === "\\") this.backslash();
      else if (c === "{" && quote.formatted) this.field(quote, isFormat);
      else if (c === "}" && isFormat) return;
      else this.at++;
    }
  }

  private field(quote: Quote, inFormat: boolean): void {
    if (this.text.startsWith("{{", this.at) && !inFormat) {
      this.at += 2;
      return;
    }
    this.at++;
    this.code(quote);
    if (this.text[this.at] === ":") {
      this.at++;
      this.literal(quote, true);
    }
    if (this.text[this.at] === "}") this.at++;
  }

  /** A backslash takes the next character with it; before a line end it continues the line. */
  private backslash(): void {
    this.at++;
    const c = this.text[this.at];
    if (c === "\n" || c === "\r") this.endLine(false);
    else if (c !== undefined) this.at++;
  }

  private endLine(commentable: boolean): void {
    this.lines.push({ start: this.lineStart, end: this.at, commentable, comment: this.comment });
    if (this.text.startsWith("\r\n", this.at)) this.at += 2;
    else if (this.at < this.text.length) this.at += 1;
    this.lineStart = this.at;
    this.comment = null;
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    if (pattern.test(this.text)) this.at = pattern.lastIndex;
  }
}

interface Quote {
  readonly mark: string;
  readonly triple: boolean;
  /** An f-string or a template string, with code inside. */
  readonly formatted: boolean;
}

const PLAIN_CODE = /[^#\\'"()[\]{}:\r\n]+/y;
const PLAIN_STRING = /[^\\'"{}\r\n]+/y;
const REST_OF_LINE = /[^\r\n]+/y;
