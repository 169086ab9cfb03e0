import type { Range } from "vscode-languageserver";
import type { Severity } from "../../core/notes/note.ts";
import type { Identity } from "../../core/rules/baseline.ts";
import type { PlainFix } from "../../lsp/convert.ts";

/** A finding as it leaves the thread that found it: plain data, with places as the reader of the file counts them. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** In a notebook: which cell, from 1; the range is inside of it. */
  readonly cell?: number;
  readonly fixes: readonly PlainFix[];
  readonly identity: Identity;
  /** The same for the same code, wherever in its function or class it stands; unique in the file. */
  readonly fingerprint: string;
}

/** The findings of one file, as it is now. */
export interface FileReport {
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
  /** Those that a baseline knows; they are not among the others. */
  readonly known: readonly ReportedFinding[];
  /** How many fixes were made before. */
  readonly fixed: number;
  /** What the fixes would change, as a unified diff, where that was asked for and there is something. */
  readonly diff?: string;
  /** How many of the findings another run with `--fix` would mend, and how many only one with `--unsafe-fixes`. */
  readonly fixable: { readonly safe: number; readonly unsafe: number };
}

/** Writes findings to standard output, file by file. */
export interface Format {
  file(report: FileReport): void;
  /** Called once, after the last file; `complete` unless something could not be checked. */
  end(complete: boolean): void | Promise<void>;
}
