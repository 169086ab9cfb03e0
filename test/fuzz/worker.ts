/** Fuzzes in a process of its own, so that an input which never ends, or takes the memory, can be ended from outside. */
import type { Fixed } from "./properties.ts";
import { type Figures, fuzzSessions, fuzzTexts, type Problem } from "./run.ts";

/** Which inputs, as the arguments of the process. */
export interface Job {
  readonly what: "texts" | "sessions";
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export type Message =
  | { readonly begun: number }
  | { readonly problem: Problem }
  | { readonly fixed: Fixed }
  | { readonly figures: Figures; readonly isLast: boolean };

const OFTEN = 200;

async function work({ what, seed, from, to }: Job): Promise<void> {
  const tell = (message: Message) => process.send?.(message);
  const figures = await (what === "texts" ? fuzzTexts : fuzzSessions)(seed, from, to, {
    problem: (problem) => tell({ problem }),
    fixed: (fixed) => tell({ fixed }),
    begin: (index, soFar) => {
      tell({ begun: index });
      if (index % OFTEN === 0) tell({ figures: soFar, isLast: false });
    },
  });
  tell({ figures, isLast: true });
  process.disconnect?.();
}

const [what, ...numbers] = process.argv.slice(2);
const [seed = 1, from = 0, to = 0] = numbers.map(Number);
void work({ what: what === "texts" ? "texts" : "sessions", seed, from, to });
