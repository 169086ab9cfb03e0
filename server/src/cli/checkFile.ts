import type { Finding, Gloss, RuleLevels } from "../core/api.ts";
import { SEVERITIES, type Severity } from "../core/notes/note.ts";
import { findingsIn } from "../core/rules/apply.ts";
import { toPlainFix } from "../lsp/convert.ts";
import { diffOf } from "./diff.ts";
import { type Checked, readChecked } from "./files/checked.ts";
import { Fingerprints } from "./fingerprint.ts";
import { fixAll, fixFor } from "./fix.ts";
import type { FileReport, ReportedFinding } from "./formats/report.ts";

/** What holds for all files of a run. */
export interface CheckOptions {
  readonly minSeverity: Severity;
  readonly fix: boolean;
  readonly unsafe: boolean;
  /** Whether to say what the fixes would change, and to change nothing. */
  readonly diff: boolean;
}

export interface CheckedFile {
  readonly report: FileReport;
  /** What to write, where fixes were made. Throws a `Failure` when the file's encoding cannot write them. */
  readonly fixed?: () => Uint8Array;
}

/** Checks one file, after fixing it if that is wanted. Throws a `Failure` for bytes that cannot be read. */
export function checkBytes(
  gloss: Gloss,
  path: string,
  bytes: Uint8Array,
  levels: RuleLevels,
  options: CheckOptions,
): CheckedFile {
  const before = readChecked(path, bytes);
  const accept = (finding: Finding) => isLoud(finding.severity, options.minSeverity);
  const { checked, count } =
    options.fix || options.diff
      ? fixAll(gloss, path, before, { levels, unsafe: options.unsafe, accept })
      : { checked: before, count: 0 };
  const findings = findingsIn(gloss, path, checked.source.text, levels).filter(accept);
  const safe = findings.filter((finding) => fixFor(checked, finding, false)).length;
  const all = findings.filter((finding) => fixFor(checked, finding, true)).length;
  const fingerprints = new Fingerprints(checked.source);
  const reported = findings.map((finding) => toReported(checked, finding, fingerprints.of(finding)));
  const report = { path, findings: reported, fixed: count, fixable: { safe, unsafe: all - safe } };
  if (count === 0) return { report };
  if (options.diff) return { report: { ...report, diff: diffOf(path, bytes, checked.encode()) } };
  return { report, fixed: () => checked.encode() };
}

function toReported(checked: Checked, finding: Finding, fingerprint: string): ReportedFinding {
  const { rule, severity, message, span } = finding;
  const { range, cell } = checked.placeOf(span);
  const positions = { positionAt: (offset: number) => checked.placeOf({ start: offset, end: offset }).range.start };
  const fixes = finding.fixes
    .filter((fix) => checked.canEdit(span, fix.edits))
    .map((fix) => toPlainFix(positions, fix, checked.source.newline));
  return { rule, severity, message, range, ...(cell === undefined ? {} : { cell }), fixes, fingerprint };
}

function isLoud(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
