/**
 * Looks for texts, and for messages to the server, for which something does not hold that must always hold.
 *
 *   npm run fuzz -- --seed 7 --inputs 100000 --sessions 1000    so many of each; the same seed makes the same ones
 *   npm run fuzz -- --seed 7 --index 1234 --inputs 1 --sessions 0    one text again
 *
 * What is found is printed as it is found, and the figures at the end; the exit status is 1 when anything was.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { main, seconds } from "../processes.ts";
import { Compiler } from "./compiler.ts";
import { type Figures, kindOf, type Problem } from "./run.ts";
import type { Job, Message } from "./worker.ts";

/** In milliseconds: how long the watch waits for an input that does not end by itself, on a busy machine, too. */
const PATIENCE = 30_000;

/** After so many inputs it says how far it is. */
const PROGRESS = 20_000;

main(async () => {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      inputs: { type: "string", default: "10000" },
      sessions: { type: "string", default: "100" },
      index: { type: "string", default: "0" },
    },
  });
  const seed = countOf("--seed", values.seed);
  const from = countOf("--index", values.index);

  const start = performance.now();
  const kinds = new Map<string, number>();
  const tell = (problem: Problem) => {
    const kind = kindOf(problem.message);
    const count = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, count);
    // The first few of a kind are enough to work with.
    if (count > 3) return;
    console.log(`\nseed ${problem.seed}, input ${problem.index}: ${problem.message}\n${problem.input}`);
  };
  const compiler = new Compiler(({ title, said, before, after }) =>
    tell({
      seed,
      index: from,
      message: `"${title}": ${said}\n${after}`,
      input: JSON.stringify(before),
    }),
  );
  const texts = await work(
    { what: "texts", seed, from, to: from + countOf("--inputs", values.inputs) },
    tell,
    compiler,
  );
  const time = performance.now() - start;
  const compiled = await compiler.end();
  const said = { what: "sessions", seed, from, to: from + countOf("--sessions", values.sessions) } as const;
  const sessions = await work(said, tell, compiler);
  console.log(`\n${summary(texts, compiled, time / 1000)}\n${sessionsOf(sessions)}, all in ${seconds(start)}`);
  const found = [...kinds].map(([kind, count]) => `${String(count).padStart(6)}  ${kind}`);
  console.log(found.length > 0 ? `found:\n${found.join("\n")}` : "found nothing");
  return found.length > 0 ? 1 : 0;
});

/** From the first input to the last, in as many processes as that takes. */
async function work(job: Job, tell: (problem: Problem) => void, compiler: Compiler): Promise<Figures[]> {
  const all: Figures[] = [];
  for (let from = job.from; from < job.to; ) {
    const { figures, reached } = await watch({ ...job, from }, tell, compiler);
    all.push(...figures);
    from = reached;
  }
  return all;
}

/** Lets a process work to its end, or to the input that never ends; `reached` is where to go on. */
async function watch(
  { what, seed, from, to }: Job,
  tell: (problem: Problem) => void,
  compiler: Compiler,
): Promise<{ figures: Figures[]; reached: number }> {
  const worker = fork(fileURLToPath(new URL("./worker.ts", import.meta.url)), [what, seed, from, to].map(String), {
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
  });
  let figures: Figures | undefined;
  let isDone = false;
  let index = -1;
  let told = from;
  let since = performance.now();
  const timer = setInterval(() => {
    if (performance.now() - since > PATIENCE) worker.kill("SIGKILL");
  }, 500);
  worker.on("message", (message: Message) => {
    since = performance.now();
    if ("begun" in message) index = message.begun;
    else if ("problem" in message) tell(message.problem);
    else if ("fixed" in message) compiler.ask(message.fixed);
    else {
      figures = message.figures;
      if (from + figures.inputs >= told + PROGRESS) {
        told = from + figures.inputs;
        console.error(`${told} inputs`);
      }
      isDone = message.isLast;
    }
  });
  const [status, signal] = await once(worker, "exit");
  clearInterval(timer);
  if (index < 0) throw new Error(`The fuzzer did not start: its process ended with ${status ?? signal}.`);
  if (!isDone) tell({ seed, index, message: `ends the process: ${status ?? signal}`, input: "" });
  return { figures: figures ? [figures] : [], reached: isDone ? to : index + 1 };
}

function sessionsOf(all: readonly Figures[]): string {
  const count = all.reduce((total, { inputs }) => total + inputs, 0);
  const slowest = Math.max(0, ...all.map((one) => one.slowest.time));
  return `sessions ${count}, the slowest ${Math.round(slowest)} ms`;
}

function summary(all: readonly Figures[], compiled: number, time: number): string {
  const sum = (count: (figures: Figures) => number) => all.reduce((total, one) => total + count(one), 0);
  const inputs = sum((one) => one.inputs);
  const rules = new Set(all.flatMap(({ met }) => [...met.rules]));
  const slowest = all.reduce((worst, one) => (one.slowest.time > worst.time ? one.slowest : worst), {
    time: 0,
    index: 0,
  });
  return [
    `inputs ${inputs}, ${Math.round(inputs / time)} a second; ${sum(({ met }) => met.parsed)} of them with findings and without an error`,
    `findings ${sum(({ met }) => met.findings)} of ${rules.size} rules, hovers ${sum(({ met }) => met.hovers)}`,
    `edits ${sum(({ met }) => met.edits)}, fixes ${sum(({ met }) => met.fixes)}, comments and fixes in texts that CPython compiles ${compiled}`,
    `slowest ${Math.round(slowest.time)} ms (input ${slowest.index}), memory ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
  ].join("\n");
}

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new Error(`${name} takes a whole number, not ${text}`);
  return count;
}
