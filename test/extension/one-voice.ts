/** PyGloss beside another linter, which stands in `other-linter` and reports what it is told to. */
import * as vscode from "vscode";
import { check, code, diagnostics, edit, find, findings, hoverText, show, until } from "./editor.ts";

const RULE = "mutable-default-argument";
const TEXT = "def remember(item, seen=[]):\n    seen.append(item)\n    return seen\n";

export function defineOneVoice(): void {
  describe("PyGloss beside another linter", () => {
    it("is silent where the other reports the same, and speaks again when that goes", async () => {
      const document = await show("second.py", TEXT);
      await findings(document, RULE, 1);
      for (const [source, code] of SAME) {
        await report(document, source, code);
        await findings(document, RULE, 0);
        check(others(document).length === 1, "What the other reports is gone, too.");
        await takeBack(document);
        await findings(document, RULE, 1);
      }
    });

    it("never shows what the other had reported before", async () => {
      const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file("/"), "first.py");
      await reportAt(uri, "Ruff", "B006", 0, 24);
      const seen = watch({ uri });
      const document = await show("first.py", `${TEXT}\n\nif x is 3:\n    pass\n`);
      await findings(document, "is-literal", 1);
      await edit(document, new vscode.Position(0, 0), "import os\n\n\n");
      await edit(document, find(document, "if x"), "if y is 3:\n    pass\n");
      await findings(document, "is-literal", 2);
      check(seen.most() === 0, `It was shown: ${seen.most()}`);
      seen.dispose();
      await takeBack(document);
    });

    it("stays silent while the code moves and the other has not looked again", async () => {
      const document = await show("moving.py", TEXT);
      await report(document, "Ruff", "B006");
      await findings(document, RULE, 0);
      const seen = watch(document);
      await edit(document, new vscode.Position(0, 0), "import os\n\n\n");
      await edit(document, find(document, "seen=[]"), "a, ");
      for (let count = 0; count < 10; count++) await edit(document, new vscode.Position(1, 0), "\n");
      await edit(document, find(document, "def "), "x = 1\nif x is 3:\n    pass\n");
      await findings(document, "is-literal", 1);
      check(seen.most() === 0, `It was shown: ${seen.most()}`);
      // Now the other has looked, and reports nothing.
      await takeBack(document);
      await findings(document, RULE, 1);
      seen.dispose();
    });

    it("reports what the other does not: another rule, another line, a tool that nobody knows", async () => {
      const document = await show("apart.py", `${TEXT}${TEXT.replace("remember", "again")}`);
      await findings(document, RULE, 2);
      await report(document, "Ruff", "E501");
      await report(document, "nobody", "B006");
      await report(document, "Pylint", "B006");
      await settle(document);
      check(ours(document).length === 2, `It shows ${ours(document).length}.`);
      await report(document, "Ruff", "B006");
      const [left] = await findings(document, RULE, 1);
      check(left?.range.start.line === 3, "It is silent in the wrong line.");
      await takeBack(document);
    });

    it("is silent where the other reports the first line of the statement, and only there", async () => {
      const document = await show(
        "tall.py",
        `def tall(\n    item,\n    # why not\n    seen=[],\n):\n    return seen\n\n\n${TEXT}`,
      );
      await findings(document, RULE, 2);
      await reportAt(document.uri, "Pylint", "W0102:dangerous-default-value", 0, 4);
      const [left] = await findings(document, RULE, 1);
      check(left?.range.start.line === 8, `It is silent in the wrong place: ${left?.range.start.line}`);
      await takeBack(document);
      await findings(document, RULE, 2);
    });

    it("explains what the other reports, once, on hover", async () => {
      const document = await show("explained.py", TEXT);
      await report(document, "Ruff", "B006");
      const same = await hoverText(document, find(document, "[]"));
      check(same.split("Mutable default argument").length === 2, `The note is not there once: ${same}`);
      await report(document, "Ruff", "E501");
      const line = await hoverText(document, find(document, "[]"));
      check(/\*\*E501\*\*: /.test(line), `E501 is not explained: ${line}`);
      await reportAt(document.uri, "Pylint", "W0102:dangerous-default-value", 1, 4);
      const elsewhere = await hoverText(document, find(document, "seen.append", "seen"));
      check(elsewhere.includes("Mutable default argument"), `W0102 is not explained: ${elsewhere}`);
      await takeBack(document);
    });

    it("offers to explain what the other reports, and keeps its own fix", async () => {
      const document = await show("offers.py", TEXT);
      await report(document, "Ruff", "B006");
      await findings(document, RULE, 0);
      const titles = await until("the explanation", () => titlesAt(document), includes("Explain B006"));
      check(!titles.some((title) => /^(Ignore|Turn off|Open note)/.test(title)), `It offers ${titles}`);
      const fix = (await actionsAt(document)).find(({ edit }) => edit);
      check(fix?.edit, `There is no fix: ${titles}`);
      check(await vscode.workspace.applyEdit(fix.edit), "The fix was not applied.");
      check(!document.getText().includes("seen=[]"), document.getText());
      await takeBack(document);
    });

    it("opens what it knows of a code for which it has no rule", async () => {
      const document = await show("page.py", TEXT);
      await report(document, "Ruff", "B007");
      const titles = await until("the explanation", () => titlesAt(document), includes("Explain B007: "));
      const action = (await actionsAt(document)).find(({ title }) => title.startsWith("Explain B007"));
      check(action?.command, `It is no command: ${titles}`);
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
      const labels = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
      await until("the page", labels, (all) => all.some((label) => label.includes("B007")));
      await takeBack(document);
    });

    it("reports all of its own, and explains nothing of the other's, where a setting says so", async () => {
      const set = (value: boolean | undefined) =>
        vscode.workspace.getConfiguration("pygloss").update("explainOthers", value, vscode.ConfigurationTarget.Global);
      const document = await show("off.py", TEXT);
      await report(document, "Ruff", "B006");
      await findings(document, RULE, 0);
      await set(false);
      await findings(document, RULE, 1);
      const own = (all: readonly string[]) => includes("Ignore ")(all) && !includes("Explain ")(all);
      await until("its own actions alone", () => titlesAt(document), own);
      await set(undefined);
      await findings(document, RULE, 0);
      await takeBack(document);
    });

    it("explains codes in configurations", async () => {
      const document = await show("pyproject.toml", '[tool.ruff.lint]\nselect = ["B006", "PLW"]\n');
      const rule = await hoverText(document, find(document, "B006"));
      check(rule.includes("Mutable default argument"), rule);
      const family = await hoverText(document, find(document, "PLW"));
      check(/warnings that Ruff took from Pylint/.test(family), family);
      await vscode.workspace.fs.delete(document.uri);
    });
  });
}

