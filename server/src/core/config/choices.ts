import type { Tool } from "../notes/note.ts";
import { codesIn, listFor, wordsOf } from "./codesInConfig.ts";
import type { ConfigFileName } from "./config.ts";

/** Whether a tool reports something that has these codes, as a project has set it up. */
export type Choice = (codes: readonly string[]) => boolean;

/** Of tools that are missing, the project does not say. */
export type Choices = Readonly<Partial<Record<Tool, Choice>>>;

/** Where tools look in a folder. What comes first counts. */
export const CHOICE_FILES: readonly ConfigFileName[] = [
  ".ruff.toml",
  "ruff.toml",
  "pylintrc",
  ".pylintrc",
  "pyproject.toml",
  "setup.cfg",
  "tox.ini",
];

/** What the files of one folder choose, each given with its text. */
export function choicesIn(texts: ReadonlyMap<string, string>): Choices {
  const choices: Partial<Record<Tool, Choice>> = {};
  for (const name of CHOICE_FILES) {
    const lists = readLists(name, texts.get(name) ?? "");
    if (lists.ruff && !choices.ruff) choices.ruff = ruffChoice(lists.ruff);
    if (lists.pylint && !choices.pylint) choices.pylint = pylintChoice(lists.pylint);
  }
  return choices;
}

/** By key: `select`, `disable`. */
type Lists = ReadonlyMap<string, readonly string[]>;

/** The lists of each tool of which a file speaks at all. */
function readLists(name: ConfigFileName, text: string): Partial<Record<Tool, Lists>> {
  const found: Partial<Record<Tool, Map<string, string[]>>> = {};
  for (const word of wordsOf(name, text)) {
    const tool = SPEAKING.find(({ files, path }) => files.test(name) && path.test(word.path.join("/")))?.tool;
    if (!tool) continue;
    const lists = found[tool] ?? new Map<string, string[]>();
    found[tool] = lists;
    const key = word.path.at(-1) ?? "";
    if (!listFor(name, word.path) || word.path.some((part) => part.endsWith("per-file-ignores"))) continue;
    lists.set(key, [...(lists.get(key) ?? []), ...(word.isKey ? [] : codesIn(word.text))]);
  }
  return found;
}

const SPEAKING: readonly { readonly tool: Tool; readonly files: RegExp; readonly path: RegExp }[] = [
  { tool: "ruff", files: /ruff\.toml$/, path: /^/ },
  { tool: "ruff", files: /^pyproject\.toml$/, path: /^tool\/ruff(?:\/|$)/ },
  { tool: "pylint", files: /pylintrc$/, path: /^/ },
  { tool: "pylint", files: /^pyproject\.toml$/, path: /^tool\/pylint(?:\/|$)/ },
  { tool: "pylint", files: /\.(?:cfg|ini)$/, path: /^pylint/i },
];

/** What Ruff selects by itself differs by version: without `select`, all that is not ignored counts as Ruff's. */
function ruffChoice(lists: Lists): Choice {
  const of = (key: string) => lists.get(key) ?? [];
  return choice(
    [...(lists.get("select") ?? ["ALL"]), ...of("extend-select")],
    [...of("ignore"), ...of("extend-ignore")],
  );
}

function pylintChoice(lists: Lists): Choice {
  return choice(["all", ...(lists.get("enable") ?? [])], lists.get("disable") ?? []);
}

/** As in Ruff: the longer prefix is the more exact one and wins; of two that are alike, the one that turns off. */
function choice(on: readonly string[], off: readonly string[]): Choice {
  return (codes) => rulesOf(codes).some((names) => longest(names, on) > longest(names, off));
}

/** The code and the name of each rule: of `[W0123, eval-used, W0122, exec-used]` there are two. */
function rulesOf(codes: readonly string[]): string[][] {
  const rules: string[][] = [];
  for (const code of codes) {
    const last = rules.at(-1);
    if (!last || /^[A-Z]+\d+$/.test(code)) rules.push([code]);
    else last.push(code);
  }
  return rules;
}

/** The length of the longest of the prefixes that one of the names has; -1 for none. */
function longest(names: readonly string[], prefixes: readonly string[]): number {
  const lengths = prefixes.flatMap((prefix) =>
    names.map((name) => (/^all$/i.test(prefix) ? 0 : name.startsWith(prefix) ? prefix.length : -1)),
  );
  return Math.max(-1, ...lengths);
}
