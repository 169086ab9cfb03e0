import type { Span } from "../api.ts";
import type { Tool } from "../notes/note.ts";
import type { ConfigFileName } from "./config.ts";
import { iniWords, tomlWords, type Word } from "./words.ts";

/** A code of another tool, or the beginning of several, in a project's configuration. */
export interface ListedCode {
  readonly tool: Tool;
  readonly code: string;
  readonly span: Span;
}

/** The words of a configuration, in the order of the text. */
export function wordsOf(name: ConfigFileName, text: string): Iterable<Word> {
  return name.endsWith(".toml") ? tomlWords(text) : iniWords(text);
}

/** The code at an offset of a configuration, where one may stand there; whether there is such a code is not known here. */
export function listedCodeAt(offset: number, name: ConfigFileName, text: string): ListedCode | null {
  for (const { path, isKey, span } of wordsOf(name, text)) {
    const list = span.start <= offset && offset <= span.end ? listFor(name, path) : undefined;
    if (!list || (list.isKey ?? false) !== isKey) continue;
    // What stands between the quotes, or in the line, may be several codes.
    for (const { 0: code, index } of text.slice(span.start, span.end).matchAll(CODE)) {
      const place = { start: span.start + index, end: span.start + index + code.length };
      if (place.start <= offset && offset <= place.end) return { tool: list.tool, code, span: place };
    }
  }
  return null;
}

/** The list of codes to which keys lead, if any. */
export function listFor(name: ConfigFileName, path: readonly string[]): CodeList | undefined {
  const keys = path.join("/");
  return LISTS.find((list) => list.files.test(name) && list.path.test(keys));
}

/** The codes in a value, of which one may have several. */
export function codesIn(value: string): string[] {
  return value.match(CODE) ?? [];
}

/** Not what is part of a pattern for files. */
const CODE = /(?<![\w*./\\-])[A-Za-z][\w-]*(?![\w*./\\:-])/g;

/** Where codes stand: as values, or as keys. A path is the keys that lead there, with slashes between them. */
interface CodeList {
  readonly tool: Tool;
  readonly files: RegExp;
  readonly path: RegExp;
  readonly isKey?: true;
}

const TOML = /^pyproject\.toml$/;
const INI = /\.(?:cfg|ini)$/;

const LISTS: readonly CodeList[] = [
  ...["ruff", "ruff/lint"].map((table) => ({ tool: "ruff", files: TOML, path: ruffLists(`tool/${table}/`) }) as const),
  ...["", "lint/"].map((table) => ({ tool: "ruff", files: /ruff\.toml$/, path: ruffLists(table) }) as const),
  { tool: "flake8", files: TOML, path: /^tool\/flake8\/(?:(?:extend-)?(?:select|ignore)|per-file-ignores)$/ },
  {
    tool: "flake8",
    files: /flake8$|\.(?:cfg|ini)$/,
    path: /^(?:flake8|pycodestyle)\/(?:(?:extend-|extend-default-)?(?:select|ignore)|per-file-ignores)$/,
  },
  { tool: "pylint", files: TOML, path: /^tool\/pylint\/(?:[^/]+\/)?(?:disable|enable)$/ },
  { tool: "pylint", files: INI, path: /^pylint[^/]*\/(?:disable|enable)$/i },
  { tool: "pylint", files: /pylintrc$/, path: /^[^/]+\/(?:disable|enable)$/ },
  { tool: "bandit", files: TOML, path: /^tool\/bandit\/(?:skips|tests)$/ },
  { tool: "bandit", files: INI, path: /^bandit\/(?:skips|tests)$/ },
  { tool: "pyright", files: TOML, path: /^tool\/(?:based)?pyright\/report\w+$/, isKey: true },
];

function ruffLists(table: string): RegExp {
  const lists = "select|ignore|fixable|unfixable|safe-fixes|unsafe-fixes";
  return new RegExp(`^${table}(?:(?:extend-)?(?:${lists})$|(?:extend-)?per-file-ignores/)`);
}
