import { commands, type Diagnostic, DiagnosticSeverity, l10n, Uri, window, workspace } from "vscode";
import { OPEN_NOTE, type Reason } from "../../../server/src/lsp/protocol.ts";
import { findingsIn, ruleOf } from "../code.ts";
import type { Server } from "../server.ts";
import { unlinked } from "../unlinked.ts";
import { turnOffRule } from "./turn-off-rule.ts";

/** Tells which setting decides that the finding at the cursor is reported, and as what. */
export async function whyOn(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  const { active } = editor?.selection ?? {};
  const here = findingsIn(editor?.document).filter(({ range }) => active && range.contains(active));
  const inLine = findingsIn(editor?.document).filter(({ range }) => range.start.line === active?.line);
  const finding = await chooseOne(here.length > 0 ? here : inLine);
  if (!editor || !finding) return;
  const rule = ruleOf(finding);
  const { uri } = editor.document;
  const reason = await server.why(uri, rule);
  const file = reason?.file ? Uri.parse(reason.file) : undefined;
  const [off, note] = [l10n.t("Turn Off Rule"), l10n.t("Open Note")];
  const settings = file ? l10n.t("Open File") : l10n.t("Open Settings");
  const answer = await window.showInformationMessage(
    unlinked(explain(rule, finding, uri, reason)),
    settings,
    off,
    note,
  );
  if (answer === settings && file) await window.showTextDocument(file);
  else if (answer === settings)
    await commands.executeCommand("workbench.action.openSettings", `pygloss.${reason?.key ?? "rules"}`);
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

function explain(rule: string, { severity }: Diagnostic, uri: Uri, reason: Reason | null): string {
  const level = SEVERITIES[severity]();
  if (reason?.file) {
    const file = workspace.asRelativePath(Uri.parse(reason.file));
    return l10n.t(
      "{0} is reported as {1}, because {2} of [tool.pygloss] says so in {3}.",
      rule,
      level,
      reason.key,
      file,
    );
  }
  if (reason?.key === "per-file-rules")
    return l10n.t("{0} is reported as {1}, because the setting pygloss.per-file-rules says so.", rule, level);
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