/** How tools say what the rule says. */
const SAME = [
  ["Ruff", "B006"],
  // As Ruff's preview calls it.
  ["Ruff", "mutable-argument-default"],
  ["Flake8", "B006"],
  ["Pylint", "W0102:dangerous-default-value"],
  ["sonarqube", "python:S5717"],
] as const;

/** At the first `[]`. */
function report(document: vscode.TextDocument, source: string, code: string): Thenable<unknown> {
  const { line, character } = find(document, "[]");
  return reportAt(document.uri, source, code, line, character);
}

function reportAt(uri: vscode.Uri, source: string, code: string, line: number, character: number): Thenable<unknown> {
  const range = [
    { line, character },
    { line, character: character + 2 },
  ];
  return vscode.commands.executeCommand("otherLinter.report", uri.toString(), [{ source, code, range }]);
}

function takeBack(document: vscode.TextDocument): Thenable<unknown> {
  return vscode.commands.executeCommand("otherLinter.takeBack", document.uri.toString());
}

function others(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== "pygloss");
}

function ours(of: Pick<vscode.TextDocument, "uri">): readonly vscode.Diagnostic[] {
  return diagnostics(of).filter((diagnostic) => code(diagnostic) === RULE);
}

/** The most findings of the rule that were ever shown. */
function watch(of: Pick<vscode.TextDocument, "uri">) {
  let most = 0;
  const look = () => {
    most = Math.max(most, ours(of).length);
  };
  const listener = vscode.languages.onDidChangeDiagnostics(look);
  const timer = setInterval(look, 5);
  const dispose = () => {
    listener.dispose();
    clearInterval(timer);
  };
  return { most: () => most, dispose };
}

/** Waits until an edit has been judged, and with it everything before. */
async function settle(document: vscode.TextDocument): Promise<void> {
  await edit(document, new vscode.Position(document.lineCount - 1, 0), "if 1 is 3:\n    pass\n");
  await findings(document, "is-literal", 1);
}

function actionsAt(document: vscode.TextDocument): Thenable<vscode.CodeAction[]> {
  const start = find(document, "[]");
  const range = new vscode.Range(start, start.translate(0, 2));
  return vscode.commands.executeCommand("vscode.executeCodeActionProvider", document.uri, range);
}

async function titlesAt(document: vscode.TextDocument): Promise<string[]> {
  return (await actionsAt(document)).map(({ title }) => title);
}

function includes(start: string) {
  return (titles: readonly string[]) => titles.some((title) => title.startsWith(start));
}
