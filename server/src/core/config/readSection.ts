import type { Shelf } from "../api.ts";
import { TOOLS } from "../notes/note.ts";
import { type Config, KEYS, LEVELS, PROFILES } from "./config.ts";
import { isTooWild, MOST_GLOBSTARS } from "./patterns.ts";
import { isVersions } from "./python.ts";
import { hint, isTable, told } from "./say.ts";

/** Something in a configuration that makes no sense: where, by keys, and why. */
export interface Mistake {
  readonly path: readonly string[];
  /** What stands there, when it is a value in a list. */
  readonly value?: string;
  readonly message: string;
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
      this.wrong([], `tool.pygloss is to be a table, [tool.pygloss], and not ${told(section)}`);
      return config;
    }
    for (const [key, value] of Object.entries(section)) {
      if (key === "rules") config.rules = this.levels([key], value);
      else if (key === "exclude") config.exclude = this.patterns(value);
      else if (key === "per-file-rules") config[key] = this.perFile(value);
      else if (key === "python" && isVersions(value)) config.python = value;
      else if (key === "python") this.wrong([key], `${PYTHON}, and not ${told(value)}`);
      else if (key === "profile") this.profile(value, config);
      else if (key === "deferTo") config.deferTo = this.tools(value);
      else if (key === "baseline") this.baseline(value, config);
      else this.wrong([key], `there is no key ${key}; ${hint(key, KEYS, "the keys are")}`);
    }
    return config;
  }

  private levels(path: readonly string[], value: unknown): Config["rules"] & object {
    const levels: [string, (typeof LEVELS)[number]][] = [];
    if (!isTable(value))
      this.wrong(
        path,
        `${path.at(-1)} is to be a table of levels, such as { bare-except = "off" }, and not ${told(value)}`,
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

  private ruleProblem(id: string): string | null {
    const note = this.shelf.find(id);
    if (note?.kind === "trap" && note.id === id) return null;
    if (note?.kind === "trap" && note.id !== id.toLowerCase())
      return `${id} is a code of another linter; here the rule is called ${note.id}`;
    if (note && note.id === id) return `${id} is a note without a rule; pygloss rules lists the rules`;
    // To look for what was meant takes a while, and nobody reads a hundred guesses.
    if (this.mistakes.length >= MOST_GUESSES) return `there is no rule ${id}`;
    const rules = this.shelf.entries.filter(({ kind }) => kind === "trap").map((entry) => entry.id);
    return `there is no rule ${id}; ${hint(id, rules, "")}`;
  }

  private patterns(value: unknown): string[] {
    const example = 'exclude is to be a list of patterns, such as ["build/", "*_pb2.py"]';
    return this.list("exclude", value, example).flatMap((one) => {
      const problem = patternProblem(one);
      if (problem) this.wrong(["exclude"], problem, String(one));
      return problem || typeof one !== "string" ? [] : [one];
    });
  }

  private perFile(value: unknown): Config["per-file-rules"] & object {
    const key = "per-file-rules";
    if (!isTable(value)) {
      this.wrong(
        [key],
        `${key} is to be a table, such as { "tests/" = { bare-except = "off" } }, and not ${told(value)}`,
      );
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
    else this.wrong(["profile"], `${told(value)} is no profile; ${hint(String(value), PROFILES, "it takes")}`);
  }

  private tools(value: unknown): NonNullable<Config["deferTo"]> {
    return this.list("deferTo", value, 'deferTo is to be a list of tools, such as ["ruff"]').flatMap((one) => {
      const tool = TOOLS.find((name) => name === one);
      if (!tool)
        this.wrong(
          ["deferTo"],
          `deferTo knows no tool ${told(one)}; ${hint(String(one), TOOLS, "it knows")}`,
          String(one),
        );
      return tool ?? [];
    });
  }

  private baseline(value: unknown, config: Mutable<Config>): void {
    const example = 'baseline is to be the path of a file, such as "pygloss-baseline.json"';
    if (typeof value !== "string") this.wrong(["baseline"], `${example}, and not ${told(value)}`);
    else if (value.trim() === "" || /^(?:[\\/~]|[A-Za-z]:)|\\|(?:^|\/)\.\.(?:\/|$)/.test(value))
      this.wrong(["baseline"], `${told(value)}: ${example}, with slashes, in the folder of this file or below`);
    else config.baseline = value;
  }

  private list(key: string, value: unknown, example: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.wrong([key], `${example}, and not ${told(value)}`);
    return [];
  }

  private wrong(path: readonly string[], message: string, value?: string): void {
    this.mistakes.push({ path, message, ...(value === undefined ? {} : { value }) });
  }
}

const MOST_GUESSES = 100;

const PYTHON = 'python is to be versions as in requires-python, such as ">=3.10"';

function levelProblem(id: string, level: unknown): string {
  if (level === false) return `false is no level for ${id}; write "off"`;
  if (level === true) return `true is no level for ${id}; a rule is on unless it is "off"`;
  return `${told(level)} is no level for ${id}; ${hint(String(level), LEVELS, "it takes")}`;
}

function patternProblem(pattern: unknown): string | null {
  if (typeof pattern !== "string") return `${told(pattern)} is no pattern; patterns are strings, such as "build/"`;
  if (pattern.trim() === "") return "an empty pattern names no file";
  if (isTooWild(pattern)) return `${told(pattern)} has more than ${MOST_GLOBSTARS} of **; write several patterns`;
  if (/\\|^[A-Za-z]:/.test(pattern)) return `${told(pattern)}: patterns have slashes, as in .gitignore, and no drives`;
  if (/^(?:\.\.\/|~)/.test(pattern)) return `${told(pattern)}: patterns name files below the folder of this file`;
  return null;
}
