import type { Shelf } from "../api.ts";
import { TOOLS } from "../notes/note.ts";
import { t, type Words } from "../words.ts";
import { type Config, KEYS, LEVELS, PROFILES } from "./config.ts";
import { isTooWild, MOST_GLOBSTARS } from "./patterns.ts";
import { isVersions } from "./python.ts";
import { hint, isTable, told } from "./say.ts";

/** Something in a configuration that makes no sense: where, by keys, and why. */
export interface Mistake {
  readonly path: readonly string[];
  /** What stands there, when it is a value in a list. */
  readonly value?: string;
  readonly message: Words;
}

/** Takes what is right from what somebody wrote, whatever it is; what is wrong is left out and told. */
export function readSection(section: unknown, shelf: Shelf): { config: Config; mistakes: readonly Mistake[] } {
  const reader = new Reader(shelf);
  const config = reader.read(section);
  return { config, mistakes: reader.mistakes };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Reader {
  readonly mistakes: Mistake[] = [];
  private readonly shelf: Shelf;

  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  read(section: unknown): Config {
    const config: Mutable<Config> = {};
    if (!isTable(section)) {
      this.wrong([], t`tool.pygloss is to be a table, [tool.pygloss], and not ${told(section)}`);
      return config;
    }
    for (const [key, value] of Object.entries(section)) {
      if (key === "rules") config.rules = this.levels([key], value);
      else if (key === "exclude") config.exclude = this.patterns(value);
      else if (key === "per-file-rules") config[key] = this.perFile(value);
      else if (key === "python" && isVersions(value)) config.python = value;
      else if (key === "python") this.wrong([key], isToBe(PYTHON, value));
      else if (key === "profile") this.profile(value, config);
      else if (key === "deferTo") config.deferTo = this.tools(value);
      else if (key === "baseline") this.baseline(value, config);
      else this.wrong([key], t`there is no key ${key}; ${hint(key, KEYS, theKeysAre)}`);
    }
    return config;
  }

  private levels(path: readonly string[], value: unknown): Config["rules"] & object {
    const levels: [string, (typeof LEVELS)[number]][] = [];
    if (!isTable(value))
      this.wrong(
        path,
        isToBe(t`${path.at(-1) ?? ""} is to be a table of levels, such as { bare-except = "off" }`, value),
      );
    else {
      for (const [id, level] of Object.entries(value)) {
        const known = LEVELS.find((one) => one === level);
        const problem = this.ruleProblem(id);
        if (problem) this.wrong([...path, id], problem);
        else if (known) levels.push([id, known]);
        else this.wrong([...path, id], levelProblem(id, level));
      }
    }
    return Object.fromEntries(levels);
  }

  private ruleProblem(id: string): Words | null {
    const note = this.shelf.find(id);
    if (note?.kind === "trap" && note.id === id) return null;
    if (note?.kind === "trap" && note.id !== id.toLowerCase())
      return t`${id} is a code of another linter; here the rule is called ${note.id}`;
    if (note && note.id === id) return t`${id} is a note without a rule; pygloss rules lists the rules`;
    // To look for what was meant takes a while, and nobody reads a hundred guesses.
    if (this.mistakes.length >= MOST_GUESSES) return t`there is no rule ${id}`;
    const rules = this.shelf.entries.filter(({ kind }) => kind === "trap").map((entry) => entry.id);
    return t`there is no rule ${id}; ${hint(id, rules, theyAreListed)}`;
  }

  private patterns(value: unknown): string[] {
    const example = t`exclude is to be a list of patterns, such as ["build/", "*_pb2.py"]`;
    return this.list("exclude", value, example).flatMap((one) => {
      const problem = patternProblem(one);
      if (problem) this.wrong(["exclude"], problem, String(one));
      return problem || typeof one !== "string" ? [] : [one];
    });
  }

  private perFile(value: unknown): Config["per-file-rules"] & object {
    const key = "per-file-rules";
    if (!isTable(value)) {
      this.wrong([key], isToBe(t`${key} is to be a table, such as { "tests/" = { bare-except = "off" } }`, value));
      return {};
    }
    const entries = Object.entries(value).flatMap(([pattern, levels]) => {
      const problem = patternProblem(pattern);
      if (problem) this.wrong([key, pattern], problem);
      return problem ? [] : [[pattern, this.levels([key, pattern], levels)] as const];
    });
    return Object.fromEntries(entries);
  }

  private profile(value: unknown, config: Mutable<Config>): void {
    const known = PROFILES.find((one) => one === value);
    if (known) config.profile = known;
    else this.wrong(["profile"], t`${told(value)} is no profile; ${hint(String(value), PROFILES, itTakes)}`);
  }

  private tools(value: unknown): NonNullable<Config["deferTo"]> {
    return this.list("deferTo", value, t`deferTo is to be a list of tools, such as ["ruff"]`).flatMap((one) => {
      const tool = TOOLS.find((name) => name === one);
      if (!tool)
        this.wrong(
          ["deferTo"],
          t`deferTo knows no tool ${told(one)}; ${hint(String(one), TOOLS, itKnows)}`,
          String(one),
        );
      return tool ?? [];
    });
  }

  private baseline(value: unknown, config: Mutable<Config>): void {
    const example = t`baseline is to be the path of a file, such as "pygloss-baseline.json"`;
    if (typeof value !== "string") this.wrong(["baseline"], isToBe(example, value));
    else if (value.trim() === "" || /^(?:[\\/~]|[A-Za-z]:)|\\|(?:^|\/)\.\.(?:\/|$)/.test(value))
      this.wrong(["baseline"], t`${told(value)}: ${example}, with slashes, in the folder of this file or below`);
    else config.baseline = value;
  }

  private list(key: string, value: unknown, example: Words): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.wrong([key], isToBe(example, value));
    return [];
  }

  private wrong(path: readonly string[], message: Words, value?: string): void {
    this.mistakes.push({ path, message, ...(value === undefined ? {} : { value }) });
  }
}

const MOST_GUESSES = 100;

const PYTHON = t`python is to be versions as in requires-python, such as ">=3.10"`;

function isToBe(example: Words, value: unknown): Words {
  return t`${example}, and not ${told(value)}`;
}

const theKeysAre = (keys: Words) => t`the keys are ${keys}`;
const theyAreListed = () => t`pygloss rules lists them`;
const itKnows = (tools: Words) => t`it knows ${tools}`;
const itTakes = (words: Words) => t`it takes ${words}`;

function levelProblem(id: string, level: unknown): Words {
  if (level === false) return t`false is no level for ${id}; write "off"`;
  if (level === true) return t`true is no level for ${id}; a rule is on unless it is "off"`;
  return t`${told(level)} is no level for ${id}; ${hint(String(level), LEVELS, itTakes)}`;
}

function patternProblem(pattern: unknown): Words | null {
  if (typeof pattern !== "string") return t`${told(pattern)} is no pattern; patterns are strings, such as "build/"`;
  if (pattern.trim() === "") return t`an empty pattern names no file`;
  if (isTooWild(pattern))
    return t`${told(pattern)} has more than ${String(MOST_GLOBSTARS)} of **; write several patterns`;
  if (/\\|^[A-Za-z]:/.test(pattern)) return t`${told(pattern)}: patterns have slashes, as in .gitignore, and no drives`;
  if (/^(?:\.\.\/|~)/.test(pattern)) return t`${told(pattern)}: patterns name files below the folder of this file`;
  return null;
}
