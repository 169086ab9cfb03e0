import type { Command } from "commander";
import type { RuleLevels, Shelf } from "../../core/api.ts";
import { Baselines, saveBaseline } from "../baselines.ts";
import { runBatch } from "../batch/run.ts";
import { type CheckOptions, checkBytes } from "../checkFile.ts";
import { loadShelf, makeEngine } from "../engine.ts";
import { Failure } from "../failure.ts";
import { Projects } from "../files/projects.ts";
import { findFiles } from "../files/walk.ts";
import { makeFormat } from "../formats/formats.ts";
import type { FileReport, Format } from "../formats/report.ts";
import type { Finish, Status } from "../main.ts";
import { selectRules } from "../select.ts";
import { complain, print, readStandardInput } from "../terminal.ts";
import { addOptions, forbidBaseline, type Options } from "./checkOptions.ts";

export function addCheck(program: Command, finish: Finish): void {
  const command = program
    .command("check")
    .description("Report anti-patterns in files and folders: .py, .pyi and .ipynb, without what .gitignore names.")
    .argument("[paths...]", "files and folders; - reads standard input", ["."]);
  addOptions(command).action(async (paths: string[], options: Options) => finish(await check(paths, options)));
}

function check(paths: readonly string[], options: Options): Promise<Status> {
  const shelf = loadShelf();
  const format = makeFormat(shelf, options);
  const select = selectRules(shelf, options.select, options.ignore);
  const how: CheckOptions = {
    minSeverity: options.minSeverity,
    fix: options.fix && !options.diff,
    unsafe: options.unsafeFixes,
    diff: options.diff,
  };
  forbidBaseline(options, paths);
  const isStdin = options.stdinFilename !== undefined || paths.includes("-");
  const run: Run = { how, format, shelf, select };
  return isStdin ? checkStandardInput(paths, options, run) : checkFiles(paths, options, run);
}

interface Run {
  readonly how: CheckOptions;
  readonly format: Format;
  readonly shelf: Shelf;
  /** What the command line makes of the levels of a project. */
  readonly select: (configured: RuleLevels) => RuleLevels;
}

/** One file that cannot be checked is told, and does not keep the others from being checked. */
async function checkFiles(
  paths: readonly string[],
  options: Options,
  { how, format, shelf, select }: Run,
): Promise<Status> {
  let status: Status = 0;
  const fail = (message: string) => {
    complain(message);
    status = 2;
  };
  let found = false;
  const { writeBaseline } = options;
  const projects = new Projects(shelf, fail);
  const baselines = new Baselines(writeBaseline ? false : options.baseline, projects);
  const reports: FileReport[] = [];
  // Who names a file wants it checked, whatever is excluded.
  const files = findFiles(paths, ({ message }) => fail(message))
    .filter((path) => paths.includes(path) || !projects.excludes(path))
    .map((path) => ({
      path,
      levels: select(projects.levelsOf(path)),
      python: projects.pythonOf(path),
      known: baselines.knownIn(path),
    }));
  const jobs = new Map(files.map((job) => [job.path, job]));
  await runBatch(files, how, options, (path, { report, failure, isNotText }) => {
    // Who names a file wants it checked; in a folder it is no more Python than what does not end in .py.
    if (failure && isNotText && !paths.includes(path)) complain(`left out: ${failure}`);
    else if (failure) fail(failure);
    found ||= report !== undefined && hasSomething(report, how);
    const job = jobs.get(path);
    if (report && job) baselines.compare(job, report);
    if (report && writeBaseline) reports.push(report);
    else if (report) format.file(report);
  });
  if (writeBaseline) {
    // What could not be checked is not known to be fine.
    if (status !== 0) throw new Failure("not all went well, so no baseline was written");
    print(`${await saveBaseline(writeBaseline, projects, reports)}\n`);
    return 0;
  }
  // A milder run has not looked for all that the baseline lists.
  if (how.minSeverity === "hint") for (const remark of baselines.remarks()) complain(remark);
  await format.end(status === 0);
  return status || (found ? 1 : 0);
}

/** With `--fix` the fixed text goes to standard output, and what remains to be said to nobody: it would be in the text. */
async function checkStandardInput(
  paths: readonly string[],
  { stdinFilename = "-", baseline }: Options,
  { how, format, shelf, select }: Run,
): Promise<Status> {
  const others = paths.filter((path) => path !== "-" && path !== ".");
  if (others.length > 0) throw new Failure(`standard input is checked alone, without ${others.join(", ")}`);
  const bytes = await readStandardInput();
  let status: Status = 0;
  const projects = new Projects(shelf, (problem) => {
    complain(problem);
    status = 2;
  });
  const job = {
    path: stdinFilename,
    levels: select(projects.levelsOf(stdinFilename)),
    python: projects.pythonOf(stdinFilename),
    known: new Baselines(baseline, projects).knownIn(stdinFilename),
  };
  const { report, fixed } = await makeEngine().use((gloss) => checkBytes(gloss, job, bytes, how));
  if (how.fix) process.stdout.write(fixed?.() ?? bytes);
  else {
    format.file(report);
    await format.end(true);
  }
  return status || (hasSomething(report, how) ? 1 : 0);
}

/** What decides about the exit status: with `--diff`, whether there is a difference. */
function hasSomething({ findings, fixed }: FileReport, { diff }: CheckOptions): boolean {
  return diff ? fixed > 0 : findings.length > 0;
}
