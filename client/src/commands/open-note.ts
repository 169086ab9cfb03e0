import { ruleOf } from "../code.ts";
import type { FileElement } from "../views/file-elements.ts";
import { type SearchParts, searchNotes } from "./search-notes.ts";

/**
 * Links give the id of a note, and that of the reading path on which they lead to it; a finding's line in the view gives
 * itself; without either the reader picks the note.
 */
export async function openNote(parts: SearchParts, of: unknown, path: unknown): Promise<void> {
  if (typeof of === "string") await parts.viewer.open(of, typeof path === "string" ? { path } : {});
  else if (isFinding(of)) await parts.viewer.open(ruleOf(of.finding));
  else await searchNotes(parts);
}

function isFinding(element: unknown): element is Extract<FileElement, { type: "finding" }> {
  return typeof element === "object" && element !== null && "type" in element && element.type === "finding";
}
