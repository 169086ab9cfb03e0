import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { type CheckedText, checkText, type TextToCheck } from "../core/checkText.ts";
import type { RenewedGloss } from "../core/renewal.ts";
import type { Translations } from "../core/words.ts";

/** One is left for whoever types; more would mostly cost memory. */
const MOST = Math.max(1, Math.min(4, availableParallelism() - 1));
/** In milliseconds: a thread that has nothing to do for so long gives its memory back. */
const PATIENCE = 10_000;
const MARK = "pygloss check";

interface Job {
  readonly text: TextToCheck;
  readonly done: (checked: CheckedText) => void;
  readonly fail: (error: Error) => void;
}

/** Threads that check texts. They are started when there is something to do, and end when there is nothing any more. */
export class CheckThreads {
  readonly #program: string;
  readonly #translations: Translations;
  readonly #queue: Job[] = [];
  readonly #wake: (() => void)[] = [];
  #running = 0;

  /** `program` calls `workOnThread` where `translationsOfThread` has some. */
  constructor(program: string, translations: Translations) {
    this.#program = program;
    this.#translations = translations;
  }

  check(text: TextToCheck): Promise<CheckedText> {
    return new Promise((done, fail) => {
      this.#queue.push({ text, done, fail });
      const wake = this.#wake.shift();
      if (wake) wake();
      else if (this.#running < MOST) this.#start();
    });
  }

  #start(): void {
    this.#running++;
    const worker = new Worker(this.#program, { workerData: { [MARK]: this.#translations } });
    worker.unref();
    let current: Job | undefined;
    let timer: NodeJS.Timeout | undefined;
    const next = () => {
      clearTimeout(timer);
      current = this.#queue.shift();
      if (current) worker.postMessage(current.text);
      else {
        this.#wake.push(next);
        timer = setTimeout(() => {
          this.#wake.splice(this.#wake.indexOf(next), 1);
          void worker.terminate();
        }, PATIENCE).unref();
      }
    };
    worker.on("message", (checked: CheckedText) => {
      current?.done(checked);
      next();
    });
    const lose = (error: Error) => {
      current?.fail(error);
      current = undefined;
    };
    worker.on("error", lose);
    worker.on("exit", (status) => {
      this.#running--;
      lose(new Error(`A thread that checks files ended with status ${status}.`));
      if (this.#queue.length > 0) this.#start();
    });
    next();
  }
}

/** In which language a thread is to speak; null where the program runs as itself. */
export function translationsOfThread(): Translations | null {
  return parentPort === null ? null : (workerData?.[MARK] ?? null);
}

/** Checks texts as they come. A text that cannot be checked ends the thread, and its error goes to whoever asked. */
export function workOnThread(engine: RenewedGloss): void {
  parentPort?.on("message", async (text: TextToCheck) => {
    const checked = await engine.use((gloss) => {
      const steps = checkText(gloss, text);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value;
    });
    parentPort?.postMessage(checked);
  });
}
