/** What the suite does and reads in the editor, through `vscode` alone, so that it means the same in every host. */
import * as vscode from "vscode";

/** Asks again until the answer is good; a test should never depend on how quick a machine is. */
export async function until<T>(what: string, ask: () => T | Thenable<T>, good: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}; last seen: ${JSON.stringify(answer)}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

export function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Writes a file into the workspace, which in the browser begins empty, and shows it. */
export async function show(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await write(name, text));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function write(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  check(folder, "The suite runs with a folder open.");
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, ".."));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The position of a piece of text, which the document must contain, or of a piece within it. */
export function find(document: vscode.TextDocument, text: string, within = text): vscode.Position {
  const start = document.getText().indexOf(text);
  check(start >= 0 && text.includes(within), `${document.uri.path} has no ${JSON.stringify(text)} with ${within}.`);
  return document.positionAt(start + text.indexOf(within));
}

export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const ask = () =>
    vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
  const hovers = await until(`a hover at ${position.line + 1}:${position.character + 1}`, ask, (all) => all.length > 0);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

export function diagnostics({ uri }: Pick<vscode.TextDocument, "uri">): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "pygloss");
}

export function code({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** The diagnostics of a rule, once there are as many as expected. */
export function findings(document: vscode.TextDocument, rule: string, count: number) {
  const ofRule = () => diagnostics(document).filter((diagnostic) => code(diagnostic) === rule);
  return until(`${count} × ${rule} in ${document.uri.path}`, ofRule, ({ length }) => length === count);
}

export async function edit(document: vscode.TextDocument, position: vscode.Position, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.insert(document.uri, position, text);
  check(await vscode.workspace.applyEdit(change), "The editor refused an edit.");
}
