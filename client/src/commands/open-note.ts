import type { Server } from "../server.ts";
import type { NoteViewer } from "../viewer/panel.ts";
import { searchNotes } from "./search-notes.ts";

/** Links give the id of a note; without one the reader picks it. */
export async function openNote(server: Server, viewer: NoteViewer, id: unknown): Promise<void> {
  if (typeof id === "string") await viewer.open(id);
  else await searchNotes(server, viewer);
}
