import { Command, CommanderError } from "commander";
import { version } from "../../../package.json";
import { Damaged } from "../core/notes/damaged.ts";
import { isCopy } from "../hosts/copy.ts";
import { isWorker, work } from "./batch/worker.ts";
import { addCheck } from "./commands/check.ts";
import { addExplain } from "./commands/explain.ts";
import { addHover } from "./commands/hover.ts";
import { addLsp } from "./commands/lsp.ts";
import { addNotes } from "./commands/notes.ts";
import { addPaths } from "./commands/paths.ts";
import { addRules } from "./commands/rules.ts";
import { addSearch } from "./commands/search.ts";
import { hasEngine } from "./engine.ts";
import { Failure, ownMistake } from "./failure.ts";
import { complain, endSilentlyOnClosedPipe } from "./terminal.ts";

export { loadEngine } from "./engine.ts";

/** 0: done, and `check` found nothing. 1: `check` found something. 2: it could not do its work. */
export type Status = 0 | 1 | 2;

/** Tells how a command ended; the process ends by itself when everything is written. */
export type Finish = (status: Status) => void;

/** `onWarm` is called when it has done its work, where that was to look at Python. */
export async function start(onWarm: () => void): Promise<void> {
  endSilentlyOnClosedPipe();
  const finish: Finish = (status) => {
    process.exitCode = status;
  };
  const program = new Command("pygloss")
    .description("Python notes in the margin of Python code.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(pygloss --help tells what there is)");
  for (const add of [addCheck, addHover, addExplain, addSearch, addNotes, addPaths, addRules, addLsp])
    add(program, finish);
  try {
    await program.parseAsync();
    if (hasEngine()) onWarm();
  } catch (error) {
    // Commander has said what it had to say, be it help or what is wrong with the arguments.
    if (error instanceof CommanderError) finish(error.exitCode === 0 ? 0 : 2);
    else {
      complain(error instanceof Failure || error instanceof Damaged ? error.message : ownMistake(error));
      finish(2);
    }
  }
}

if (!isCopy() && isWorker()) work();
