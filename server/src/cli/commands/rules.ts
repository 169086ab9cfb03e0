import type { Command } from "commander";
import type { NoteEntry } from "../../core/notes/note.ts";
import { loadGloss } from "../engine.ts";
import type { Finish } from "../main.ts";
import { table } from "../table.ts";
import { print, printJson } from "../terminal.ts";

export function addRules(program: Command, finish: Finish): void {
  program
    .command("rules")
    .description("List all rules, by topic.")
    .option("--json", "print an array", false)
    .action(async ({ json }: { json: boolean }) => {
      const { entries } = (await loadGloss()).shelf;
      const rules = entries.filter(({ kind }) => kind === "trap");
      if (json) printJson(rules.map(toJson));
      else print(table(rules.map(({ id, severity = "", title }) => [id, severity, title])));
      finish(0);
    });
}

function toJson({ id, title, severity, topic, summary, sameAs }: NoteEntry): object {
  return { id, title, severity, topic, summary, sameAs };
}
