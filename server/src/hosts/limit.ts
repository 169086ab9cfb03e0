import { Script } from "node:vm";
import type { Limit } from "../core/api.ts";

/** In milliseconds: what any text may take. The slowest that people write takes a tenth of it on a slow machine. */
const AT_LEAST = 10_000;
/** What each UTF-16 unit may take besides. */
const PER_UNIT = 0.01;

const WORK = Symbol.for("pygloss.work");
const script = new Script('globalThis[Symbol.for("pygloss.work")]()', { filename: "limit" });

/** V8 ends what a script runs, and all it calls, when the script's time is over. To ask for that costs 0.05 ms, and more when the caches are cold. */
export const limit: Limit = (size, work, stopped) => {
  const outer: unknown = Reflect.get(globalThis, WORK);
  Reflect.set(globalThis, WORK, work);
  try {
    return script.runInThisContext({ timeout: Math.ceil(AT_LEAST + size * PER_UNIT), displayErrors: false });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return stopped();
    throw error;
  } finally {
    Reflect.set(globalThis, WORK, outer);
  }
};
