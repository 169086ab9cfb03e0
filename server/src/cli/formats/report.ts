import type { Finding } from "../../core/api.ts";
import type { Checked } from "../files/checked.ts";

/** The findings of one file, as it is now. */
export interface FileReport {
  readonly path: string;
  readonly checked: Checked;
  readonly findings: readonly Finding[];
  /** How many fixes were made before. */
  readonly fixed: number;
  /** How many of the findings another run with `--fix` would mend, and how many only one with `--unsafe-fixes`. */
  readonly fixable: { readonly safe: number; readonly unsafe: number };
}

/** Writes findings to standard output, file by file. */
export interface Format {
  file(report: FileReport): void;
  /** Called once, after the last file; `complete` unless something could not be checked. */
  end(complete: boolean): void;
}
