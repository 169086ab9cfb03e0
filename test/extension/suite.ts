/** What PyGloss does inside VS Code, tested in the extension host itself. */
import * as vscode from "vscode";
import astral from "../workspace/astral.py";
import defaults from "../workspace/defaults.py";
import loops from "../workspace/loops.py";
import suppressed from "../workspace/suppressed.py";
import { check, code, diagnostics, edit, find, findings, hoverText, show, until, write } from "./editor.ts";

const EXTENSION = "pygloss.pygloss";
const RULE = "mutable-default-argument";
const COMMANDS = [
  "searchNotes",
  "searchNotesForSelection",
  "openNote",
  "explainAtCursor",
  "filterNotes",
  "restartServer",
  "showLog",
];

export function defineSuite(): void {
  describe("PyGloss", () => {
    it("starts when a Python file is opened", async () => {
      const extension = vscode.extensions.getExtension(EXTENSION);
      check(extension, `${EXTENSION} is not among the extensions.`);
      const document = await show("loops.py", loops);
      check(document.languageId === "python", `The language of a .py file is ${document.languageId}.`);
      await until("activation", () => extension.isActive, Boolean);
    });

    it("registers its commands", async () => {
      const registered = new Set(await vscode.commands.getCommands(true));
      const missing = COMMANDS.filter((name) => !registered.has(`pygloss.${name}`));
      check(missing.length === 0, `Not registered: ${missing.join(", ")}`);
    });

    it("explains the else of a for loop on hover", async () => {
      const document = await show("loops.py", loops);
      const text = await hoverText(document, find(document, "    else:", "else"));
      check(/loop-else/.test(text), `The hover does not lead to the note loop-else: ${text}`);
      check(/break/.test(text), `The hover does not say when the else runs: ${text}`);
    });

    it("explains a mutable default on hover", async () => {
      const document = await show("defaults.py", defaults);
      const text = await hoverText(document, find(document, "seen=[]", "[]"));
      check(text.includes(RULE), `The hover does not lead to the note ${RULE}: ${text}`);
    });

    it("reports a mutable default, and its code leads to the note", async () => {
      const document = await show("defaults.py", defaults);
      const [finding] = await findings(document, RULE, 1);
      check(finding?.severity === vscode.DiagnosticSeverity.Warning, `Its severity is ${finding?.severity}.`);
      check(finding.range.start.line === find(document, "seen=[]").line, "It stands in another line.");
      check(typeof finding.code === "object" && finding.code.target, "Its code has no link.");
    });

    it("fixes a mutable default, and the diagnostic goes", async () => {
      const document = await show("fixed.py", defaults);
      const [finding] = await findings(document, RULE, 1);
      check(finding, "There is nothing to fix.");
      const action = await quickFix(document, finding);
      check(action.edit && (await vscode.workspace.applyEdit(action.edit)), `${action.title} was not applied.`);
      await findings(document, RULE, 0);
      check(!document.getText().includes("seen=[]"), `The text is still the same: ${document.getText()}`);
    });

    it("keeps silent where a comment asks it to", async () => {
      const document = await show("suppressed.py", suppressed);
      const [finding] = await findings(document, RULE, 1);
      const reported = document.lineAt(finding?.range.start.line ?? 0).text;
      check(reported.includes("reported"), `It reports the line that it should not: ${reported}`);
    });

    it("opens a note beside the code", async () => {
      await show("defaults.py", defaults);
      await vscode.commands.executeCommand("pygloss.openNote", RULE);
      const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const isNote = (tab: vscode.Tab) => tab.input instanceof vscode.TabInputWebview && /default/i.test(tab.label);
      await until(
        "the note's tab",
        () => tabs().map(({ label }) => label),
        () => tabs().some(isNote),
      );
    });

    it("counts positions in UTF-16 units, before and after edits", async () => {
      const document = await show("astral.py", astral);
      const pieces = () =>
        diagnostics(document)
          .filter((d) => code(d) === RULE)
          .map((d) => document.getText(d.range));
      const expected = [...(await until("two findings", pieces, ({ length }) => length === 2))];
      check(
        expected.every((text) => text.includes("[]")),
        `It underlines ${JSON.stringify(expected)}.`,
      );

      await edit(document, new vscode.Position(0, 0), "# 🐍🐍\n");
      await edit(document, find(document, "🎈", "🎈"), "𝒫🐍");
      await edit(document, find(document, "last=[]"), "first, ");
      const same = (now: readonly string[]) => JSON.stringify(now) === JSON.stringify(expected);
      await until(`the same findings as before, ${JSON.stringify(expected)}`, pieces, same);
      const text = await hoverText(document, find(document, "last=[]", "[]"));
      check(text.includes(RULE), `The hover after astral characters says something else: ${text}`);
    });

    it("says less to professionals: what is wrong, and what names stand for", async () => {
      const settings = () => vscode.workspace.getConfiguration("pygloss");
      const loop = await show("loops.py", loops);
      const hovers = () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          "vscode.executeHoverProvider",
          loop.uri,
          find(loop, "    else:", "else"),
        );
      await settings().update("profile", "professional", vscode.ConfigurationTarget.Global);
      await until("silence on syntax", hovers, ({ length }) => length === 0);
      const document = await show("defaults.py", defaults);
      await findings(document, RULE, 1);
      await settings().update("profile", undefined, vscode.ConfigurationTarget.Global);
      await until("a hover on syntax", hovers, ({ length }) => length > 0);
    });

    it("checks closed files of the workspace, but none that .gitignore names", async () => {
      const closed = await write("checked/closed.py", defaults);
      const ignored = await write("checked/ignored.py", defaults);
      await write("checked/.gitignore", "ignored.py\n");
      const rules = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(code);
      await vscode.commands.executeCommand("pygloss.checkWorkspace");
      check(rules(closed).includes(RULE), `Nothing was found in a closed file: ${rules(closed)}`);
      check(rules(ignored).length === 0, "A file that .gitignore names was checked.");
      await vscode.commands.executeCommand("pygloss.clearWorkspaceFindings");
      check(rules(closed).length === 0, "The findings were not cleared.");
    });

    it("answers again after its server was restarted", async () => {
      const document = await show("loops.py", loops);
      await vscode.commands.executeCommand("pygloss.restartServer");
      const text = await hoverText(document, find(document, "    else:", "else"));
      check(/loop-else/.test(text), `The hover says something else: ${text}`);
    });
  });
}

async function quickFix(document: vscode.TextDocument, { range }: vscode.Diagnostic): Promise<vscode.CodeAction> {
  const ask = () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
  const fixes = (actions: readonly vscode.CodeAction[]) => actions.filter(({ edit }) => edit);
  const [first] = fixes(await until("a quick fix", ask, (actions) => fixes(actions).length > 0));
  check(first, "There is no quick fix.");
  return first;
}
