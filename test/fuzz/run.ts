import { createGloss } from "../../server/src/core/gloss.ts";
import { parts, testGrammar } from "../support/gloss.ts";
import { converse } from "./conversation.ts";
import { readCorpus } from "./corpus.ts";
import { minimise } from "./minimise.ts";
import { Dice, randomPython } from "./mutate.ts";
import { checkText, type Engine, type Fixed, type Met, nothingMet } from "./properties.ts";
import { type Message, randomSession } from "./session.ts";

/** Something that does not hold. The seed and the index make the input again. */
export interface Problem {
  readonly seed: number;
  readonly index: number;
  readonly message: string;
  /** The smallest text, or messages, found for which the same does not hold. */
  readonly input: string;
}

export interface Figures {
  inputs: number;
  readonly met: Met;
  /** In milliseconds, for texts of computing time, and the index of that input. */
  slowest: { time: number; index: number };
}

/** Beyond this, in milliseconds of computing time, an input hangs. */
const LIMIT = 2000;

export interface Watcher {
  readonly problem: (problem: Problem) => void;
  /** Before each input. */
  readonly begin: (index: number, figures: Figures) => void;
  /** A fix in a text that parses. */
  readonly fixed: (fixed: Fixed) => void;
}

/** Makes the texts from one index to another of a seed, and checks what must hold for each. */
export async function fuzzTexts(seed: number, from: number, to: number, watcher: Watcher): Promise<Figures> {
  const corpus = readCorpus();
  const grammar = await testGrammar();
  let engine: Engine = { grammar, gloss: await createGloss(await parts()) };
  warmUp(engine);
  const figures: Figures = {
    inputs: 0,
    met: nothingMet(),
    slowest: { time: 0, index: from },
  };
  for (let index = from; index < to; index++) {
    watcher.begin(index, figures);
    const before = process.cpuUsage();
    const text = randomPython(corpus, new Dice(seed, index));
    const wrong = failure(engine, text, new Dice(index, seed), figures.met, watcher.fixed);
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / 1000;
    if (time > figures.slowest.time) figures.slowest = { time, index };
    figures.inputs++;
    if (wrong !== null) {
      const isSame = (units: readonly string[]) => {
        watcher.begin(index, figures);
        const other = Array.from({ length: 6 }, (_, roll) => failure(engine, units.join(""), new Dice(roll, seed)));
        return other.some((one) => one !== null && kindOf(one) === kindOf(wrong));
      };
      const smallest = isSame([...text]) ? await minimise([...text], isSame) : [...text];
      watcher.problem({ seed, index, message: wrong, input: JSON.stringify(smallest.join("")) });
      // A rule that failed is off, and would not fail again.
      if (/^the rule/.test(wrong)) engine = { grammar, gloss: await createGloss(await parts()) };
    }
    if (time > LIMIT)
      watcher.problem({ seed, index, message: `hangs for ${Math.round(time)} ms`, input: JSON.stringify(text) });
  }
  return figures;
}

/** The same for what is said to a server. */
export async function fuzzSessions(seed: number, from: number, to: number, watcher: Watcher): Promise<Figures> {
  const corpus = readCorpus();
  const gloss = await createGloss(await parts());
  const figures: Figures = { inputs: 0, met: nothingMet(), slowest: { time: 0, index: from } };
  const failure = async (messages: readonly Message[]) => {
    try {
      await converse(gloss, messages);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  for (let index = from; index < to; index++) {
    watcher.begin(index, figures);
    const before = performance.now();
    const messages = randomSession(corpus, new Dice(seed, index));
    const wrong = await failure(messages);
    const time = performance.now() - before;
    if (time > figures.slowest.time) figures.slowest = { time, index };
    figures.inputs++;
    if (wrong === null) continue;
    const smallest = await minimise(messages, async (some) => {
      watcher.begin(index, figures);
      const other = await failure(some);
      return other !== null && kindOf(other) === kindOf(wrong);
    });
    watcher.problem({ seed, index, message: wrong, input: smallest.map((one) => JSON.stringify(one)).join("\n") });
  }
  return figures;
}

/** What the first hovers and findings compile is not the first input's fault. */
function warmUp({ gloss }: Engine): void {
  for (const _ of gloss.warmUp());
}

function failure(
  engine: Engine,
  text: string,
  dice: Dice,
  met: Met = nothingMet(),
  fixed: (fixed: Fixed) => void = () => undefined,
): string | null {
  try {
    checkText(engine, text, dice, met, fixed);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    const cause = error.cause instanceof Error ? `: ${error.cause.stack}` : "";
    return error.name === "AssertionError" ? error.message : `${error.message}${cause || `\n${error.stack}`}`;
  }
}

/** Without what differs from one text to the next. */
export function kindOf(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/\d+/g, "#");
}
