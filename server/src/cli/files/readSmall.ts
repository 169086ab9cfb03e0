import { readFileSync, statSync } from "node:fs";
import { Failure } from "../failure.ts";

/** Beyond this, in bytes, nobody wrote it by hand. */
const LARGEST = 1_000_000;

/**
 * The text of a file that somebody may have put there to steer us, or null where there is none: a pipe or a device by
 * that name, which would keep us waiting, is none. Throws a `Failure` for one that is too large, and what Node throws
 * for one that cannot be read.
 */
export function readSmall(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  if (stats.size > LARGEST) throw new Failure(`it is larger than ${LARGEST / 1e6} MB`);
  return readFileSync(path, "utf8");
}
