import type { Finding, Fix } from "../core/api.ts";
import { fixInRounds } from "../core/rules/apply.ts";
import type { Checked } from "./files/checked.ts";

export interface Fixed {
  readonly checked: Checked;
  /** How many fixes were made. */
  readonly count: number;
}

/** Makes fixes for what `find` finds in a script or a notebook until there is none left to make. */
export function fixAll(start: Checked, find: (checked: Checked) => readonly Finding[], unsafe: boolean): Fixed {
  const { state, applied } = fixInRounds(
    start,
    find,
    (finding, checked) => fixFor(checked, finding, unsafe),
    (checked, edits) => checked.edit(edits),
  );
  return { checked: state, count: applied };
}

/** The fix that would be made for a finding, if any. */
export function fixFor(checked: Checked, finding: Finding, unsafe: boolean): Fix | undefined {
  return finding.fixes.find((fix) => (fix.safe || unsafe) && checked.canEdit(finding.span, fix.edits));
}
