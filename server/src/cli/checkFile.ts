import { resolve } from "node:path";
import type { Finding, Gloss } from "../core/api.ts";
import { SEVERITIES, type Severity } from "../core/notes/note.ts";
import { findKnown, type Identity, identityOf } from "../core/rules/baseline.ts";
import { toPlainFix } from "../lsp/convert.ts";
import type { Job } from "./batch/job.ts";
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

/** Checks one file, after fixing it if that is wanted; what a baseline knows is not fixed. Throws a `Failure` for bytes that cannot be read. */
export function checkBytes(gloss: Gloss, job: Job, bytes: Uint8Array, options: CheckOptions): CheckedFile {
  const { path } = job;
  const before = readChecked(path, bytes);
  const look = (checked: Checked) => findIn(gloss, job, checked, options.minSeverity);
  const newOnes = (checked: Checked) => look(checked).flatMap(({ finding, isKnown }) => (isKnown ? [] : [finding]));
  const { checked, count } =
    options.fix || options.diff ? fixAll(before, newOnes, options.unsafe) : { checked: before, count: 0 };
  const fingerprints = new Fingerprints();
  const found = look(checked).map((one) => ({
    ...one,
    reported: toReported(checked, one, fingerprints.of(one.identity)),
  }));
  const fresh = found.filter(({ isKnown }) => !isKnown);
  const safe = fresh.filter(({ finding }) => fixFor(checked, finding, false)).length;
  const all = fresh.filter(({ finding }) => fixFor(checked, finding, true)).length;
  const report = {
    path,
    findings: fresh.map(({ reported }) => reported),
    known: found.filter(({ isKnown }) => isKnown).map(({ reported }) => reported),
    fixed: count,
    fixable: { safe, unsafe: all - safe },
  };
  if (count === 0) return { report };
  if (options.diff) return { report: { ...report, diff: diffOf(path, bytes, checked.encode()) } };
  return { report, fixed: () => checked.encode() };
}

interface Found {
  readonly finding: Finding;
  readonly identity: Identity;
  /** Whether the baseline has it. */
  readonly isKnown: boolean;
}

/** What is loud enough, in the order of the text. */
function findIn(
  gloss: Gloss,
  { path, levels, python, known = [] }: Job,
  { source }: Checked,
  least: Severity,
): Found[] {
  return gloss.run(path, source.length, () => {
    // Rules look at the folders, too, whatever folder PyGloss runs in.
    const file = gloss.parse(resolve(path), source, true);
    try {
      const findings = file.findings(levels, python).filter(({ severity }) => isLoud(severity, least));
      const old = findKnown(findings, known, file);
      return findings.map((finding) => ({
        finding,
        identity: identityOf(finding, file),
        isKnown: old.has(finding),
      }));
    } finally {
      file.free();
    }
  });
}

function toReported(checked: Checked, { finding, identity }: Found, fingerprint: string): ReportedFinding {
  const { rule, severity, message, span } = finding;
  const { range, cell } = checked.placeOf(span);
  const positions = { positionAt: (offset: number) => checked.placeOf({ start: offset, end: offset }).range.start };
  const fixes = finding.fixes
    .filter((fix) => checked.canEdit(span, fix.edits))
    .map((fix) => toPlainFix(positions, fix, checked.source.newline));
  return { rule, severity, message, range, ...(cell === undefined ? {} : { cell }), fixes, identity, fingerprint };
}

function isLoud(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}
