import { print } from "../terminal.ts";
import { flatPlace, slashed } from "./place.ts";
import type { FileReport, Format, ReportedFinding } from "./report.ts";

/** A suite for each file, a failed case for each finding; a file without findings is a case that passed. */
export function junitFormat(): Format {
  const suites: string[] = [];
  const sum = { tests: 0, failures: 0 };
  return {
    file(report): void {
      const failures = report.findings.length;
      sum.tests += Math.max(failures, 1);
      sum.failures += failures;
      suites.push(suiteOf(report));
    },
    end(): void {
      const counts = `tests="${sum.tests}" failures="${sum.failures}" errors="0"`;
      print(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pygloss" ${counts}>\n`);
      print(`${suites.join("")}</testsuites>\n`);
    },
  };
}

function suiteOf({ path, findings }: FileReport): string {
  const file = escapeXml(slashed(path));
  const counts = `tests="${Math.max(findings.length, 1)}" failures="${findings.length}" errors="0"`;
  const cases = findings.map((finding) => caseOf(file, finding));
  if (cases.length === 0) cases.push(`    <testcase classname="${file}" name="pygloss" file="${file}"/>\n`);
  return `  <testsuite name="${file}" ${counts}>\n${cases.join("")}  </testsuite>\n`;
}

function caseOf(file: string, finding: ReportedFinding): string {
  const { line, column, message } = flatPlace(finding);
  const name = `${finding.rule} at ${line}:${column}`;
  const text = escapeXml(message);
  return (
    `    <testcase classname="${file}" name="${name}" file="${file}" line="${line}">\n` +
    `      <failure type="${finding.severity}" message="${text}">${file}:${line}:${column}: ${text}</failure>\n` +
    "    </testcase>\n"
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"'\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => {
    // XML 1.0 has no way to write the other control characters; a mark stands for them.
    return /[&<>"'\t\n\r]/.test(character) ? `&#${character.charCodeAt(0)};` : "\ufffd";
  });
}
