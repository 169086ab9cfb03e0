import { Uri, window, workspace } from "vscode";

/** Opens a Python file of ours as a new one, to try things on; nothing is written anywhere. */
export async function openSample(extension: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, "sample", "report.py"));
  const content = new TextDecoder().decode(bytes);
  await window.showTextDocument(await workspace.openTextDocument({ language: "python", content }));
}
