import { printJson } from "../terminal.ts";
import type { Format, ReportedFinding } from "./report.ts";

/** One array of findings; lines and characters count from 0, characters in UTF-16 units. */
export function jsonFormat(): Format {
  const items: object[] = [];
  return {
    file({ path, findings }): void {
      for (const finding of findings) items.push(toJson(path, finding));
    },
    end: () => printJson(items),
  };
}

function toJson(path: string, { rule, severity, message, range, cell, fixes }: ReportedFinding): object {
  return {
    file: path,
    ...(cell === undefined ? {} : { cell }),
    code: rule,
    severity,
    message,
    range,
    note: rule,
    fixes,
    fix: fixes[0] ?? null,
  };
}
