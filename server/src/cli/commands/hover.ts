import { resolve } from "node:path";
import type { Command } from "commander";
import { explainCode } from "../../core/notes/explainCode.ts";
import { loadGloss } from "../engine.ts";
import { Failure } from "../failure.ts";
import { readChecked } from "../files/checked.ts";
import { Projects } from "../files/projects.ts";
import { readBytes } from "../files/read.ts";
import { parseLocation } from "../locate.ts";
import type { Finish } from "../main.ts";
import { complain, print, printJson } from "../terminal.ts";

export function addHover(program: Command, finish: Finish): void {
  program
    .command("hover")
    .description("Print what the editor's hover says at a place.")
    .argument("<place>", "FILE:LINE:COLUMN, counted from 1, columns in UTF-16 units, as editors do")
    .option("--json", "print range, notes, findings and markdown; null where there is nothing to say", false)
    .action(async (place: string, { json }: { json: boolean }) => {
      const answer = await hover(place);
      if (json) printJson(answer);
      else if (answer) print(`${answer.markdown}\n`);
      else complain(`there is nothing to say at ${place}`);
      finish(0);
    });
}

async function hover(place: string) {
  const { path, position, cell } = parseLocation(place);
  const checked = readChecked(path, readBytes(path));
  const offset = checked.offsetOf(position, cell);
  if (offset === null) {
    const hint = checked.hasCells && cell === undefined ? `; in a notebook, say ${path}:cell 1:LINE:COLUMN` : "";
    throw new Failure(`${place}: there is no such place in the file${hint}`);
  }
  const gloss = await loadGloss();
  const file = gloss.parse(resolve(path), checked.source);
  const code = file.codeAt(offset);
  if (code) {
    const markdown = await explainCode(gloss, code.id, NO_LINK);
    const note = gloss.shelf.find(code.id);
    const inCell = cell === undefined ? {} : { cell };
    const { range } = checked.placeOf(code.span);
    return markdown === null ? null : { range, ...inCell, notes: note ? [note.id] : [], findings: [], markdown };
  }
  // What is wrong in the project's configuration, check says.
  const projects = new Projects(gloss.shelf, () => undefined);
  const python = projects.pythonOf(path);
  const answer = file.hover(offset, projects.levelsOf(path), python);
  if (!answer) return null;
  const { notes, findings } = answer;
  const { range } = checked.placeOf(answer.span);
  return {
    range,
    ...(cell === undefined ? {} : { cell }),
    notes,
    findings,
    markdown: gloss.renderHover(answer, NO_LINK, python),
  };
}

/** A terminal cannot follow a link to a note. */
const NO_LINK = () => null;
