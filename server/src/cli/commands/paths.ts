import type { Command } from "commander";
import type { ReadingPath } from "../../core/notes/note.ts";
import { loadShelf } from "../engine.ts";
import { Failure } from "../failure.ts";
import type { Finish } from "../main.ts";
import { table } from "../table.ts";
import { paint, print, printJson } from "../terminal.ts";

export function addPaths(program: Command, finish: Finish): void {
  program
    .command("paths")
    .description("List the reading paths, or the notes of one in their order.")
    .argument("[id]", "a path's id")
    .option("--json", "print an array of paths, or the one path", false)
    .action((id: string | undefined, { json }: { json: boolean }) => {
      const paths = loadShelf().paths();
      const answer = id === undefined ? paths : findPath(paths, id);
      if (json) printJson(answer);
      else print("steps" in answer ? formatPath(answer) : formatPaths(answer));
      finish(0);
    });
}

function findPath(paths: readonly ReadingPath[], id: string): ReadingPath {
  const path = paths.find((one) => one.id === id.toLowerCase());
  if (path) return path;
  throw new Failure(`there is no path ${id}; there are ${paths.map((one) => one.id).join(", ")}`);
}

function formatPaths(paths: readonly ReadingPath[]): string {
  return table(paths.map(({ id, title, steps }) => [id, `${steps.length} notes`, title]));
}

function formatPath({ title, text, steps }: ReadingPath): string {
  const rows = steps.map(({ note, why }, index) => [`${index + 1}`.padStart(3), note.id, why]);
  return `${paint("bold", title)}\n${text}\n\n${table(rows)}`;
}
