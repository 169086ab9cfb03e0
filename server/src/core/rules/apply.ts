import type { Edit, Finding, Fix, Gloss, RuleLevels } from "../api.ts";
import { Source } from "../source.ts";

/** Picks a finding's fix, or none to leave it. */
export type PickFix = (finding: Finding) => Fix | null | undefined;

/**
 * The fixes for findings that can be made at once, the earlier ones first. Of two that touch, the second waits: what it
 * would do may depend on what the first one leaves.
 */
export function chooseFixes(findings: readonly Finding[], pick: PickFix): Fix[] {
  const taken: Edit[] = [];
  return findings.flatMap((finding) => {
    const fix = pick(finding);
    if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => taken.some((other) => touches(edit, other))))
      return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

/** What fixes that do not touch each other write, in the order of the text. */
export function editsOf(fixes: readonly Fix[]): Edit[] {
  return fixes.flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Applies edits that are in order and do not overlap. Their `\n` becomes the text's own newline. */
export function applyEdits(text: string, edits: readonly Edit[], newline: string): string {
  let result = "";
  let at = 0;
  for (const { span, text: inserted } of edits) {
    result += text.slice(at, span.start) + inserted.replaceAll("\n", newline);
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * Makes fixes until none is left, round by round: what touches an earlier fix waits for the next round, where it is
 * found anew. A `State` is whatever holds a text: `find` says what is found in it, `edit` gives the next one.
 */
export function fixInRounds<State>(
  start: State,
  find: (state: State) => readonly Finding[],
  pick: (finding: Finding, state: State) => Fix | null | undefined,
  edit: (state: State, edits: readonly Edit[]) => State,
): { readonly state: State; readonly applied: number } {
  let state = start;
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = chooseFixes(find(state), (finding) => pick(finding, state));
    if (fixes.length === 0) break;
    state = edit(state, editsOf(fixes));
    applied += fixes.length;
  }
  return { state, applied };
}

/** Makes fixes in a text. Returns the new one and how many were made. */
export function fixAll(
  gloss: Gloss,
  name: string,
  text: string,
  pick: PickFix,
  levels?: RuleLevels,
): { readonly text: string; readonly applied: number } {
  const { newline } = new Source(text);
  const edit = (current: string, edits: readonly Edit[]) => applyEdits(current, edits, newline);
  const { state, applied } = fixInRounds(text, (current) => findingsIn(gloss, name, current, levels), pick, edit);
  return { text: state, applied };
}

export function findingsIn(gloss: Gloss, name: string, text: string, levels?: RuleLevels): readonly Finding[] {
  const file = gloss.parse(name, text);
  try {
    return file.findings(levels);
  } finally {
    file.free();
  }
}

/** Two rules that undo each other's work would go on for ever. */
const MOST_ROUNDS = 100;

/** Two insertions at one place touch too: their order would be by chance. */
function touches(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}
