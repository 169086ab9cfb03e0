import { commands, Disposable, EventEmitter, env, type Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { NoteDocument, ReadingPath, SearchHit } from "../../../server/src/lsp/protocol.ts";
import type { CodeInView } from "../code.ts";
import type { Library } from "../library.ts";
import type { NotesMet } from "../met.ts";
import type { Server } from "../server.ts";
import { NoteHistory } from "./history.ts";
import type { FromPage } from "./messages.ts";
import { Page } from "./page.ts";
import { PlacesInView } from "./places.ts";
import { readPython } from "./python.ts";
import { noNote } from "./words.ts";
import { WrittenNotes } from "./written.ts";

const VIEW_TYPE = "pygloss.note";

export interface ViewerParts {
  readonly extension: Uri;
  readonly server: Server;
  readonly library: Library;
  readonly code: CodeInView;
  readonly met: NotesMet;
  readonly report: (error: unknown) => unknown;
}

/** Shows notes beside the code, one at a time, in one panel that stays where the reader put it. */
export class NoteViewer {
  readonly #parts: ViewerParts;
  readonly #history = new NoteHistory();
  readonly #shown = new EventEmitter<string>();
  /** Tells the id of each note that is read; those that are only looked at are not. */
  readonly onDidShow = this.#shown.event;
  readonly #notes: WrittenNotes;
  readonly #places: PlacesInView;
  readonly #listeners: Disposable;
  #page: Page | undefined;
  #note: NoteDocument | undefined;
  /** What is looked at while the reader looks for a note. */
  #preview: { note: NoteDocument | undefined; readonly hasOwnPanel: boolean } | undefined;
  #wanted: string | undefined;
  #looked: string | undefined;
  /** The reading path on which a note was opened last. */
  #path: ReadingPath | undefined;

  constructor(parts: ViewerParts) {
    this.#parts = parts;
    this.#notes = new WrittenNotes(parts.server);
    this.#places = new PlacesInView(parts.code, parts.met, {
      note: () => (this.#page?.isReady ? this.#inPage?.id : undefined),
      tell: (title, places) => this.#page?.tell({ type: "places", title, places }),
    });
    this.#listeners = Disposable.from(
      this.#shown,
      this.#places,
      window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
      }),
    );
  }

  /**
   * The code keeps the keyboard unless `focus` is asked for; a reader who is in the panel stays there. With the id of a
   * reading path, the page leads along it for as long as its notes are shown.
   */
  async open(id: string, { focus = false, path }: { focus?: boolean; path?: string } = {}): Promise<void> {
    // VS Code makes the page while the server looks for the note.
    this.#page ??= this.#adopt(createPanel());
    try {
      const [note, paths] = await Promise.all([this.#read(id), path === undefined ? [] : this.#parts.library.paths()]);
      if (!note) return;
      this.#path = paths.find((one) => one.id === path) ?? this.#path;
      this.#history.visit(id);
      this.#show(note, focus);
    } catch (error) {
      if (!this.#inPage) this.#page?.panel.dispose();
      throw error;
    }
  }

  /** Makes the page for a preview where there is none: VS Code takes longer for that than for any note. */
  preparePreview(): void {
    if (this.#page) return;
    this.#preview = { note: undefined, hasOwnPanel: true };
    this.#page = this.#adopt(createPanel());
  }

  /** Makes a note that will likely be opened ready for that. */
  prepare(id: string): Promise<void> {
    return this.#notes.prepare(id, this.#path);
  }

  /** Shows a note to a reader who is still looking for one. It counts as read when it is opened. */
  async preview(id: string): Promise<void> {
    this.preparePreview();
    // What the reader has put in front of the notes stays there.
    if (!this.#page?.panel.visible) return;
    this.#looked = id;
    this.#preview ??= { note: undefined, hasOwnPanel: false };
    const note = await this.#notes.read(id);
    if (!note || !this.#preview || this.#looked !== id) return;
    this.#preview.note = note;
    this.#tellNote();
  }

  /** Brings back what was there before, unless a note was opened since or the reader went into the page. */
  leavePreview(): void {
    this.#looked = undefined;
    this.#notes.forget();
    if (!this.#preview) return;
    if (this.#page?.isReady) this.#page.tell({ type: "leavePreview" });
    else this.#endPreview();
  }

  async back(): Promise<void> {
    await this.#step(this.#history.previous, () => this.#history.back());
  }

  async forward(): Promise<void> {
    await this.#step(this.#history.next, () => this.#history.forward());
  }

  dispose(): void {
    this.#page?.panel.dispose();
    this.#listeners.dispose();
  }

  async #step(id: string | undefined, step: () => void): Promise<void> {
    const note = id === undefined ? undefined : await this.#read(id);
    if (!note) return;
    step();
    this.#show(note, false);
  }

  /** Undefined when a newer wish came while this note was read. */
  async #read(id: string): Promise<NoteDocument | undefined> {
    this.#wanted = id;
    const note = await this.#notes.read(id);
    if (this.#wanted !== id) return undefined;
    if (!note) throw new Error(noNote(id));
    return note;
  }

  #show(note: NoteDocument, focus: boolean): void {
    this.#note = note;
    this.#preview = undefined;
    this.#looked = undefined;
    this.#page ??= this.#adopt(createPanel());
    this.#tellNote();
    this.#setContext();
    const { panel } = this.#page;
    this.#page.whenDrawn(() => {
      if (focus || !panel.visible) panel.reveal(undefined, !focus);
    });
    this.#shown.fire(note.id);
  }

  #endPreview(): void {
    const preview = this.#preview;
    this.#preview = undefined;
    if (preview?.hasOwnPanel) this.#page?.panel.dispose();
    else if (preview) this.#tellNote();
  }

  async #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    this.#history.restore(state);
    const id = this.#history.current;
    const note = id === undefined ? undefined : await this.#notes.read(id);
    // A note may be gone since, and another one may have been opened meanwhile.
    if (!note || this.#page) return panel.dispose();
    this.#page = this.#adopt(panel);
    this.#show(note, false);
  }

  #adopt(panel: WebviewPanel): Page {
    return new Page(panel, this.#parts.extension, {
      received: (message) => this.#answer(message).catch(this.#parts.report),
      closed: () => {
        this.#page = undefined;
        this.#note = undefined;
        this.#preview = undefined;
        this.#path = undefined;
        this.#history.clear();
        this.#setContext();
      },
    });
  }

  async #answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        return this.#places.refresh();
      case "previewLeft":
        return this.#endPreview();
      case "open":
        return this.open(message.id);
      case "copy":
        return env.clipboard.writeText(message.text);
      case "goTo":
        return this.#places.goTo(message.place);
      case "python":
        return this.#page?.tell({ type: "python", ...(await readPython(this.#parts.extension)) });
      case "search": {
        const { query } = message;
        const tell = (hits: readonly SearchHit[]) => this.#page?.tell({ type: "hits", query, hits });
        return tell(await this.#parts.server.search({ query, limit: 8 }, tell));
      }
    }
  }

  get #inPage(): NoteDocument | undefined {
    return this.#preview?.note ?? this.#note;
  }

  #tellNote(): void {
    const note = this.#inPage;
    if (!note) return;
    const { previous, next, state } = this.#history;
    this.#page?.show({
      id: note.id,
      title: note.title,
      html: this.#notes.write(note, this.#path),
      canGoBack: previous !== undefined,
      canGoForward: next !== undefined,
      state,
      isPreview: note === this.#preview?.note,
    });
    this.#places.refresh();
  }

  /** For the keybindings: without a page to go to, the keys mean what they mean elsewhere. */
  #setContext(): void {
    commands.executeCommand("setContext", "pygloss.canGoBack", this.#history.previous !== undefined);
    commands.executeCommand("setContext", "pygloss.canGoForward", this.#history.next !== undefined);
  }
}

function createPanel(): WebviewPanel {
  // Beside an empty group there would be half a window of nothing.
  const viewColumn = window.tabGroups.activeTabGroup.activeTab ? ViewColumn.Beside : ViewColumn.Active;
  return window.createWebviewPanel(
    VIEW_TYPE,
    "PyGloss",
    { viewColumn, preserveFocus: true },
    { enableFindWidget: true },
  );
}
