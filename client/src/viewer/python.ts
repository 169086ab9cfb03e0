import { Uri, workspace } from "vscode";
import type { PythonFiles } from "./messages.ts";

/** CPython, as the extension has it in its folder. It is read when the first example of a page is run. */
export async function readPython(extension: Uri): Promise<PythonFiles> {
  const read = async (name: string) =>
    new Uint8Array(await workspace.fs.readFile(Uri.joinPath(extension, "dist", "python", name)));
  const [worker, interpreter, library] = await Promise.all([
    read("worker.js"),
    read("interpreter.wasm.gz"),
    read("library.zip"),
  ]);
  return { worker, interpreter, library };
}
