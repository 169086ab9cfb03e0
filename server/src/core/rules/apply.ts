import type { Edit, Finding, Fix, Gloss, RuleLevels } from "../api.ts";
import { Source } from "../source.ts";

/** More rounds than any real file needs; two fixes that undo each other must not turn in a circle. */
const ROUNDS = 20;

/**
 * Applies fixes until none is left, round by round: what overlaps an earlier fix waits for the next round, where it is
 * found anew. `choose` picks a finding's fix, or null to leave it. Returns the new text and how many were applied.
 */
export function fixAll(
  gloss: Gloss,
  name: string,
  text: string,
  choose: (finding: Finding) => Fix | null,
  levels?: RuleLevels,
): { readonly text: string; readonly applied: number } {
  let current = text;
  let applied = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const file = gloss.parse(name, current);
    const fixes = file.findings(levels).flatMap((finding) => choose(finding) ?? []);
    file.free();
    const result = applyOnce(current, fixes);
    if (result.applied === 0) break;
    current = result.text;
    applied += result.applied;
  }
  return { text: current, applied };
}

/** Applies as many of these fixes as do not touch each other, the earlier ones first. */
export function applyOnce(text: string, fixes: readonly Fix[]): { readonly text: string; readonly applied: number } {
  const { newline } = new Source(text);
  const chosen: Edit[] = [];
  let applied = 0;
  for (const { edits } of fixes) {
    if (edits.length === 0 || edits.some((edit) => chosen.some((other) => touches(edit, other)))) continue;
    chosen.push(...edits);
    applied++;
  }
  chosen.sort((a, b) => b.span.start - a.span.start);
  let result = text;
  for (const { span, text: replacement } of chosen) {
    result = result.slice(0, span.start) + replacement.replaceAll("\n", newline) + result.slice(span.end);
  }
  return { text: result, applied };
}

/** Two insertions at one place touch too: their order would be by chance. */
function touches(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
