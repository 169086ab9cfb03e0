import type { Command } from "commander";
import { loadGloss } from "../engine.ts";
import type { Finish } from "../main.ts";
import { table } from "../table.ts";
import { print, printJson } from "../terminal.ts";

export function addNotes(program: Command, finish: Finish): void {
  program
    .command("notes")
    .description("List all notes, by topic.")
    .option("--json", "print an array with everything but the texts", false)
    .action(async ({ json }: { json: boolean }) => {
      const { entries } = (await loadGloss()).shelf;
      if (json) printJson(entries);
      else print(table(entries.map(({ topic, id, title }) => [topic, id, title])));
      finish(0);
    });
}
