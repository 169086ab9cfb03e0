import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import {
  ENVIRONMENT_MARK,
  type GitIgnore,
  isIgnored,
  readGitIgnore,
  TOOL_FOLDERS,
  withASay,
} from "../../core/config/ignored.ts";
import { type Failure, fileFailure } from "../failure.ts";
import { readSmall } from "./readSmall.ts";

/**
 * The files to check, in the order of their paths, each once. A file that is named is taken whatever it is called and
 * whoever ignores it, as Ruff does; a folder is searched for Python, without what `.gitignore` names, without the
 * folders of tools, and without following links to folders. `complain` hears of what cannot be read.
 */
export function findFiles(paths: readonly string[], complain: (problem: Failure) => void): string[] {
  const found = new Map<string, string>();
  const links: string[] = [];
  for (const path of paths) {
    try {
      if (!statSync(path).isDirectory()) found.set(realpathSync(path), path);
      else walk(rootOf(path), found, links, complain);
    } catch (error) {
      complain(fileFailure(path, error));
    }
  }
  // A link to a file that is checked anyway would only say the same again.
  for (const link of links) {
    try {
      const target = realpathSync(link);
      if (!found.has(target)) found.set(target, link);
    } catch {
      // It is gone since.
    }
  }
  return [...found.values()].sort((a, b) => (a < b ? -1 : 1));
}

interface Folder {
  /** As the user will read it. */
  readonly path: string;
  /** Absolute, and without symbolic links. */
  readonly real: string;
  readonly ignores: readonly GitIgnore[];
}

function walk(folder: Folder, found: Map<string, string>, links: string[], complain: (problem: Failure) => void): void {
  const own = readIgnore(folder.real);
  const ignores = own ? [...folder.ignores, own] : folder.ignores;
  for (const entry of listFolder(folder.path, complain)) {
    const path = join(folder.path, entry.name);
    const real = join(folder.real, entry.name);
    if (entry.isDirectory()) {
      if (isToolFolder(real) || isIgnored(asFolder(real), ignores)) continue;
      walk({ path, real, ignores: withASay(asFolder(real), ignores) }, found, links, complain);
    } else if (PYTHON.test(entry.name) && !isIgnored(slashed(real), ignores)) {
      if (entry.isFile()) found.set(real, path);
      else if (entry.isSymbolicLink() && isFile(path)) links.push(path);
    }
  }
}

const PYTHON = /\.(py|pyi|ipynb)$/;

/** A virtual environment may have any name; this file makes it one. */
function isToolFolder(path: string): boolean {
  return TOOL_FOLDERS.has(basename(path)) || existsSync(join(path, ENVIRONMENT_MARK));
}

function listFolder(path: string, complain: (problem: Failure) => void): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    complain(fileFailure(path, error));
    return [];
  }
}

/** A folder to begin with, under the `.gitignore` files that hold for it from the root of its repository down. */
function rootOf(path: string): Folder {
  const real = realpathSync(path);
  const above: string[] = [];
  for (let folder = real; !existsSync(join(folder, ".git")); ) {
    folder = dirname(folder);
    if (above.at(-1) === folder) return { path, real, ignores: [] };
    above.push(folder);
  }
  const ignores = above.reverse().flatMap((folder) => readIgnore(folder) ?? []);
  return { path, real, ignores: withASay(asFolder(real), ignores) };
}

function readIgnore(folder: string): GitIgnore | null {
  try {
    const text = readSmall(join(folder, ".gitignore"));
    const ignoresCase = process.platform === "win32" || process.platform === "darwin";
    return text === null ? null : readGitIgnore(slashed(folder), text, ignoresCase);
  } catch {
    // There is none, or it is nothing that can be read.
    return null;
  }
}

function asFolder(path: string): string {
  return slashed(path).replace(/\/?$/, "/");
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // It leads nowhere, or in a circle.
    return false;
  }
}
