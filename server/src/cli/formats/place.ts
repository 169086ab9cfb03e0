import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ReportedFinding } from "./report.ts";

/** Where a finding is, for programs that know files, lines and columns only; all count from 1, ends are exclusive. */
export interface FlatPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Says where in a notebook it is, because its lines are not those of the file. */
  readonly message: string;
}

export function flatPlace({ range: { start, end }, cell, message }: ReportedFinding): FlatPlace {
  if (cell !== undefined) {
    const told = `Cell ${cell}, line ${start.line + 1}: ${message}`;
    return { line: 1, column: 1, endLine: 1, endColumn: 1, message: told };
  }
  const from = { line: start.line + 1, column: start.character + 1 };
  return { ...from, endLine: end.line + 1, endColumn: end.character + 1, message };
}

/** A path as machines that know repositories want it: slashes, and no `./` before it. */
export function slashed(path: string): string {
  return path
    .split(sep)
    .join("/")
    .replace(/^(?:\.\/+)+/, "");
}

/** A path as a URI reference, relative where the path is. */
export function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  // On Windows a name may hold half a character, which no address can.
  return slashed(path.replace(/\p{Cs}/gu, "\ufffd"))
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
