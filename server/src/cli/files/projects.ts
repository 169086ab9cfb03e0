import { dirname, join, relative, resolve, sep } from "node:path";
import type { RuleLevels, Shelf } from "../../core/api.ts";
import { CHOICE_FILES, type Choices, choicesIn } from "../../core/config/choices.ts";
import type { Config } from "../../core/config/config.ts";
import { Project } from "../../core/config/project.ts";
import { readProjectFile, readPython } from "../../core/config/readToml.ts";
import { readSmall } from "./readSmall.ts";

interface Found {
  readonly folder: string;
  readonly config: Config;
  /** What other tools report in the files of a folder, where the configuration asks for that. */
  readonly choices: Choices;
  readonly project: Project;
}

/** The configurations of the files of a run: for each file the nearest `pyproject.toml` up that speaks of PyGloss. */
export class Projects {
  private readonly shelf: Shelf;
  private readonly complain: (problem: string) => void;
  /** By folder. */
  private readonly known = new Map<string, Found | null>();
  private readonly pythons = new Map<string, string | undefined>();

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

  /** The versions that a file's project runs on, by the nearest `pyproject.toml` that says so. */
  pythonOf(path: string): string | undefined {
    return this.pythonIn(dirname(resolve(path)));
  }

  /** The baseline that a file's project names, as an absolute path; null for none. */
  baselineOf(path: string): string | null {
    const found = this.nearest(dirname(resolve(path)));
    return found?.config.baseline === undefined ? null : join(found.folder, found.config.baseline);
  }

  private pythonIn(folder: string): string | undefined {
    if (!this.pythons.has(folder)) {
      const text = readIfThere(join(folder, NAME));
      const above = dirname(folder);
      const own = text === null ? undefined : readPython(text);
      this.pythons.set(folder, own ?? (above === folder ? undefined : this.pythonIn(above)));
    }
    return this.pythons.get(folder);
  }

  private nearest(folder: string): Found | null {
    const known = this.known.get(folder);
    if (known !== undefined) return known;
    const above = dirname(folder);
    const outer = above === folder ? null : this.nearest(above);
    const read = this.read(folder);
    const found = read
      ? this.open(folder, read, read.deferTo?.length ? this.choicesAbove(folder) : {})
      : this.chooseAnew(folder, outer);
    this.known.set(folder, found);
    return found;
  }

  private open(folder: string, config: Config, choices: Choices): Found {
    return { folder, config, choices, project: new Project(config, choices, this.shelf) };
  }

  /** A folder may have a configuration of another tool that is nearer than that of ours. */
  private chooseAnew(folder: string, outer: Found | null): Found | null {
    const own = outer?.config.deferTo?.length ? readChoices(folder) : {};
    if (!outer || Object.keys(own).length === 0) return outer;
    return this.open(outer.folder, outer.config, { ...outer.choices, ...own });
  }

  private choicesAbove(folder: string): Choices {
    const above = dirname(folder);
    return { ...(above === folder ? {} : this.choicesAbove(above)), ...readChoices(folder) };
  }

  private read(folder: string): Config | null {
    const file = join(folder, NAME);
    const name = relative(".", file) || file;
    try {
      const text = readSmall(file);
      const said = text === null ? null : readProjectFile(text, this.shelf);
      if (!said) return null;
      for (const { range, message } of said.problems) this.complain(`${name}:${range.start.line + 1}: ${message}`);
      return said.config;
    } catch (error) {
      this.complain(`${name}: cannot be read: ${error instanceof Error ? error.message : error}`);
      return null;
    }
  }
}

const NAME = "pyproject.toml";

/** What is there and cannot be read is its own tool's to complain about. */
function readChoices(folder: string): Choices {
  const texts = CHOICE_FILES.flatMap((name) => {
    const text = readIfThere(join(folder, name));
    return text === null ? [] : [[name, text] as const];
  });
  return texts.length > 0 ? choicesIn(new Map(texts)) : {};
}

function readIfThere(file: string): string | null {
  try {
    return readSmall(file);
  } catch {
    return null;
  }
}

function within({ folder }: Found, path: string): string {
  return relative(folder, resolve(path)).split(sep).join("/");
}
