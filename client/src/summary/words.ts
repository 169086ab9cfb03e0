import { l10n } from "vscode";
import type { SummaryWords } from "./render.ts";

/** What the page about a check says itself, in the reader's language. */
export function summaryWords(): SummaryWords {
  return {
    title: l10n.t("Workspace Check"),
    counts: (findings, withFindings, files) =>
      l10n.t("Findings: {0}, in {1} of {2} Python files.", findings, withFindings, files),
    nothing: l10n.t("PyGloss has nothing to report."),
    stopped: l10n.t("The check was stopped; these are the files that it had seen."),
    map: l10n.t("Files by size and findings"),
    mapLegend: l10n.t("Each tile is a file. Its area is its lines, its colour how many findings a hundred lines have."),
    byRule: l10n.t("Findings by Rule"),
    byFolder: l10n.t("Findings by Folder"),
    byFile: l10n.t("Files with the Most Findings"),
    notesMet: l10n.t("Notes This Code Meets Most"),
    places: (count) => (count === 1 ? l10n.t("1 place") : l10n.t("{0} places", count)),
    findingsIn: (path, count) => l10n.t("{0}, findings: {1}", path, count),
    line: (line) => l10n.t("line {0}", line),
    more: (count) => l10n.t("And {0} more.", count),
    leftOut: (count) => l10n.t("Could not be checked, because they are too large or no UTF-8 text: {0}", count),
    top: l10n.t("(top folder)"),
  };
}
