/**
 * Edits all day: six hours of typing in 200 files, opened and closed, as fast as the server answers.
 *
 *   npm run soak                 six hours
 *   npm run soak -- --hours 1    one
 *
 * Every change must be answered, and what is reported when a file is closed must be what a new analysis reports. The
 * memory at the end is compared with that of the first quarter, and the times of the second half with those of the first.
 */
import { parseArgs } from "node:util";
import type { Diagnostic } from "vscode-languageserver";
import { memoryOf } from "../../bench/server.ts";
import type { Edit } from "../../server/src/core/api.ts";
import type { Source } from "../../server/src/core/source.ts";
import { Dice } from "../fuzz/mutate.ts";
import { main, seconds } from "../processes.ts";
import { testGloss } from "../support/gloss.ts";
import { inverse, randomEdit } from "../support/randomEdits.ts";
import { Desk } from "./desk.ts";
import { libraryFiles } from "./files.ts";

const FILES = 200;
/** A person at work types something every two seconds, and looks into another file about every minute. */
const EDITS_AN_HOUR = 1800;
/** So that in six hours every file is visited twice, and the second half is as much work as the first. */
const EDITS_A_VISIT = 27;
const HOVER_EVERY = 9;
/** As many tabs are open. */
const OPEN = 12;

main(async () => {
  const { values } = parseArgs({ options: { hours: { type: "string", default: "6" } } });
  const edits = Number(values.hours) * EDITS_AN_HOUR;
  if (!(edits >= 1)) throw new Error(`--hours takes a number, not ${values.hours}`);

  const start = performance.now();
  const files = libraryFiles(FILES);
  const gloss = await testGloss();
  const desk = await Desk.open();
  const dice = new Dice(1, 0);
  const times: number[] = [];
  const memory: number[] = [];
  let lost = 0;
  let visits = 0;
  while (times.length < edits) {
    const file = files[visits++ % files.length];
    if (!file) break;
    await desk.show(file.uri, file.text);
    const undo: Edit[] = [];
    for (let count = 0; count < EDITS_A_VISIT; count++) {
      const text = desk.textOf(file.uri);
      const edit = randomEdit(text, undo.at(-1), () => dice.number(2 ** 24) / 2 ** 24);
      if (edit === undo.at(-1)) undo.pop();
      else undo.push(inverse(text, edit));
      times.push(await desk.edit(file.uri, edit));
      if (count % HOVER_EVERY === 0) await desk.hover(file.uri, dice.number(text.length));
    }
    for (const { uri, text, diagnostics } of await desk.closeAllBut(OPEN)) {
      const fresh = gloss.parse(uri, text);
      const expected = fresh.findings().map(({ rule, span }) => `${rule} ${place(fresh.source, span.start)}`);
      fresh.free();
      if (JSON.stringify(expected) !== JSON.stringify(diagnostics.map(told))) lost++;
    }
    memory.push(memoryOf(desk.pid) ?? 0);
  }
  await desk.end();

  const half = Math.ceil(times.length / 2);
  const early = Math.max(...memory.slice(0, Math.ceil(memory.length / 4)));
  const late = memory.at(-1) ?? 0;
  console.log(
    `edits ${times.length} in ${Math.min(visits, files.length)} files, ${visits} visits, in ${seconds(start)}`,
  );
  console.log(`times of the first half: ${spread(times.slice(0, half))}; of the second: ${spread(times.slice(-half))}`);
  console.log(`memory: at most ${early.toFixed(0)} MB in the first quarter, ${late.toFixed(0)} MB at the end`);
  console.log(`files of which the diagnostics were not right when they were closed: ${lost}`);
  const hasGrown = late > early * MOST_GROWTH;
  if (hasGrown) console.log("The memory has grown.");
  return lost > 0 || hasGrown ? 1 : 0;
});

/** Garbage comes and goes; a leak of one tree for each edit would be far more. */
const MOST_GROWTH = 1.3;

function told({ code, range: { start } }: Diagnostic): string {
  return `${code} ${start.line}:${start.character}`;
}

function place(source: Source, offset: number): string {
  const { line, character } = source.positionAt(offset);
  return `${line}:${character}`;
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95 of 100 below ${at(0.95)} ms`;
}
