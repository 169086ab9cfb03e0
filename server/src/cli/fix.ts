import type { Edit, Finding, Fix, Gloss, PythonFile, RuleLevels } from "../core/api.ts";
import type { Checked } from "./files/checked.ts";

export interface Fixed {
  readonly checked: Checked;
  /** How many fixes were made. */
  readonly count: number;
}

export interface FixOptions {
  readonly levels: RuleLevels;
  /** Whether fixes that may change behaviour are made, too. */
  readonly unsafe: boolean;
  /** Which findings are to be fixed. */
  readonly accept: (finding: Finding) => boolean;
}

/**
 * Makes fixes, best ones first, until there is none left to make: fixes that touch each other are made one after another,
 * each on what the one before it left.
 */
export function fixAll(gloss: Gloss, name: string, start: Checked, options: FixOptions): Fixed {
  let checked = start;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const file = gloss.parse(name, checked.source.text);
    const fixes = chooseFixes(checked, file, options);
    file.free();
    if (fixes.length === 0) break;
    checked = checked.edit(fixes.flatMap((fix) => fix.edits));
    count += fixes.length;
  }
  return { checked, count };
}

/** Two rules that undo each other's work would go on for ever. */
const MOST_ROUNDS = 100;

function chooseFixes(checked: Checked, file: PythonFile, { levels, unsafe, accept }: FixOptions): Fix[] {
  const findings = file.findings(levels).filter(accept);
  const wanted = findings.flatMap((finding) => fixFor(checked, finding, unsafe) ?? []);
  wanted.sort((a, b) => startOf(a) - startOf(b));
  const chosen: Fix[] = [];
  let end = -1;
  for (const fix of wanted) {
    // Two that meet in one point would depend on their order, so the second one waits for the next round.
    if (startOf(fix) <= end) continue;
    chosen.push(fix);
    end = endOf(fix);
  }
  return chosen;
}

/** The fix that would be made for a finding, if any. */
export function fixFor(checked: Checked, finding: Finding, unsafe: boolean): Fix | undefined {
  return finding.fixes.find(
    (fix) => (fix.safe || unsafe) && fix.edits.length > 0 && checked.canEdit(finding.span, fix.edits),
  );
}

function startOf({ edits }: Fix): number {
  return Math.min(...edits.map((edit: Edit) => edit.span.start));
}

function endOf({ edits }: Fix): number {
  return Math.max(...edits.map((edit: Edit) => edit.span.end));
}
