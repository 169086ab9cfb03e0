import type { Severity } from "../../core/notes/note.ts";
import { printable } from "../../core/printable.ts";
import { print } from "../terminal.ts";
import { flatPlace, slashed } from "./place.ts";
import type { Format, ReportedFinding } from "./report.ts";

/** Workflow commands that GitHub Actions turns into annotations of the changed lines. */
export function githubFormat(): Format {
  return {
    file: ({ path, findings }) => print(findings.map((finding) => `${command(slashed(path), finding)}\n`).join("")),
    end: () => undefined,
  };
}

function command(file: string, finding: ReportedFinding): string {
  const { line, column, endLine, endColumn, message } = flatPlace(finding);
  const title = `PyGloss (${finding.rule})`;
  // GitHub reads columns only of what stands in one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file, line, endLine, ...columns, title });
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
  return `::${LEVEL[finding.severity]} ${written}::${escapeData(message)}`;
}

const LEVEL: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

function escapeData(text: string): string {
  return printable(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
