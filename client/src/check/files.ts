import { type CancellationToken, FileType, Uri, workspace } from "vscode";
import {
  ENVIRONMENT_MARK,
  type GitIgnore,
  isIgnored,
  readGitIgnore,
  TOOL_FOLDERS,
  withASay,
} from "../../../server/src/core/config/ignored.ts";

export interface FoundFiles {
  readonly files: readonly Uri[];
  /** What could not be listed. */
  readonly unread: readonly Uri[];
}

/**
 * The Python files below the workspace's folders, without what `.gitignore` names, the folders of tools, and links, as
 * `pygloss check` finds them. They are asked of VS Code, so they may lie anywhere.
 */
export async function findPython(token: CancellationToken): Promise<FoundFiles> {
  const files: Uri[] = [];
  const unread: Uri[] = [];
  const walk = async (folder: Uri, above: readonly GitIgnore[]): Promise<void> => {
    if (token.isCancellationRequested) return;
    const entries = await list(folder);
    if (!entries) unread.push(folder);
    if (!entries || entries.some(([name]) => name === ENVIRONMENT_MARK)) return;
    const own = entries.some(([name]) => name === ".gitignore") ? await gitIgnore(folder) : [];
    const ignores = [...withASay(`${folder.path}/`, above), ...own];
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory) {
        if (!TOOL_FOLDERS.has(name) && !isIgnored(`${uri.path}/`, ignores)) await walk(uri, ignores);
      } else if (type === FileType.File && name.endsWith(".py") && !isIgnored(uri.path, ignores)) files.push(uri);
    }
  };
  for (const { uri } of workspace.workspaceFolders ?? []) await walk(uri, []);
  // Folders of a workspace may lie in each other.
  return { files: [...new Map(files.map((uri) => [uri.toString(), uri])).values()], unread };
}

async function list(folder: Uri): Promise<[string, FileType][] | undefined> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return undefined;
  }
}

async function gitIgnore(folder: Uri): Promise<GitIgnore[]> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, ".gitignore"));
    return [readGitIgnore(folder.path, new TextDecoder().decode(bytes))];
  } catch {
    return [];
  }
}
