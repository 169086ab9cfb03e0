import { l10n, StatusBarAlignment, type StatusBarItem, window } from "vscode";
import { type CodeInView, findingsIn, isLoud } from "../code.ts";

/** Counts the findings in the code in view; there is nothing to be seen of it where there is nothing to count. */
export class FindingsCount {
  readonly #code: CodeInView;
  readonly #item: StatusBarItem = window.createStatusBarItem("pygloss.findings", StatusBarAlignment.Left, -10);

  constructor(code: CodeInView) {
    this.#code = code;
    this.#item.name = l10n.t("PyGloss Findings");
    this.#item.command = "pygloss.inThisFile.focus";
  }

  refresh(): void {
    const count = findingsIn(this.#code.document).filter(isLoud).length;
    if (count === 0) {
      this.#item.hide();
      return;
    }
    const text = count === 1 ? l10n.t("1 finding in this file") : l10n.t("{0} findings in this file", count);
    this.#item.text = `$(book) ${count}`;
    this.#item.tooltip = `PyGloss: ${text}`;
    this.#item.accessibilityInformation = { label: `PyGloss: ${text}` };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
