import { ConfigurationTarget, l10n, window, workspace } from "vscode";

/** Writes `pygloss.rules: { "<id>": "off" }`, for this workspace where there is one, and keeps the other rules. */
export async function turnOffRule(id: unknown): Promise<void> {
  if (typeof id !== "string") return;
  const inWorkspace = workspace.workspaceFolders !== undefined;
  const settings = workspace.getConfiguration("pygloss");
  // Only what this target itself says: the merged value would copy the user's own settings into the workspace.
  const { workspaceValue, globalValue } = settings.inspect<Record<string, string>>("rules") ?? {};
  const rules = inWorkspace ? workspaceValue : globalValue;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update("rules", { ...rules, [id]: "off" }, target);
  const where = inWorkspace
    ? l10n.t("{0} is off in the settings of this workspace.", id)
    : l10n.t("{0} is off in your settings.", id);
  window.setStatusBarMessage(`PyGloss: ${where}`, 6000);
}
