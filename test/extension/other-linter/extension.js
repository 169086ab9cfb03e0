const vscode = require("vscode");

/** The two commands of a linter that a test can drive: it reports in a document, and takes all of that back. */
exports.activate = (context) => {
  const reported = vscode.languages.createDiagnosticCollection("other-linter");
  context.subscriptions.push(
    reported,
    vscode.commands.registerCommand("otherLinter.report", (uri, reports) => {
      reported.set(vscode.Uri.parse(uri), reports.map(toDiagnostic));
    }),
    vscode.commands.registerCommand("otherLinter.takeBack", (uri) => reported.delete(vscode.Uri.parse(uri))),
  );
};

function toDiagnostic({ source, code, range: [start, end] }) {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const diagnostic = new vscode.Diagnostic(range, `${source} does not like this`, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = source;
  // As Ruff and Pylint do it: the code is a link to its page.
  diagnostic.code = { value: code, target: vscode.Uri.parse(`https://example.org/${code}`) };
  return diagnostic;
}
