import type { createGloss } from "../core/gloss.ts";

/** What every program of Node exports, for its copies. */
export interface Program {
  readonly loadEngine: () => Promise<{ readonly createGloss: typeof createGloss }>;
}

const MARK = Symbol.for("pygloss.copy");

/** Whether this program is being loaded for its engine alone. */
export function isCopy(): boolean {
  return Reflect.get(globalThis, MARK) === true;
}

/**
 * Loads the bundled program once more. A parser that was stopped in its middle cannot be trusted, and the library has
 * but one in a program.
 */
export function loadCopy(): Program {
  Reflect.set(globalThis, MARK, true);
  try {
    delete require.cache[__filename];
    return require(__filename);
  } finally {
    Reflect.deleteProperty(globalThis, MARK);
  }
}
