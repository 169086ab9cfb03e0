import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { RuleLevels, Shelf } from "../../core/api.ts";
import { Project } from "../../core/config/project.ts";
import { readProjectFile } from "../../core/config/readToml.ts";

interface Found {
  readonly folder: string;
  readonly project: Project;
  /** From its folder. */
  readonly baseline: string | undefined;
}

/** The configurations of the files of a run: for each file the nearest `pyproject.toml` up that speaks of PyGloss. */
export class Projects {
  private readonly shelf: Shelf;
  private readonly complain: (problem: string) => void;
  /** By folder. */
  private readonly known = new Map<string, Found | null>();

  /** `complain` hears of each mistake once, in a sentence that names file and line. */
  constructor(shelf: Shelf, complain: (problem: string) => void) {
    this.shelf = shelf;
    this.complain = complain;
  }

  levelsOf(path: string): RuleLevels {
    const found = this.nearest(dirname(resolve(path)));
    return found ? found.project.levelsOf(within(found, path)) : {};
  }

  excludes(path: string): boolean {
    const found = this.nearest(dirname(resolve(path)));
    return found?.project.excludes(within(found, path)) ?? false;
  }

  /** The baseline that a file's project names, as an absolute path; null for none. */
  baselineOf(path: string): string | null {
    const found = this.nearest(dirname(resolve(path)));
    return found?.baseline === undefined ? null : join(found.folder, found.baseline);
  }

  private nearest(folder: string): Found | null {
    const known = this.known.get(folder);
    if (known !== undefined) return known;
    const above = dirname(folder);
    const found = this.read(folder) ?? (above === folder ? null : this.nearest(above));
    this.known.set(folder, found);
    return found;
  }

  private read(folder: string): Found | null {
    const file = join(folder, "pyproject.toml");
    if (!existsSync(file)) return null;
    const name = relative(".", file) || file;
    try {
      const said = readProjectFile(readFileSync(file, "utf8"), this.shelf);
      if (!said) return null;
      for (const { range, message } of said.problems) this.complain(`${name}:${range.start.line + 1}: ${message}`);
      const { config, ruff } = said;
      return { folder, project: new Project(config, ruff, this.shelf), baseline: config.baseline };
    } catch (error) {
      this.complain(`${name}: cannot be read: ${error instanceof Error ? error.message : error}`);
      return null;
    }
  }
}

function within({ folder }: Found, path: string): string {
  return relative(folder, resolve(path)).split(sep).join("/");
}
