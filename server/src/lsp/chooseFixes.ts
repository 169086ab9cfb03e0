import type { Finding, Fix } from "../core/api.ts";

/**
 * The fixes for findings, as `pick` finds one, that can be made at once: in the order of the text, each behind the end
 * of the one before it. Of two that touch, the second waits: what it would do may depend on what the first one leaves.
 */
export function chooseFixes(findings: readonly Finding[], pick: (finding: Finding) => Fix | undefined): Fix[] {
  const wanted = findings.flatMap((finding) => pick(finding) ?? []).filter(({ edits }) => edits.length > 0);
  wanted.sort((a, b) => startOf(a) - startOf(b));
  const chosen: Fix[] = [];
  let end = -1;
  for (const fix of wanted) {
    if (startOf(fix) <= end) continue;
    chosen.push(fix);
    end = endOf(fix);
  }
  return chosen;
}

function startOf({ edits }: Fix): number {
  return Math.min(...edits.map(({ span }) => span.start));
}

function endOf({ edits }: Fix): number {
  return Math.max(...edits.map(({ span }) => span.end));
}
