import { type SearchParts, searchNotes } from "./search-notes.ts";

/** Links give the id of a note; without one the reader picks it. */
export async function openNote(parts: SearchParts, id: unknown): Promise<void> {
  if (typeof id === "string") await parts.viewer.open(id);
  else await searchNotes(parts);
}
