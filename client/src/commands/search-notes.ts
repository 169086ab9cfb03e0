import { type CancellationToken, CancellationTokenSource, l10n, type QuickPick, window } from "vscode";
import type { Server } from "../server.ts";
import type { NoteViewer } from "../viewer/panel.ts";
import { type NoteItem, noteItem } from "./note-items.ts";

/** Asks for a note and opens it. What is selected in the editor is what is looked for first. */
export async function searchNotes(server: Server, viewer: NoteViewer): Promise<void> {
  const id = await pickNote(server, selectedWords());
  if (id) await viewer.open(id);
}

/** The id of the note that was picked; undefined when the list was left without one. */
function pickNote(server: Server, startWith: string): Promise<string | undefined> {
  const pick = window.createQuickPick<NoteItem>();
  pick.placeholder = l10n.t("Search Python notes");
  pick.value = startWith;
  keepOrder(pick);
  return new Promise<string | undefined>((resolve, reject) => {
    const answers = new LatestOnly();
    const ask = () =>
      answers.ask(pick, async (token) => {
        const hits = await server.search({ query: pick.value }, token);
        return hits.map((hit) => noteItem(hit, hit.excerpt));
      });
    const refresh = () => {
      ask().catch((error: unknown) => {
        reject(error);
        pick.hide();
      });
    };
    pick.onDidChangeValue(refresh);
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.id);
      pick.hide();
    });
    pick.onDidHide(() => {
      answers.cancel();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
    refresh();
  });
}

/** Shows the answer to the last question; those that come later than a newer question are dropped. */
class LatestOnly {
  #latest = new CancellationTokenSource();

  cancel(): void {
    this.#latest.cancel();
    this.#latest.dispose();
  }

  async ask(pick: QuickPick<NoteItem>, question: (token: CancellationToken) => Promise<NoteItem[]>) {
    this.cancel();
    this.#latest = new CancellationTokenSource();
    const { token } = this.#latest;
    pick.busy = true;
    try {
      const items = await question(token);
      if (!token.isCancellationRequested) pick.items = items;
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
    } finally {
      if (!token.isCancellationRequested) pick.busy = false;
    }
  }
}

/** VS Code would put items whose title matches first; this property stops it and is not in its types. */
function keepOrder(pick: QuickPick<NoteItem>): void {
  Object.assign(pick, { sortByLabel: false });
}

function selectedWords(): string {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== "python" || !editor.selection.isSingleLine) return "";
  return editor.document.getText(editor.selection).trim();
}
