/**
 * How tests are counted. Every stage ends its output with one line, `12 passed, 0 failed, 0 skipped`, whatever it runs in:
 * a line of text crosses process, browser and extension host alike. Nothing here needs Node, so the web suite can count too.
 */

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };
export const ONE_PASSED: Tally = { ...NOTHING, passed: 1 };
export const ONE_FAILED: Tally = { ...NOTHING, failed: 1 };

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

export function format({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The tally that a line of output states, if that is all it says. */
export function parse(line: string): Tally | undefined {
  const match = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line.trim());
  return match ? { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3]) } : undefined;
}

/** What Mocha's runner knows when it ends. */
export interface RunnerLike {
  readonly total: number;
  readonly stats?: { readonly passes: number; readonly failures: number; readonly pending: number } | undefined;
}

/**
 * Tests that never ran, because a hook before them failed, are failures; so is a run without any test.
 * A failure that is no test's own, of an `after` hook, counts as well.
 */
export function tallyOf({ total, stats }: RunnerLike): Tally {
  if (!stats || total === 0) return ONE_FAILED;
  const notRun = total - stats.passes - stats.pending;
  return { passed: stats.passes, failed: Math.max(stats.failures, notRun), skipped: stats.pending };
}
