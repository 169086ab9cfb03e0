import type { Edit, Span } from "../../core/api.ts";
import { applyEdits } from "../../core/rules/apply.ts";
import { type Position, Source } from "../../core/source.ts";
import { isRecord } from "../../lsp/untrusted.ts";
import { Failure } from "../failure.ts";
import type { Checked, Place } from "./checked.ts";
import { isInside } from "./edits.ts";
import { blankMagics } from "./magics.ts";
import { findCellSources, writeSource } from "./notebookJson.ts";

/** One cell of code. */
interface Cell {
  /** From 1, all cells counted. */
  readonly number: number;
  readonly source: Source;
  /** Where its source stands in the notebook's JSON. */
  readonly json: Span;
  /** Whether its source is no longer what stands there. */
  readonly isChanged: boolean;
  /** Where it begins in the joined text. */
  readonly start: number;
  /** As the engine reads it, of the same length. */
  readonly python: string;
}

/** The code cells of a Jupyter notebook as one text, so that a name of one cell is known in the next. */
export class Notebook implements Checked {
  readonly source: Source;
  readonly hasCells = true;
  private readonly json: string;
  private readonly cells: readonly Cell[];
  private readonly encodeText: (text: string) => Uint8Array;

  private constructor(json: string, cells: readonly Cell[], encode: (text: string) => Uint8Array) {
    this.json = json;
    this.cells = cells;
    this.encodeText = encode;
    this.source = new Source(cells.map(({ python }) => `${python}\n`).join(""));
  }

  static read(path: string, json: string, encode: (text: string) => Uint8Array): Notebook {
    return new Notebook(json, readCells(path, json), encode);
  }

  placeOf(span: Span): Place {
    const cell = this.cellAt(span.start);
    if (!cell) throw new RangeError(`no cell at ${span.start}`);
    const { start, end } = within(cell, span);
    return {
      range: { start: cell.source.positionAt(start), end: cell.source.positionAt(end) },
      cell: cell.number,
    };
  }

  offsetOf(position: Position, number: number | undefined): number | null {
    const cell = this.cells.find((one) => one.number === number);
    return cell && isInside(cell.source, position) ? cell.start + cell.source.offsetAt(position) : null;
  }

  /** Edits that reach into another cell cannot be shown beside the finding; blanked text is not ours to change. */
  canEdit(span: Span, edits: readonly Edit[]): boolean {
    const cell = this.cellAt(span.start);
    return (
      cell !== undefined && edits.every((edit) => this.cellAt(edit.span.start) === cell && isReal(cell, edit.span))
    );
  }

  edit(edits: readonly Edit[]): Notebook {
    let start = 0;
    const changed = this.cells.map((cell) => {
      const own = edits.filter((edit) => this.cellAt(edit.span.start) === cell);
      const local = own.map((edit) => ({ ...edit, span: within(cell, edit.span) }));
      const text = applyEdits(cell.source.text, local, cell.source.newline);
      const next = makeCell({ ...cell, isChanged: cell.isChanged || own.length > 0 }, text, start);
      start += next.python.length + 1;
      return next;
    });
    return new Notebook(this.json, changed, this.encodeText);
  }

  encode(): Uint8Array {
    let result = "";
    let at = 0;
    for (const { json, source, isChanged } of this.cells) {
      if (!isChanged) continue;
      result += this.json.slice(at, json.start) + writeSource(this.json.slice(json.start, json.end), source.text);
      at = json.end;
    }
    return this.encodeText(result + this.json.slice(at));
  }

  private cellAt(offset: number): Cell | undefined {
    return this.cells.findLast((cell) => cell.start <= offset);
  }
}

function readCells(path: string, json: string): Cell[] {
  const notebook = parse(path, json);
  if (!isPython(notebook)) return [];
  const spans = findCellSources(json);
  const cells: Cell[] = [];
  let start = 0;
  for (const [index, cell] of notebook.cells.entries()) {
    const span = spans[index];
    if (!isRecord(cell) || cell["cell_type"] !== "code" || !span) continue;
    const text = textOf(json.slice(span.start, span.end));
    // What is no text is no Python either.
    if (text === null) continue;
    const next = makeCell({ number: index + 1, json: span, isChanged: false }, text, start);
    cells.push(next);
    start += next.python.length + 1;
  }
  return cells;
}

/**
 * What stands in a cell's source, which is a string or a list of strings. It is read from the place that is written to,
 * so that both are the same even where one object has the key twice.
 */
function textOf(json: string): string | null {
  const source: unknown = JSON.parse(json);
  if (typeof source === "string") return source;
  return Array.isArray(source) && source.every((line) => typeof line === "string") ? source.join("") : null;
}

function makeCell(origin: Pick<Cell, "number" | "json" | "isChanged">, text: string, start: number): Cell {
  return { ...origin, start, source: new Source(text), python: blankMagics(text) };
}

function parse(path: string, json: string): Record<string, unknown> & { cells: unknown[] } {
  let notebook: unknown;
  try {
    notebook = JSON.parse(json);
  } catch (error) {
    throw new Failure(`${path}: is no notebook: ${error instanceof Error ? error.message : error}`);
  }
  if (isRecord(notebook) && Array.isArray(notebook["cells"])) return { ...notebook, cells: notebook["cells"] };
  throw new Failure(`${path}: is no notebook of format 4: it has no list of cells`);
}

/** A notebook that does not say its language is one of Python. */
function isPython({ metadata }: Record<string, unknown>): boolean {
  const about = isRecord(metadata) ? metadata : {};
  const info = isRecord(about["language_info"]) ? about["language_info"]["name"] : undefined;
  const kernel = isRecord(about["kernelspec"]) ? about["kernelspec"]["language"] : undefined;
  const language = info ?? kernel;
  return typeof language !== "string" || /^i?python/i.test(language);
}

/** A span of the joined text in a cell; the newline between two cells belongs to neither. */
function within(cell: Cell, { start, end }: Span): Span {
  const length = cell.python.length;
  return { start: Math.min(start - cell.start, length), end: Math.min(end - cell.start, length) };
}

function isReal(cell: Cell, span: Span): boolean {
  if (span.end > cell.start + cell.python.length + 1) return false;
  const { start, end } = within(cell, span);
  return cell.python.slice(start, end) === cell.source.slice(start, end);
}
