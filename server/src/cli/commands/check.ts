import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { RuleLevels, Shelf } from "../../core/api.ts";
import { SEVERITIES, type Severity } from "../../core/notes/note.ts";
import { type BatchOptions, runBatch } from "../batch/run.ts";
import { type CheckOptions, checkBytes } from "../checkFile.ts";
import { loadGloss, loadShelf } from "../engine.ts";
import { Failure } from "../failure.ts";
import { Projects } from "../files/projects.ts";
import { findFiles } from "../files/walk.ts";
import { FORMATS, makeFormat } from "../formats/formats.ts";
import type { FileReport, Format } from "../formats/report.ts";
import type { Finish, Status } from "../main.ts";
import { selectRules } from "../select.ts";
import { complain, readStandardInput } from "../terminal.ts";

interface Options {
  readonly format: string;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly diff: boolean;
  readonly statistics: boolean;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly minSeverity: Severity;
  readonly stdinFilename?: string;
  readonly jobs: number;
  readonly cache: boolean;
}

export function addCheck(program: Command, finish: Finish): void {
  program
    .command("check")
    .description("Report anti-patterns in files and folders: .py, .pyi and .ipynb, without what .gitignore names.")
    .argument("[paths...]", "files and folders; - reads standard input", ["."])
    .addOption(new Option("--format <name>", "how to report").choices(FORMATS).default("text"))
    .option("--statistics", "only count how often each rule has something to say", false)
    .option("--fix", "make the fixes that keep behaviour for every input", false)
    .option("--unsafe-fixes", "with --fix or --diff, also make those that may change it", false)
    .option("--diff", "print what --fix would change, and change nothing", false)
    .option("--select <ids>", "only these rules, separated by commas", collect, [])
    .option("--ignore <ids>", "not these rules, separated by commas", collect, [])
    .addOption(new Option("--min-severity <severity>", "not what is milder").choices(SEVERITIES).default("hint"))
    .option("--stdin-filename <name>", "read standard input and report it under this name")
    .option("-j, --jobs <number>", "how many threads to check on", countOf, availableParallelism())
    .option("--no-cache", "check every file anew, and remember nothing")
    .action(async (paths: string[], options: Options) => finish(await check(paths, options)));
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("It takes a number from 1.");
  return count;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
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
  batch: BatchOptions,
  { how, format, shelf, select }: Run,
): Promise<Status> {
  let status: Status = 0;
  const fail = (message: string) => {
    complain(message);
    status = 2;
  };
  let found = false;
  const projects = new Projects(shelf, fail);
  // Who names a file wants it checked, whatever is excluded.
  const files = findFiles(paths, ({ message }) => fail(message))
    .filter((path) => paths.includes(path) || !projects.excludes(path))
    .map((path) => ({ path, levels: select(projects.levelsOf(path)) }));
  await runBatch(files, how, batch, (path, { report, failure, isNotText }) => {
    // Who names a file wants it checked; in a folder it is no more Python than what does not end in .py.
    if (failure && isNotText && !paths.includes(path)) complain(`left out: ${failure}`);
    else if (failure) fail(failure);
    found ||= report !== undefined && hasSomething(report, how);
    if (report) format.file(report);
  });
  await format.end(status === 0);
  return status || (found ? 1 : 0);
}

/** With `--fix` the fixed text goes to standard output, and what remains to be said to nobody: it would be in the text. */
async function checkStandardInput(
  paths: readonly string[],
  { stdinFilename = "-" }: Options,
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
  const levels = select(projects.levelsOf(stdinFilename));
  const { report, fixed } = checkBytes(await loadGloss(), stdinFilename, bytes, levels, how);
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
