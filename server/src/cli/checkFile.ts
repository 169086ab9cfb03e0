import type { Finding, Gloss, RuleLevels } from "../core/api.ts";
import { SEVERITIES, type Severity } from "../core/notes/note.ts";
import { findingsIn } from "../core/rules/apply.ts";
import { readChecked } from "./files/checked.ts";
import { fixAll, fixFor } from "./fix.ts";
import type { FileReport } from "./formats/report.ts";

export interface CheckOptions {
  readonly levels: RuleLevels;
  readonly minSeverity: Severity;
  readonly fix: boolean;
  readonly unsafe: boolean;
}

export interface CheckedFile {
  readonly report: FileReport;
  /** What to write, where fixes were made. Throws a `Failure` when the file's encoding cannot write them. */
  readonly fixed?: () => Uint8Array;
}

/** Checks one file, after fixing it if that is wanted. Throws a `Failure` for bytes that cannot be read. */
export function checkBytes(gloss: Gloss, path: string, bytes: Uint8Array, options: CheckOptions): CheckedFile {
  const before = readChecked(path, bytes);
  const accept = (finding: Finding) => isLoud(finding.severity, options.minSeverity);
  const { checked, count } = options.fix
    ? fixAll(gloss, path, before, { levels: options.levels, unsafe: options.unsafe, accept })
    : { checked: before, count: 0 };
  const findings = findingsIn(gloss, path, checked.source.text, options.levels).filter(accept);
  const safe = findings.filter((finding) => fixFor(checked, finding, false)).length;
  const all = findings.filter((finding) => fixFor(checked, finding, true)).length;
  const report = { path, checked, findings, fixed: count, fixable: { safe, unsafe: all - safe } };
  return count > 0 ? { report, fixed: () => checked.encode() } : { report };
}

function isLoud(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
