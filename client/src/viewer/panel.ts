import { commands, EventEmitter, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { type NoteDocument, OPEN_NOTE } from "../../../server/src/lsp/protocol.ts";
import { NoteHistory } from "./history.ts";
import { type PageWords, renderPage } from "./render.ts";

export const NOTE_BACK = "pygloss.noteBack";

/** Shows notes beside the code, one at a time, in one panel that stays where the reader put it. */
export class NoteViewer {
  readonly #media: Uri;
  readonly #read: (id: string) => Promise<NoteDocument | null>;
  readonly #history = new NoteHistory();
  readonly #shown = new EventEmitter<string>();
  /** Tells the id of each note that is shown. */
  readonly onDidShow = this.#shown.event;
  #panel: WebviewPanel | undefined;
  #wanted: string | undefined;

  constructor(extension: Uri, read: (id: string) => Promise<NoteDocument | null>) {
    this.#media = Uri.joinPath(extension, "client", "media");
    this.#read = read;
  }

  /** The code keeps the keyboard unless `focus` is asked for; a reader who is in the panel stays there. */
  async open(id: string, { focus = false }: { focus?: boolean } = {}): Promise<void> {
    this.#wanted = id;
    const note = await this.#read(id);
    // A newer wish came while this note was read.
    if (this.#wanted !== id) return;
    if (!note) throw new Error(l10n.t("There is no note {0}.", id));
    this.#history.visit(id);
    this.#show(note, focus);
    this.#shown.fire(id);
  }

  async back(): Promise<void> {
    const id = this.#history.previous;
    if (id === undefined) return;
    this.#history.back();
    await this.open(id);
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#shown.dispose();
  }

  #show(note: NoteDocument, focus: boolean): void {
    this.#panel ??= this.#createPanel();
    const { webview } = this.#panel;
    this.#panel.title = note.title.replaceAll("`", "");
    webview.html = renderPage(note, {
      stylesheet: webview.asWebviewUri(Uri.joinPath(this.#media, "note.css")).toString(),
      cspSource: webview.cspSource,
      openCommand: OPEN_NOTE,
      backCommand: this.#history.previous === undefined ? undefined : NOTE_BACK,
      words: words(),
    });
    setCanGoBack(this.#history.previous !== undefined);
    if (focus || !this.#panel.visible) this.#panel.reveal(undefined, !focus);
  }

  #createPanel(): WebviewPanel {
    // Beside an empty group there would be half a window of nothing.
    const viewColumn = window.tabGroups.activeTabGroup.activeTab ? ViewColumn.Beside : ViewColumn.Active;
    const panel = window.createWebviewPanel(
      "pygloss.note",
      "PyGloss",
      { viewColumn, preserveFocus: true },
      { enableScripts: false, enableFindWidget: true, enableCommandUris: COMMANDS, localResourceRoots: [this.#media] },
    );
    panel.iconPath = Uri.joinPath(this.#media, "mark.svg");
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#history.clear();
      setCanGoBack(false);
    });
    return panel;
  }
}

/** What links in a note may call; everything else is refused by VS Code. */
const COMMANDS = [OPEN_NOTE, NOTE_BACK];

/** For the keybinding of Back: without a page to go back to, the key means what it means elsewhere. */
function setCanGoBack(value: boolean): void {
  commands.executeCommand("setContext", "pygloss.canGoBack", value);
}

function words(): PageWords {
  return {
    back: l10n.t("Back"),
    concept: l10n.t("Concept"),
    trap: l10n.t("Trap"),
    better: l10n.t("Better"),
    sources: l10n.t("Sources"),
    sameAs: l10n.t("Same As"),
    related: l10n.t("Related Notes"),
    silence: l10n.t("Silence on One Line"),
  };
}
