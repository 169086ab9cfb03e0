import type { Edit, Span } from "../../core/api.ts";
import { applyEdits } from "../../core/rules/apply.ts";
import { type Position, Source } from "../../core/source.ts";
import { decode } from "./decode.ts";
import { isInside } from "./edits.ts";
import { Notebook } from "./notebook.ts";

/** Where something is in a file, as its reader sees it. */
export interface Place {
  readonly range: { readonly start: Position; readonly end: Position };
  /** In a notebook: which cell, from 1; the range is inside of it. */
  readonly cell?: number;
}

/** A file as the engine reads it, and the way back from there to what its reader sees and what is on the disk. */
export interface Checked {
  /** The Python in it. Spans and edits are in this text. */
  readonly source: Source;
  /** Whether a place in it needs to say which cell. */
  readonly hasCells: boolean;
  placeOf(span: Span): Place;
  /** The offset of a place, both counted from 0, or null where there is no such place. */
  offsetOf(position: Position, cell: number | undefined): number | null;
  /** Whether an edit for a finding at `span` can be made, and shown, in this file. */
  canEdit(span: Span, edits: readonly Edit[]): boolean;
  /** The file after edits that are in order and do not overlap. */
  edit(edits: readonly Edit[]): Checked;
  /** Throws a `Failure` when the file's encoding cannot write it. */
  encode(): Uint8Array;
}

/** Throws a `Failure` when the bytes are no text, or no notebook where the name says so. */
export function readChecked(path: string, bytes: Uint8Array): Checked {
  const { text, encode } = decode(path, bytes);
  return /\.ipynb$/i.test(path) ? Notebook.read(path, text, encode) : new Script(text, encode);
}

class Script implements Checked {
  readonly source: Source;
  readonly hasCells = false;
  private readonly encodeText: (text: string) => Uint8Array;

  constructor(text: string, encode: (text: string) => Uint8Array) {
    this.source = new Source(text);
    this.encodeText = encode;
  }

  placeOf({ start, end }: Span): Place {
    return { range: { start: this.source.positionAt(start), end: this.source.positionAt(end) } };
  }

  offsetOf(position: Position, cell: number | undefined): number | null {
    return cell === undefined && isInside(this.source, position) ? this.source.offsetAt(position) : null;
  }

  canEdit(): boolean {
    return true;
  }

  edit(edits: readonly Edit[]): Script {
    return new Script(applyEdits(this.source.text, edits, this.source.newline), this.encodeText);
  }

  encode(): Uint8Array {
    return this.encodeText(this.source.text);
  }
}
