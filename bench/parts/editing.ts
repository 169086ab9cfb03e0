import type { Input, Inputs } from "../inputs.ts";
import { collectGarbage, type Measured, median, quantile } from "../measure.ts";
import { languageServers, ruff, US } from "../peers.ts";
import { positionAt, ServerRun } from "../server.ts";
import { searches } from "./searching.ts";

const QUOTES = '"""\n';

/** One round of what somebody feels who types: start, edits, hovers, memory, and all of it after a thousand edits. */
export async function editing(
  inputs: Inputs,
  measured: Measured,
  parts: ReadonlySet<string>,
  leakEdits: number,
): Promise<void> {
  for (const input of inputs.documents) {
    for (const server of languageServers()) {
      const isLargest = input === inputs.documents.at(-1);
      if (server.isSlow && isLargest) continue;
      const add = (part: string, what: string, unit: "ms" | "MB", value: number | null) => {
        if (parts.has(part)) measured.add(part, what, unit, server.name, value);
      };
      const run = new ServerRun(server, inputs.folder, input.path, input.text);
      try {
        await run.initialize(inputs.folder);
        const first = await run.open();
        if (input === inputs.documents[0]) {
          add("start", "spawn to the answer to `initialize`", "ms", run.initialized);
          add("start", `spawn to the first diagnostics, ${input.name}`, "ms", first);
        }
        await pause(1500);
        add("memory", `one document, ${input.name}`, "MB", run.memory());
        if (parts.has("edits")) await edits(run, input, server.isSlow, add);
        if (parts.has("hover") && run.hovers && server.name !== "ast-grep")
          await hovers(run, input, server.isSlow, add);
        if (parts.has("search") && server.name === US && input.name.startsWith("10k"))
          await searches(run, (what, value) => add("search", what, "ms", value));
        if (parts.has("leak") && input.name.startsWith("10k") && !server.isSlow) await leak(run, input, leakEdits, add);
      } catch (error) {
        console.error(`  ${server.name}, ${input.name}: ${error instanceof Error ? error.message : error}`);
      } finally {
        await run.stop();
      }
    }
    if (parts.has("edits")) edited(input, measured);
  }
}

type Add = (part: string, what: string, unit: "ms" | "MB", value: number | null) => void;

async function edits(run: ServerRun, { name, places, line }: Input, isSlow: boolean, add: Add): Promise<void> {
  const times: number[] = [];
  collectGarbage();
  const letters = isSlow || name.startsWith("50k") ? 1 : 3;
  for (const place of isSlow ? places.filter((_, index) => index % 2 === 0) : places) {
    for (let count = 0; count < letters; count++) {
      times.push(await run.edit(place + count, place + count, "x"));
      await pause(20);
    }
    await run.edit(place, place + letters, "");
    await pause(20);
  }
  add("edits", `a letter in a name, ${name}`, "ms", median(times));
  if (!isSlow) add("edits", `a letter in a name, ${name}, 95 %`, "ms", quantile(times, 0.95));
  if (isSlow && !name.startsWith("1.5k")) return;
  const quotes: number[] = [];
  for (let count = 0; count < (isSlow ? 2 : 3); count++) {
    quotes.push(await run.edit(line, line, QUOTES));
    await run.edit(line, line + QUOTES.length, "");
    await pause(20);
  }
  add("edits", `\`"""\` opened in the middle, ${name}`, "ms", median(quotes));
}

/** Ruff has no server in its WebAssembly build: what it would have to do for an edit is to check the text again. */
function edited({ name, text }: Input, measured: Measured): void {
  const { name: program, load } = ruff();
  const check = load();
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    check(text);
    return performance.now() - start;
  });
  measured.add("edits", `a letter in a name, ${name}`, "ms", `${program}, without a server`, median(times));
}

async function hovers(run: ServerRun, { name, text, place }: Input, isSlow: boolean, add: Add): Promise<void> {
  const words = [...text.matchAll(/[A-Za-z_]{3,}/g)].map(({ index }) => index + 1);
  const spread = Array.from({ length: 30 }, (_, index) => words[Math.floor((index * words.length) / 30)] ?? 0);
  const plain: number[] = [];
  collectGarbage();
  for (const offset of spread) plain.push(await run.hover(positionAt(text, offset)));
  add("hover", `hover, ${name}`, "ms", median(plain));
  add("hover", `hover, ${name}, 95 %`, "ms", quantile(plain, 0.95));
  const after: number[] = [];
  collectGarbage();
  for (const offset of isSlow ? spread.slice(0, 10) : [...spread, ...spread, ...spread]) {
    after.push(await run.hover(positionAt(text, offset), { at: place, text: "y" }));
    await pause(20);
  }
  add("hover", `hover right after an edit, ${name}`, "ms", median(after));
  if (!isSlow) add("hover", `hover right after an edit, ${name}, 95 %`, "ms", quantile(after, 0.95));
}

/** Memory that many edits cost, after fifty by which everything has run once. */
async function leak(run: ServerRun, { place }: Input, edits: number, add: Add): Promise<void> {
  for (let count = 0; count < 50; count++) await run.edit(place, place, "x");
  const before = run.memory();
  for (let count = 0; count < edits; count++) {
    // The name would grow for ever: what was typed is taken away again.
    if (count % 2 === 0) await run.edit(place, place, "x");
    else await run.edit(place, place + 1, "");
  }
  const after = run.memory();
  if (before !== null && after !== null) add("leak", `growth by ${edits} edits of 10k lines`, "MB", after - before);
}

export function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
