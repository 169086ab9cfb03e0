import type { RuleLevels, Shelf } from "../api.ts";
import type { NoteEntry } from "../notes/note.ts";
import type { Choices } from "./choices.ts";
import type { Config } from "./config.ts";
import { Patterns } from "./patterns.ts";
import { holdsFor } from "./python.ts";

/** Answers what a configuration means for a file. Paths are relative to the configuration's folder, with slashes. */
export class Project {
  private readonly excluded: Patterns;
  private readonly perFile: readonly { readonly files: Patterns; readonly levels: RuleLevels }[];
  private readonly levels: RuleLevels;
  private readonly rules: readonly NoteEntry[];

  constructor(config: Config, choices: Choices, shelf: Shelf) {
    this.rules = shelf.entries.filter(({ kind }) => kind === "trap");
    this.excluded = new Patterns(config.exclude ?? []);
    this.perFile = Object.entries(config["per-file-rules"] ?? {}).map(([pattern, levels]) => ({
      files: new Patterns([pattern]),
      levels,
    }));
    const off = this.rules.filter((rule) => isOff(rule, config, choices)).map(({ id }) => [id, "off"] as const);
    this.levels = { ...Object.fromEntries(off), ...config.rules };
  }

  excludes(path: string): boolean {
    return this.excluded.test(path).ignored;
  }

  /** How loud rules are in a file that is not excluded. */
  levelsOf(path: string): RuleLevels {
    const own = this.perFile.filter(({ files }) => files.test(path).ignored);
    return own.length === 0 ? this.levels : Object.assign({}, this.levels, ...own.map(({ levels }) => levels));
  }

  /** Which key says how loud a rule is in a file; null where none does. */
  keyFor(rule: string, path: string): "per-file-rules" | "rules" | null {
    const own = this.perFile.filter(({ files }) => files.test(path).ignored);
    if (own.some(({ levels }) => Object.hasOwn(levels, rule))) return "per-file-rules";
    return Object.hasOwn(this.levels, rule) ? "rules" : null;
  }

  /** For an excluded file: all rules are off. */
  get silence(): RuleLevels {
    return Object.fromEntries(this.rules.map(({ id }) => [id, "off"]));
  }
}

/** What `rules` does not name may be off for reasons of its own. */
function isOff(rule: NoteEntry, { profile, python, deferTo }: Config, choices: Choices): boolean {
  if (profile === "professional" && rule.severity === "hint") return true;
  if (python !== undefined && rule.python !== undefined && !holdsFor(rule.python, python)) return true;
  return (deferTo ?? []).some((tool) => {
    const codes = rule.sameAs[tool] ?? [];
    return codes.length > 0 && (choices[tool]?.(codes) ?? true);
  });
}
