import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit, Gloss, PythonFile } from "../core/api.ts";
import type { Stopped } from "../core/stopped.ts";
import { toRange, toSpan } from "./convert.ts";

/** Beyond this, in UTF-16 units, a document is left alone: to analyse it would hold up the answers for all others. */
export const LARGEST_DOCUMENT = 3_000_000;

/**
 * An open document: its text, and its analysis from the first time that someone asks for it.
 * A change edits the analysis that is there instead of starting a new one.
 */
export class Document {
  readonly uri: string;
  private readonly text: TextDocument;
  private file: PythonFile | undefined;
  private closed = false;
  /** How often its analysis was stopped because it took too long. */
  private stops = 0;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.text = TextDocument.create(uri, languageId, version, text);
  }

  get version(): number {
    return this.text.version;
  }

  get isPython(): boolean {
    return this.text.languageId.toLowerCase() === "python";
  }

  /** Whether there is something to analyse, and neither too much of it nor too slow; other documents are only kept. */
  get isReadable(): boolean {
    return this.isPython && this.stops < MOST_STOPS && this.text.getText().length <= LARGEST_DOCUMENT;
  }

  get isOpen(): boolean {
    return !this.closed;
  }

  /** Lines and columns of this version. */
  get positions(): TextDocument {
    return this.text;
  }

  /** The analysis of this version; do not keep it over an `await`, because a change or a close frees it. */
  analyse(gloss: Gloss): PythonFile {
    if (this.closed) throw new Error(`${this.uri} is closed`);
    this.file ??= gloss.parse(fileName(this.uri), this.text.getText());
    return this.file;
  }

  /** Applies changes in order, each to the text that the one before it left. A range-less change is a new text. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): this {
    const { file } = this;
    // Forgotten until all went well: after a malformed change, text and analysis would no longer be the same text.
    this.file = undefined;
    let edits: Edit[] | null = null;
    try {
      edits = this.applyToText(changes, version);
      // Where the engine fails, the text is right all the same: who asks next has it analysed anew, and hears what fails.
      if (file && edits) this.file = file.edit(edits);
    } catch (error) {
      if (!edits) throw error;
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

  /** Returns the changes as edits, or null where one of them replaced the whole text. */
  private applyToText(changes: readonly TextDocumentContentChangeEvent[], version: number): Edit[] | null {
    const edits: Edit[] = [];
    let replaced = false;
    for (const change of changes) {
      if ("range" in change) {
        const span = toSpan(this.text, change.range);
        edits.push({ span, text: change.text });
        // Given lines beyond the last one, it would lose count of the lines.
        TextDocument.update(this.text, [{ range: toRange(this.text, span), text: change.text }], version);
      } else {
        replaced = true;
        TextDocument.update(this.text, [change], version);
      }
    }
    return replaced ? null : edits;
  }
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
