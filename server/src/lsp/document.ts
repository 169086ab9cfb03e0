import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Gloss, PythonFile, Span } from "../core/api.ts";
import { Source } from "../core/source.ts";
import type { Stopped } from "../core/stopped.ts";
import { toSpan } from "./convert.ts";

/** Beyond this, in UTF-16 units, a document is left alone: to analyse it would hold up the answers for all others. */
export const LARGEST_DOCUMENT = 3_000_000;

/**
 * An open document: its text, and its analysis from the first time that someone asks for it.
 * A change edits the analysis that is there instead of starting a new one.
 */
export class Document {
  readonly uri: string;
  readonly isPython: boolean;
  private current: { readonly source: Source; readonly version: number };
  private file: PythonFile | undefined;
  private closed = false;
  /** How often its analysis was stopped because it took too long. */
  private stops = 0;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.isPython = languageId.toLowerCase() === "python";
    this.current = { source: new Source(text), version };
  }

  get version(): number {
    return this.current.version;
  }

  /** Whether there is something to analyse, and neither too much of it nor too slow; other documents are only kept. */
  get isReadable(): boolean {
    return this.isPython && this.stops < MOST_STOPS && this.source.length <= LARGEST_DOCUMENT;
  }

  get isOpen(): boolean {
    return !this.closed;
  }

  /** The text of this version, with its lines and columns. */
  get source(): Source {
    return this.current.source;
  }

  /** The analysis of this version; do not keep it over an `await`, because a change or a close frees it. */
  analyse(gloss: Gloss): PythonFile {
    if (this.closed) throw new Error(`${this.uri} is closed`);
    this.file ??= gloss.parse(fileName(this.uri), this.source);
    return this.file;
  }

  /** Applies changes in order, each to the text that the one before it left. A range-less change is a new text. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): this {
    const { file } = this;
    const read = readChanges(changes, this.source);
    this.current = { source: read.at(-1)?.after ?? this.source, version };
    this.file = undefined;
    try {
      if (file && read.every(isEdit)) this.file = file.edit(read);
    } catch {
      // The text is right all the same: who asks next has it analysed anew, and hears what fails.
    } finally {
      if (!this.file) freeQuietly(file);
    }
    return this;
  }

  /** An engine was stopped: what it made is not even to be freed. */
  forget({ file }: Stopped): void {
    this.file = undefined;
    if (file === fileName(this.uri)) this.stops++;
  }

  close(): void {
    this.closed = true;
    this.file?.free();
    this.file = undefined;
  }
}

/** A change, and the text after it; without a span where it replaced the whole text. */
interface ReadChange {
  readonly span?: Span;
  readonly text: string;
  readonly after: Source;
}

function readChanges(changes: readonly TextDocumentContentChangeEvent[], before: Source): ReadChange[] {
  let after = before;
  return changes.map((change) => {
    const { text } = change;
    // A document without text would answer nobody any more.
    if (typeof text !== "string") throw new TypeError("a change has no text");
    if (!("range" in change)) {
      after = new Source(text);
      return { text, after };
    }
    const span = toSpan(after, change.range);
    after = after.replaced(span.start, span.end, text);
    return { span, text, after };
  });
}

function isEdit(change: ReadChange): change is ReadChange & { readonly span: Span } {
  return change.span !== undefined;
}

/** After so many a document is left alone until it is closed: each has made everybody wait. */
const MOST_STOPS = 3;

/** The engine looks at the name's ending and folder; a notebook cell's fragment and an `untitled:` are no names. */
export function fileName(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).pathname);
  } catch {
    return uri;
  }
}

/** There may be none, and `edit` may have freed it before it failed. */
function freeQuietly(file: PythonFile | undefined): void {
  try {
    file?.free();
  } catch {
    // Freed already.
  }
}
