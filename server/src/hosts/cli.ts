#!/usr/bin/env node
/** `pygloss`: the program beside it, already compiled; and its threads. */
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { CompiledProgram } from "./compiledProgram.ts";

const program = new CompiledProgram(join(__dirname, "cliProgram.js"));
const { start } = program.run<typeof import("../cli/main.ts")>();
if (isMainThread) {
  start(() => {
    if (!program.isKept) program.keep();
  });
}
