import { SECONDS } from "../python/limits.ts";
import type { FromWorker, Lack, ToWorker } from "../python/messages.ts";
import type { PythonFiles } from "../src/viewer/messages.ts";

/** What a run tells: that it begins, what it prints, and how it came to its end, which comes last and once. */
export interface Listener {
  running(): void;
  printed(text: string, isError: boolean): void;
  ended(end: End): void;
}

export type End =
  | { readonly how: "done"; readonly lack: Lack | undefined }
  | { readonly how: "stopped" | "tooLong" | "tooMuch" }
  | { readonly how: "failed"; readonly message: string };

/** What workers are made of. */
interface Parts {
  readonly script: string;
  readonly interpreter: WebAssembly.Module;
  readonly library: Uint8Array<ArrayBuffer>;
}

/**
 * Runs programs, one at a time, each in a worker of its own. Nothing is loaded before the first; then the worker for the
 * next one is got ready as soon as a run is over, so that only the first is waited for.
 */
export class Python {
  readonly #ask: () => void;
  #receive: (files: PythonFiles) => void = () => undefined;
  #parts: Promise<Parts> | undefined;
  #next: Promise<Worker> | undefined;
  #stop: () => void = () => undefined;

  /** `ask` makes the extension send its files, which `receive` takes. */
  constructor(ask: () => void) {
    this.#ask = ask;
  }

  receive(files: PythonFiles): void {
    this.#receive(files);
  }

  /** Stops what runs still. */
  run(source: string, isSession: boolean, listener: Listener): void {
    this.#stop();
    let isOver = false;
    let release: () => void = () => undefined;
    const end = (how: End) => {
      if (isOver) return;
      isOver = true;
      release();
      listener.ended(how);
    };
    const hear = (message: FromWorker) => {
      // What was printed before a run was stopped may still be on its way.
      if (isOver) return;
      if (message.type === "output") listener.printed(message.text, message.isError);
      else if (message.type === "full") end({ how: "tooMuch" });
      else if (message.type === "done") end({ how: "done", lack: message.lack });
      else if (message.type === "failed") end({ how: "failed", message: message.message });
    };
    const begin = (worker: Worker) => {
      if (isOver) return worker.terminate();
      const timer = setTimeout(() => end({ how: "tooLong" }), SECONDS * 1000);
      release = () => {
        clearTimeout(timer);
        worker.terminate();
        this.#prepare();
      };
      listen(worker, hear);
      worker.postMessage({ type: "run", source, isSession } satisfies ToWorker);
      listener.running();
    };
    this.#stop = () => end({ how: "stopped" });
    this.#take().then(begin, (error: unknown) => end({ how: "failed", message: String(error) }));
  }

  stop(): void {
    this.#stop();
  }

  #take(): Promise<Worker> {
    const worker = this.#next ?? this.#start();
    this.#next = undefined;
    return worker;
  }

  #prepare(): void {
    this.#next ??= this.#start();
    // The run that takes it will tell.
    this.#next.catch(() => undefined);
  }

  /** A worker in which Python waits for a program. */
  async #start(): Promise<Worker> {
    this.#parts ??= this.#load();
    const { script, interpreter, library } = await this.#parts.catch((error: unknown) => {
      this.#parts = undefined;
      throw error;
    });
    const worker = new Worker(script, { type: "module" });
    return new Promise((resolve, reject) => {
      listen(worker, (message) => {
        if (message.type === "ready") resolve(worker);
        else if (message.type === "failed") reject(new Error(message.message));
      });
      worker.postMessage({ type: "start", interpreter, library } satisfies ToWorker);
    });
  }

  async #load(): Promise<Parts> {
    const received = new Promise<PythonFiles>((resolve) => {
      this.#receive = resolve;
    });
    this.#ask();
    const { worker, interpreter, library } = await received;
    const bytes = new Blob([interpreter]).stream().pipeThrough(new DecompressionStream("gzip"));
    const headers = { "Content-Type": "application/wasm" };
    return {
      script: URL.createObjectURL(new Blob([worker], { type: "text/javascript" })),
      interpreter: await WebAssembly.compileStreaming(new Response(bytes, { headers })),
      library,
    };
  }
}

function listen(worker: Worker, hear: (message: FromWorker) => void): void {
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
  worker.onerror = ({ message }) => hear({ type: "failed", message });
}
