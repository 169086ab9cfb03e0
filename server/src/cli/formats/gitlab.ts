import { createHash } from "node:crypto";
import type { Severity } from "../../core/notes/note.ts";
import { printJson } from "../terminal.ts";
import { flatPlace, slashed } from "./place.ts";
import type { Format, ReportedFinding } from "./report.ts";

/** A Code Quality report: GitLab shows it in merge requests and tells by fingerprints what is new. */
export function gitlabFormat(): Format {
  const issues: object[] = [];
  return {
    file({ path, findings }): void {
      for (const finding of findings) issues.push(issueOf(slashed(path), finding));
    },
    end: () => printJson(issues),
  };
}

function issueOf(path: string, finding: ReportedFinding): object {
  const { line, endLine, message } = flatPlace(finding);
  return {
    description: message,
    check_name: finding.rule,
    // Two files may have the same code.
    fingerprint: createHash("sha256").update(`${path}\n${finding.fingerprint}`).digest("hex").slice(0, 32),
    severity: SEVERITY[finding.severity],
    location: { path, lines: { begin: line, end: endLine } },
  };
}

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "major",
  information: "minor",
  hint: "info",
};
