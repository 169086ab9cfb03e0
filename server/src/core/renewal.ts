import type { Gloss } from "./api.ts";
import { isStopped, type Stopped } from "./stopped.ts";

/** What is slow without any rule that never ends would switch off one rule after another. */
const MOST_STOPS = 3;

/** An engine, and after it was stopped another one. */
export class RenewedGloss {
  private readonly make: () => Promise<Gloss>;
  private current: Promise<Gloss> | undefined;

  /** `make` is called when an engine is first asked for, and again whenever one was stopped. */
  constructor(make: () => Promise<Gloss>) {
    this.make = make;
  }

  gloss(): Promise<Gloss> {
    this.current ??= this.make();
    return this.current;
  }

  /**
   * Does something with the engine; again where a rule was stopped, which is off then. Throws what `use` throws.
   * `stopped` is called when an engine is given up: what was made with it is worth nothing.
   */
  async use<T>(use: (gloss: Gloss) => T | Promise<T>, stopped?: (why: Stopped) => void): Promise<T> {
    for (let stops = 1; ; stops++) {
      const used = this.gloss();
      try {
        return await use(await used);
      } catch (error) {
        if (!isStopped(error)) throw error;
        if (this.current === used) {
          this.current = undefined;
          stopped?.(error);
        }
        if (error.rule === null || stops === MOST_STOPS) throw error;
      }
    }
  }
}
