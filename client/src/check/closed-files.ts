import { type Diagnostic, Disposable, languages, type Uri, workspace } from "vscode";

/**
 * What was found in files that nobody has open. The server speaks for a file from the moment it is opened, and what was
 * found in one that changed or went holds no more.
 */
export class ClosedFiles {
  readonly #findings = languages.createDiagnosticCollection("pygloss.workspace");
  readonly #listeners: Disposable;

  constructor() {
    const watcher = workspace.createFileSystemWatcher("**/*.py", true);
    const forget = (uri: Uri) => this.#findings.delete(uri);
    this.#listeners = Disposable.from(
      this.#findings,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
      workspace.onDidOpenTextDocument(({ uri }) => forget(uri)),
    );
  }

  set(uri: Uri, findings: readonly Diagnostic[]): void {
    if (!isOpen(uri)) this.#findings.set(uri, findings);
  }

  clear(): void {
    this.#findings.clear();
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

function isOpen(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
