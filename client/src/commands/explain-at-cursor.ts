import { l10n, window } from "vscode";
import type { Server } from "../server.ts";
import type { NoteViewer } from "../viewer/panel.ts";
import { noteItem, plain } from "./note-items.ts";

/** Opens the note about the construct at the cursor; where several speak of it, the reader chooses. */
export async function explainAtCursor(server: Server, viewer: NoteViewer): Promise<void> {
  const editor = window.activeTextEditor;
  const notes =
    editor?.document.languageId === "python" ? await server.notesAt(editor.document.uri, editor.selection.active) : [];
  const [first, ...others] = notes;
  if (!first) {
    window.setStatusBarMessage(l10n.t("PyGloss has no note for what is at the cursor."), 4000);
    return;
  }
  if (others.length === 0) return viewer.open(first.id);
  const items = notes.map((note) => noteItem(note, plain(note.summary)));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Notes for what is at the cursor") });
  if (picked?.id !== undefined) await viewer.open(picked.id);
}
