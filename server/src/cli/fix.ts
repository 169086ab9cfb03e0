import type { Finding, Fix, Gloss, RuleLevels } from "../core/api.ts";
import { chooseFixes } from "../lsp/chooseFixes.ts";
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
  const { levels, unsafe, accept } = options;
  let checked = start;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const file = gloss.parse(name, checked.source.text);
    const findings = file.findings(levels).filter(accept);
    file.free();
    const fixes = chooseFixes(findings, (finding) => fixFor(checked, finding, unsafe));
    if (fixes.length === 0) break;
    checked = checked.edit(fixes.flatMap((fix) => fix.edits));
    count += fixes.length;
  }
  return { checked, count };
}

/** Two rules that undo each other's work would go on for ever. */
const MOST_ROUNDS = 100;

/** The fix that would be made for a finding, if any. */
export function fixFor(checked: Checked, finding: Finding, unsafe: boolean): Fix | undefined {
  return finding.fixes.find((fix) => (fix.safe || unsafe) && checked.canEdit(finding.span, fix.edits));
}
