import { commands, type Diagnostic, DiagnosticSeverity, l10n, type Uri, window, workspace } from "vscode";
import { OPEN_NOTE } from "../../../server/src/lsp/protocol.ts";
import { findingsIn, ruleOf } from "../code.ts";
import { turnOffRule } from "./turn-off-rule.ts";

/** Tells which setting decides that the finding at the cursor is reported, and as what. */
export async function whyOn(): Promise<void> {
  const editor = window.activeTextEditor;
  const { active } = editor?.selection ?? {};
  const here = findingsIn(editor?.document).filter(({ range }) => active && range.contains(active));
  const inLine = findingsIn(editor?.document).filter(({ range }) => range.start.line === active?.line);
  const finding = await chooseOne(here.length > 0 ? here : inLine);
  if (!editor || !finding) return;
  const rule = ruleOf(finding);
  const [settings, off, note] = [l10n.t("Open Settings"), l10n.t("Turn Off Rule"), l10n.t("Open Note")];
  const answer = await window.showInformationMessage(explain(rule, finding, editor.document.uri), settings, off, note);
  if (answer === settings) await commands.executeCommand("workbench.action.openSettings", "pygloss.rules");
  if (answer === off) await turnOffRule(rule);
  if (answer === note) await commands.executeCommand(OPEN_NOTE, rule);
}

async function chooseOne(findings: readonly Diagnostic[]): Promise<Diagnostic | undefined> {
  const [first, ...others] = findings;
  if (!first) window.setStatusBarMessage(l10n.t("PyGloss reports nothing at the cursor."), 4000);
  if (others.length === 0) return first;
  const items = findings.map((finding) => ({ label: ruleOf(finding), detail: finding.message, finding }));
  return (await window.showQuickPick(items))?.finding;
}

function explain(rule: string, { severity }: Diagnostic, uri: Uri): string {
  const level = SEVERITIES[severity]();
  const found = workspace.getConfiguration("pygloss", uri).inspect<Record<string, unknown>>("rules");
  // The nearest scope that names the rule is the one that counts.
  const scopes: [string, Record<string, unknown> | undefined][] = [
    [l10n.t("the settings of this folder"), found?.workspaceFolderValue],
    [l10n.t("the settings of this workspace"), found?.workspaceValue],
    [l10n.t("your own settings"), found?.globalValue],
  ];
  const decides = scopes.find(([, rules]) => rules?.[rule] !== undefined);
  if (decides) return l10n.t("{0} is reported as {1}, because pygloss.rules says so in {2}.", rule, level, decides[0]);
  return l10n.t("{0} is reported as {1}: that is its own severity, and no setting names it.", rule, level);
}

const SEVERITIES = {
  [DiagnosticSeverity.Error]: () => l10n.t("an error"),
  [DiagnosticSeverity.Warning]: () => l10n.t("a warning"),
  [DiagnosticSeverity.Information]: () => l10n.t("information"),
  [DiagnosticSeverity.Hint]: () => l10n.t("a hint"),
};
