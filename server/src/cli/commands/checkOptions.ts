import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { SEVERITIES, type Severity } from "../../core/notes/note.ts";
import type { BaselineOption } from "../baselines.ts";
import { Failure } from "../failure.ts";
import { FORMATS } from "../formats/formats.ts";

/** What `pygloss check` may be told. */
export interface Options {
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
  readonly baseline?: BaselineOption;
  readonly writeBaseline?: string | true;
}

export function addOptions(command: Command): Command {
  return command
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
    .option("--baseline [file]", "take what this file lists for known; otherwise the project says which file")
    .option("--no-baseline", "take nothing for known")
    .option("--write-baseline [file]", "list all that is found in a file, to be taken for known from then on");
}

/** A baseline lists all that is found, and of files. Throws a `Failure` for options that want something else. */
export function forbidBaseline({ writeBaseline, ...options }: Options, paths: readonly string[]): void {
  if (!writeBaseline) return;
  const others = {
    "--diff": options.diff,
    "--select": options.select.length > 0,
    "--ignore": options.ignore.length > 0,
    "--min-severity": options.minSeverity !== "hint",
    "standard input": writeBaseline === "-" || options.stdinFilename !== undefined || paths.includes("-"),
  };
  const given = Object.entries(others).find(([, isGiven]) => isGiven)?.[0];
  if (given) throw new Failure(`--write-baseline lists all that is found in files, and does not go with ${given}`);
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("It takes a number from 1.");
  return count;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
