import ignore, { type Ignore } from "ignore";

/**
 * More of `**` in one pattern than nobody writes, and deeper paths than nobody has: matching tries every folder for
 * each of them, so a hostile pattern and a hostile path together could keep it busy for hours.
 */
export const MOST_GLOBSTARS = 3;
const DEEPEST_PATH = 64;

/** Patterns as in `.gitignore`, for paths with slashes that are relative to their folder. */
export class Patterns {
  private readonly rules: Ignore;

  /** `lines` with too many `**` are left out; `isTooWild` tells which. */
  constructor(lines: readonly string[], ignoreCase = true) {
    this.rules = ignore({ ignoreCase }).add(lines.filter((line) => !isTooWild(line)));
  }

  /** Whether a path is named, and whether it is expressly not. Folders end in a slash. */
  test(path: string): { readonly ignored: boolean; readonly unignored: boolean } {
    if (!ignore.isPathValid(path) || path.split("/").length > DEEPEST_PATH) return NEITHER;
    return this.rules.test(path);
  }
}

export function isTooWild(pattern: string): boolean {
  return pattern.split("**").length - 1 > MOST_GLOBSTARS;
}

const NEITHER = { ignored: false, unignored: false };
