import { styleText } from "node:util";
import { printable, printableLines } from "../core/printable.ts";

export type Style = Parameters<typeof styleText>[0];

/** Writes to standard output. Nothing here ends the process, so all of it arrives, through a pipe, too. */
export function print(text: string): void {
  if (text !== "") process.stdout.write(text);
}

export function printJson(value: unknown): void {
  // In JSON every character may be written as an escape, which leaves the value as it is and the terminal in peace.
  print(`${printableLines(JSON.stringify(value, null, 2))}\n`);
}

/** Tells the person at the terminal what standard output is not for. */
export function complain(message: string): void {
  process.stderr.write(`pygloss: ${printable(message)}\n`);
}

/** Colours only what a person looks at: `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are respected by `hasColors`. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY && process.stdout.hasColors() ? styleText(style, text) : text;
}

/** `head` and its like close the pipe when they have seen enough. That is no error, and nobody is left to tell. */
export function endSilentlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  }
}

export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A line at the foot of a terminal that says how far the work is. Where nobody looks on, nothing is written. */
export class Progress {
  private readonly total: number;
  private readonly isSeen = process.stderr.isTTY === true;
  private done = 0;
  private shown = 0;

  constructor(total: number) {
    this.total = total;
  }

  show(done: number): void {
    this.done = done;
    if (!this.isSeen || Date.now() - this.shown < INTERVAL) return;
    this.shown = Date.now();
    process.stderr.write(`\r${CLEAR}Checked ${this.done} of ${this.total} files`);
  }

  step(): void {
    this.show(this.done + 1);
  }

  /** Writes something else, with the line out of its way. */
  aside(write: () => void): void {
    this.end();
    write();
  }

  end(): void {
    if (this.isSeen && this.shown > 0) process.stderr.write(`\r${CLEAR}`);
  }
}

/** In milliseconds: as often as an eye can follow. */
const INTERVAL = 100;
/** Erases the line the cursor is in (ECMA-48, "EL"). */
const CLEAR = "\u001b[K";
