import type { Finding } from "../../core/api.ts";
import { type PlainFix, toPlainFix } from "../../lsp/convert.ts";
import type { Checked } from "../files/checked.ts";
import { printJson } from "../terminal.ts";
import type { FileReport, Format } from "./report.ts";

/** One array of findings; lines and characters count from 0, characters in UTF-16 units. */
export function jsonFormat(): Format {
  const items: object[] = [];
  return {
    file({ path, checked, findings }: FileReport): void {
      for (const finding of findings) items.push(toJson(path, checked, finding));
    },
    end: () => printJson(items),
  };
}

function toJson(path: string, checked: Checked, finding: Finding): object {
  const { range, cell } = checked.placeOf(finding.span);
  const fixes = plainFixes(checked, finding);
  return {
    file: path,
    ...(cell === undefined ? {} : { cell }),
    code: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range,
    note: finding.rule,
    fixes,
    fix: fixes[0] ?? null,
  };
}

function plainFixes(checked: Checked, finding: Finding): PlainFix[] {
  const positions = {
    positionAt: (offset: number) => checked.placeOf({ start: offset, end: offset }).range.start,
  };
  const shown = finding.fixes.filter((fix) => checked.canEdit(finding.span, fix.edits));
  return shown.map((fix) => toPlainFix(positions, fix, checked.source.newline));
}
