import type { Finding } from "../api.ts";
import { holdsFor, overlaps } from "../config/python.ts";

/**
 * What matters to a project, by the Pythons it runs on, as in `requires-python`: no finding that none of them has, and
 * no fix that the oldest of them does not know. Where a project does not say, all is for it.
 */
export function forPython(findings: readonly Finding[], python: string | undefined): readonly Finding[] {
  if (python === undefined) return findings;
  return findings.flatMap((finding) => {
    if (finding.python !== undefined && !overlaps(finding.python, python)) return [];
    const fixes = finding.fixes.filter((fix) => fix.python === undefined || holdsFor(fix.python, python));
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });
}
