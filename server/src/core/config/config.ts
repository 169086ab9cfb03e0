import type { RuleLevels } from "../api.ts";
import type { Tool } from "../notes/note.ts";

/** What `[tool.pygloss]` and the settings `pygloss.*` say alike. What is missing was not said. */
export interface Config {
  readonly rules?: RuleLevels;
  /** Patterns as in `.gitignore`, from the folder of the file they stand in. */
  readonly exclude?: readonly string[];
  /** Levels for the files that a pattern names; later ones win. */
  readonly "per-file-rules"?: Readonly<Record<string, RuleLevels>>;
  /** Versions as in `requires-python`. */
  readonly python?: string;
  readonly profile?: Profile;
  /** Tools that report first: a rule that says the same as one of theirs is theirs. */
  readonly deferTo?: readonly Tool[];
  /** A file of known findings, from the folder of the file it stands in. */
  readonly baseline?: string;
}

export const KEYS = ["rules", "exclude", "per-file-rules", "python", "profile", "deferTo", "baseline"] as const;

/** Who reads: `professional` has no rules that only hint, unless `rules` names them, and shorter hovers. */
export const PROFILES = ["learner", "professional"] as const;
export type Profile = (typeof PROFILES)[number];

export function isProfile(word: unknown): word is Profile {
  return PROFILES.some((profile) => profile === word);
}

export const LEVELS = ["off", "hint", "information", "warning", "error"] as const;

/** The files of a project in which rules of tools are chosen by their codes. */
export const CONFIG_FILES = [
  "pyproject.toml",
  "ruff.toml",
  ".ruff.toml",
  ".flake8",
  "setup.cfg",
  "tox.ini",
  ".pylintrc",
  "pylintrc",
] as const;
export type ConfigFileName = (typeof CONFIG_FILES)[number];

/** The second one wins, key by key, in `rules` rule by rule. */
export function merge(project: Config, editor: Config): Config {
  return { ...project, ...editor, rules: { ...project.rules, ...editor.rules } };
}
