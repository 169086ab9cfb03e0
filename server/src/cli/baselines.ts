import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import {
  type Baseline,
  countStale,
  type KnownFinding,
  readBaseline,
  toKnown,
  writeBaseline,
} from "../core/rules/baseline.ts";
import type { Job } from "./batch/job.ts";
import { Failure, fileFailure } from "./failure.ts";
import type { Projects } from "./files/projects.ts";
import { createBytes, replaceBytes } from "./files/write.ts";
import { slashed } from "./formats/place.ts";
import type { FileReport } from "./formats/report.ts";

/** `--baseline`, `--baseline FILE`, `--no-baseline`, or nothing of that. */
export type BaselineOption = string | boolean | undefined;

const DEFAULT_NAME = "pygloss-baseline.json";

/** What a run takes for known: from the file that was named, else for each file what its project names. */
export class Baselines {
  private readonly projects: Projects;
  private readonly named: string | null;
  private readonly isOff: boolean;
  private readonly read = new Map<string, Baseline>();
  /** How many entries matched nothing, by baseline. */
  private readonly stale = new Map<string, number>();

  /** Throws a `Failure` when the file that is named cannot be read. */
  constructor(option: BaselineOption, projects: Projects) {
    this.projects = projects;
    this.isOff = option === false;
    this.named = option === undefined || option === false ? null : fileOf(option, projects);
    if (this.named !== null) this.load(this.named);
  }

  /** Throws a `Failure` when the baseline cannot be read. */
  knownIn(path: string): readonly KnownFinding[] {
    const file = this.fileFor(path);
    return file === null ? [] : (this.load(file).get(pathIn(file, path)) ?? []);
  }

  /** Takes note of what was found. Rules that did not run leave their entries alone. */
  compare({ path, levels, known = [] }: Job, report: FileReport): void {
    const judged = known.filter(({ rule }) => levels[rule] !== "off");
    const stale = countStale(
      judged,
      report.known.map(({ identity }) => identity),
    );
    const file = this.fileFor(path);
    if (file !== null) this.stale.set(file, (this.stale.get(file) ?? 0) + stale);
  }

  /** What there is to say when all is checked: entries that match nothing any more, and those of files that are gone. */
  remarks(): string[] {
    return [...this.read].flatMap(([file, baseline]) => {
      const gone = [...baseline].filter(([path]) => !existsSync(join(dirname(file), path)));
      const count = (this.stale.get(file) ?? 0) + gone.reduce((sum, [, known]) => sum + known.length, 0);
      if (count === 0) return [];
      const entries = count === 1 ? "1 entry matches" : `${count} entries match`;
      return [`${nameOf(file)}: ${entries} nothing any more; check --write-baseline writes it anew`];
    });
  }

  private fileFor(path: string): string | null {
    return this.isOff ? null : (this.named ?? this.projects.baselineOf(path));
  }

  private load(file: string): Baseline {
    let baseline = this.read.get(file);
    if (!baseline) {
      baseline = readFile(file);
      this.read.set(file, baseline);
    }
    return baseline;
  }
}

/**
 * Writes all that was found to a baseline; what it has of files that were not checked, and still are there, stays.
 * Returns a sentence for the user. Throws a `Failure`, and writes nothing, where something else is in the way.
 */
export async function saveBaseline(
  option: string | true,
  projects: Projects,
  reports: readonly FileReport[],
): Promise<string> {
  const file = fileOf(option, projects);
  const isThere = existsSync(file);
  const before = isThere ? readFile(file) : new Map<string, readonly KnownFinding[]>();
  const kept = [...before].filter(([path]) => existsSync(join(dirname(file), path)));
  const found = reports.map(
    ({ path, findings }) => [pathIn(file, path), toKnown(findings.map(({ identity }) => identity))] as const,
  );
  const bytes = Buffer.from(writeBaseline(new Map([...kept, ...found])));
  if (isThere) await replaceBytes(file, readFileSync(file), bytes);
  else await createBytes(file, bytes);
  const findings = reports.reduce((sum, report) => sum + report.findings.length, 0);
  const isUsed = projects.baselineOf(join(dirname(file), "x.py")) === file;
  const hint = isUsed
    ? ""
    : ` To have it read, write baseline = ${JSON.stringify(slashed(nameOf(file)))} below [tool.pygloss].`;
  return `Wrote ${findings} ${findings === 1 ? "finding" : "findings"} to ${nameOf(file)}.${hint}`;
}

/** The file that an option means: the one it names, else the project's, else the usual one here. */
function fileOf(option: string | true, projects: Projects): string {
  return option === true ? (projects.baselineOf(resolve("x.py")) ?? resolve(DEFAULT_NAME)) : resolve(option);
}

function readFile(file: string): Baseline {
  let text: string;
  try {
    const stats = statSync(file);
    // A pipe would keep us waiting, and a device has no end.
    if (!stats.isFile() && !stats.isDirectory()) throw new Failure(`${nameOf(file)}: is not a regular file`);
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { message } = fileFailure(nameOf(file), error);
    const hint = existsSync(file) ? "the word behind --baseline names the file" : "check --write-baseline writes it";
    throw new Failure(`${message}; ${hint}`);
  }
  try {
    return readBaseline(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`${nameOf(file)}: ${why}; mend it, or move it away and let check --write-baseline write it`);
  }
}

function pathIn(file: string, path: string): string {
  return slashed(relative(dirname(file), resolve(path)));
}

function nameOf(file: string): string {
  return relative(".", file) || file;
}
