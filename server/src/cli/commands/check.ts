import { type Command, Option } from "commander";
import type { Gloss } from "../../core/api.ts";
import { SEVERITIES, type Severity } from "../../core/notes/note.ts";
import { type CheckOptions, checkBytes } from "../checkFile.ts";
import { loadGloss } from "../engine.ts";
import { Failure, fileFailure, NotText } from "../failure.ts";
import { readBytes } from "../files/read.ts";
import { findFiles } from "../files/walk.ts";
import { replaceBytes } from "../files/write.ts";
import { jsonFormat } from "../formats/json.ts";
import type { Format } from "../formats/report.ts";
import { textFormat } from "../formats/text.ts";
import type { Finish, Status } from "../main.ts";
import { selectRules } from "../select.ts";
import { complain, readStandardInput } from "../terminal.ts";

interface Options {
  readonly format: string;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly minSeverity: Severity;
  readonly stdinFilename?: string;
}

export function addCheck(program: Command, finish: Finish): void {
  program
    .command("check")
    .description("Report anti-patterns in files and folders: .py, .pyi and .ipynb, without what .gitignore names.")
    .argument("[paths...]", "files and folders; - reads standard input", ["."])
    .addOption(new Option("--format <name>", "how to report").choices(Object.keys(FORMATS)).default("text"))
    .option("--fix", "make the fixes that keep behaviour for every input", false)
    .option("--unsafe-fixes", "with --fix, also make those that may change it", false)
    .option("--select <ids>", "only these rules, separated by commas", collect, [])
    .option("--ignore <ids>", "not these rules, separated by commas", collect, [])
    .addOption(new Option("--min-severity <severity>", "not what is milder").choices(SEVERITIES).default("hint"))
    .option("--stdin-filename <name>", "read standard input and report it under this name")
    .action(async (paths: string[], options: Options) => finish(await check(paths, options)));
}

const FORMATS: Readonly<Record<string, () => Format>> = { text: textFormat, json: jsonFormat };

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

async function check(paths: readonly string[], options: Options): Promise<Status> {
  const gloss = await loadGloss();
  const format = (FORMATS[options.format] ?? textFormat)();
  const how: CheckOptions = {
    levels: selectRules(gloss.shelf, options.select, options.ignore),
    minSeverity: options.minSeverity,
    fix: options.fix,
    unsafe: options.unsafeFixes,
  };
  const isStdin = options.stdinFilename !== undefined || paths.includes("-");
  return isStdin ? checkStandardInput(gloss, paths, options, how, format) : checkFiles(gloss, paths, how, format);
}

/** One file that cannot be checked is told, and does not keep the others from being checked. */
async function checkFiles(gloss: Gloss, paths: readonly string[], how: CheckOptions, format: Format): Promise<Status> {
  let status: Status = 0;
  const fail = (problem: Failure) => {
    complain(problem.message);
    status = 2;
  };
  let found = false;
  for (const path of findFiles(paths, fail)) {
    try {
      const report = await checkFile(gloss, path, how, fail);
      found ||= report.findings.length > 0;
      format.file(report);
    } catch (error) {
      // Who names a file wants it checked; in a folder it is no more Python than what does not end in .py.
      if (error instanceof NotText && !paths.includes(path)) complain(`left out: ${error.message}`);
      else fail(fileFailure(path, error));
    }
  }
  format.end(status === 0);
  return status || (found ? 1 : 0);
}

async function checkFile(gloss: Gloss, path: string, how: CheckOptions, fail: (problem: Failure) => void) {
  const bytes = await readBytes(path);
  const { report, fixed } = checkBytes(gloss, path, bytes, how);
  if (!fixed) return report;
  try {
    await replaceBytes(path, bytes, fixed());
    return report;
  } catch (error) {
    fail(fileFailure(path, error));
    // The findings are still there, then.
    return checkBytes(gloss, path, bytes, { ...how, fix: false }).report;
  }
}

/** With `--fix` the fixed text goes to standard output, and what remains to be said to nobody: it would be in the text. */
async function checkStandardInput(
  gloss: Gloss,
  paths: readonly string[],
  { stdinFilename = "-" }: Options,
  how: CheckOptions,
  format: Format,
): Promise<Status> {
  const others = paths.filter((path) => path !== "-" && path !== ".");
  if (others.length > 0) throw new Failure(`standard input is checked alone, without ${others.join(", ")}`);
  const bytes = await readStandardInput();
  const { report, fixed } = checkBytes(gloss, stdinFilename, bytes, how);
  if (how.fix) process.stdout.write(fixed?.() ?? bytes);
  else {
    format.file(report);
    format.end(true);
  }
  return report.findings.length > 0 ? 1 : 0;
}
