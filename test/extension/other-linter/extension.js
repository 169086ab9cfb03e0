const vscode = require("vscode");

/**
 * The two commands of a linter that a test can drive: it reports in a document, and takes all of that back. From the
 * palette, it reports as Ruff does every `=[]` in the editor.
 */
exports.activate = (context) => {
  const reported = vscode.languages.createDiagnosticCollection("other-linter");
  const uriOf = (address) => (address ? vscode.Uri.parse(address) : vscode.window.activeTextEditor?.document.uri);
  context.subscriptions.push(
    reported,
    vscode.commands.registerCommand("otherLinter.report", (address, reports = mutableDefaults()) => {
      reported.set(uriOf(address), reports.map(toDiagnostic));
    }),
    vscode.commands.registerCommand("otherLinter.takeBack", (address) => reported.delete(uriOf(address))),
  );
};

function mutableDefaults() {
  const { document } = vscode.window.activeTextEditor;
  return [...document.getText().matchAll(/(?<==)\[\]/g)].map(({ index }) => ({
    source: "Ruff",
    code: "B006",
    range: [document.positionAt(index), document.positionAt(index + 2)],
  }));
}

function toDiagnostic({ source, code, range: [start, end] }) {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(range, `${source} does not like this`, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = source;
  // As Ruff and Pylint do it: the code is a link to its page.
  diagnostic.code = { value: code, target: vscode.Uri.parse(`https://example.org/${code}`) };
  return diagnostic;
}
