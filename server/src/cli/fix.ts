import type { Finding, Fix, Gloss, RuleLevels } from "../core/api.ts";
import { findingsIn, fixInRounds } from "../core/rules/apply.ts";
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

/** Makes fixes in a script or a notebook until there is none left to make. */
export function fixAll(gloss: Gloss, name: string, start: Checked, options: FixOptions): Fixed {
  const { levels, unsafe, accept } = options;
  const { state, applied } = fixInRounds(
    start,
    (checked) => findingsIn(gloss, name, checked.source.text, levels).filter(accept),
    (finding, checked) => fixFor(checked, finding, unsafe),
    (checked, edits) => checked.edit(edits),
  );
  return { checked: state, count: applied };
}

/** The fix that would be made for a finding, if any. */
export function fixFor(checked: Checked, finding: Finding, unsafe: boolean): Fix | undefined {
  return finding.fixes.find((fix) => (fix.safe || unsafe) && checked.canEdit(finding.span, fix.edits));
}
