import type { Position } from "../core/source.ts";
import { Failure } from "./failure.ts";

export interface Location {
  readonly path: string;
  /** From 0. */
  readonly position: Position;
  /** In a notebook, from 1. */
  readonly cell?: number;
}

/** Reads `FILE:LINE:COLUMN`, or `FILE:cell N:LINE:COLUMN`, as `check` prints it. Throws a `Failure` for anything else. */
export function parseLocation(text: string): Location {
  const found = /^(.+?)(?::cell (\d+))?:(\d+):(\d+)$/s.exec(text);
  if (!found) throw new Failure(`${text}: say where, as FILE:LINE:COLUMN`);
  const [, path = "", cell, line, column] = found;
  if (Number(line) < 1 || Number(column) < 1) throw new Failure(`${text}: lines and columns count from 1`);
  const position = { line: Number(line) - 1, character: Number(column) - 1 };
  return { path, position, ...(cell === undefined ? {} : { cell: Number(cell) }) };
}
