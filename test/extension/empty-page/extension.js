const vscode = require("vscode");

/** The command takes as little as a page can take: no script, no stylesheet, nothing to ask for. */
exports.activate = (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand("emptyPage.open", () => {
      const panel = vscode.window.createWebviewPanel("emptyPage", "Empty Page", vscode.ViewColumn.Beside);
      panel.webview.html = "<!DOCTYPE html><html><body><h1>Empty</h1></body></html>";
    }),
  );
};
