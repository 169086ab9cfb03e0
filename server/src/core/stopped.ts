/**
 * Something took so long that the host stopped it in its middle. What it was made with, the parser above all, may be in
 * any state: the engine is not to be used again, and answers every question with this.
 */
export class Stopped extends Error {
  override readonly name = "Stopped";
  /** The file that was being looked at. */
  readonly file: string;
  /** The rule that was at work and is off now, or null where it was none. */
  readonly rule: string | null;

  constructor(file: string, rule: string | null) {
    super(`${file}: it took too long to look at this file`);
    this.file = file;
    this.rule = rule;
  }
}

/** Another copy of this program has a class of its own. */
export function isStopped(error: unknown): error is Stopped {
  return error instanceof Error && error.name === "Stopped";
}
