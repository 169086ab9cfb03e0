import { Patterns } from "./patterns.ts";

/** A `.gitignore` and the folder it stands in. Paths are absolute here, with slashes; those of folders to test end in one. */
export interface GitIgnore {
  readonly folder: string;
  readonly rules: Patterns;
}

/** `ignoresCase`: whether the file system takes `A` for `a`. */
export function readGitIgnore(folder: string, text: string, ignoresCase = false): GitIgnore {
  return { folder: folder.replace(/\/$/, ""), rules: new Patterns(text.split(/\r?\n/), ignoresCase) };
}

/** The innermost `.gitignore` that has something to say decides. */
export function isIgnored(path: string, ignores: readonly GitIgnore[]): boolean {
  return ignores.reduce((before, gitIgnore) => {
    const { ignored, unignored } = test(path, gitIgnore);
    return ignored || (before && !unignored);
  }, false);
}

/** Inside of a folder that is searched although a `.gitignore` names it, that one has lost its say. */
export function withASay(folder: string, ignores: readonly GitIgnore[]): GitIgnore[] {
  return ignores.filter((gitIgnore) => !test(folder, gitIgnore).ignored);
}

function test(path: string, { folder, rules }: GitIgnore) {
  return rules.test(path.slice(folder.length + 1));
}

/** What Ruff leaves out by itself, and where Python puts what it compiled. */
export const TOOL_FOLDERS: ReadonlySet<string> = new Set(
  (
    "__pycache__ .bzr .direnv .eggs .git .git-rewrite .hg .ipynb_checkpoints .mypy_cache .nox .pants.d .pyenv " +
    ".pytest_cache .pytype .ruff_cache .svn .tox .venv .vscode __pypackages__ _build buck-out build dist " +
    "node_modules site-packages venv"
  ).split(" "),
);

/** The file that makes a folder of any name a virtual environment. */
export const ENVIRONMENT_MARK = "pyvenv.cfg";
