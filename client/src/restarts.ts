/** What to do about a server that ended. */
export interface Restart {
  /** In milliseconds: how long to wait before it is started again. */
  readonly delay: number;
  /** How often it has ended, where that is to be told; otherwise null. */
  readonly tell: number | null;
}

/** Waits longer each time, and speaks up once when it keeps happening; after a quiet while all is forgotten. */
export class Restarts {
  private ends = 0;
  private last = Number.NEGATIVE_INFINITY;

  /** Takes the time in milliseconds at which the server ended. */
  ended(now: number): Restart {
    this.ends = now - this.last > QUIET ? 1 : this.ends + 1;
    this.last = now;
    const delay = Math.min(FIRST * 2 ** (this.ends - 1), LONGEST);
    return { delay, tell: this.ends === MANY ? MANY : null };
  }
}

const FIRST = 250;
const LONGEST = 60_000;
const MANY = 3;
const QUIET = 5 * 60_000;
