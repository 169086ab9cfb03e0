import {
  commands,
  Disposable,
  EventEmitter,
  env,
  languages,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
} from "vscode";
import { type NoteDocument, OPEN_NOTE } from "../../../server/src/lsp/protocol.ts";
import type { CodeInView } from "../code.ts";
import type { NotesMet } from "../met.ts";
import type { Server } from "../server.ts";
import { NoteHistory } from "./history.ts";
import type { FromPage, ToPage } from "./messages.ts";
import { type Places, placesOf } from "./places.ts";
import { readPython } from "./python.ts";
import { renderNote, renderPage } from "./render.ts";
import { noNote, pageWords } from "./words.ts";

export const NOTE_BACK = "pygloss.noteBack";
export const NOTE_FORWARD = "pygloss.noteForward";
const VIEW_TYPE = "pygloss.note";

export interface ViewerParts {
  readonly extension: Uri;
  readonly server: Server;
  readonly code: CodeInView;
  readonly met: NotesMet;
  readonly report: (error: unknown) => unknown;
}

/** Shows notes beside the code, one at a time, in one panel that stays where the reader put it. */
export class NoteViewer {
  readonly #parts: ViewerParts;
  readonly #media: Uri;
  readonly #scripts: Uri;
  readonly #history = new NoteHistory();
  readonly #shown = new EventEmitter<string>();
  /** Tells the id of each note that is shown. */
  readonly onDidShow = this.#shown.event;
  readonly #listeners: Disposable;
  #panel: WebviewPanel | undefined;
  /** Whether there is a page that hears what it is told: VS Code throws away that of a panel that is hidden. */
  #isReady = false;
  #note: NoteDocument | undefined;
  #wanted: string | undefined;
  #places: Places | undefined;

  constructor(parts: ViewerParts) {
    this.#parts = parts;
    this.#media = Uri.joinPath(parts.extension, "client", "media");
    this.#scripts = Uri.joinPath(parts.extension, "dist", "webview");
    this.#listeners = Disposable.from(
      this.#shown,
      window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
      }),
      parts.code.onDidChange(() => this.#tellPlaces()),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = parts.code.document?.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.#tellPlaces();
      }),
    );
  }

  /** The code keeps the keyboard unless `focus` is asked for; a reader who is in the panel stays there. */
  async open(id: string, { focus = false }: { focus?: boolean } = {}): Promise<void> {
    // VS Code makes the page while the server looks for the note.
    this.#panel ??= this.#adopt(createPanel());
    try {
      const note = await this.#read(id);
      if (!note) return;
      this.#history.visit(id);
      this.#show(note, focus);
    } catch (error) {
      if (!this.#note) this.#panel?.dispose();
      throw error;
    }
  }

  async back(): Promise<void> {
    await this.#step(this.#history.previous, () => this.#history.back());
  }

  async forward(): Promise<void> {
    await this.#step(this.#history.next, () => this.#history.forward());
  }

  dispose(): void {
    this.#panel?.dispose();
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
    const note = await this.#parts.server.note(id);
    if (this.#wanted !== id) return undefined;
    if (!note) throw new Error(noNote(id));
    return note;
  }

  #show(note: NoteDocument, focus: boolean): void {
    this.#note = note;
    this.#panel ??= this.#adopt(createPanel());
    this.#panel.title = note.title.replaceAll("`", "");
    this.#tellNote();
    this.#setContext();
    if (focus || !this.#panel.visible) this.#panel.reveal(undefined, !focus);
    this.#shown.fire(note.id);
  }

  async #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    this.#history.restore(state);
    const id = this.#history.current;
    const note = id === undefined ? undefined : await this.#parts.server.note(id);
    // A note may be gone since, and another one may have been opened meanwhile.
    if (!note || this.#panel) return panel.dispose();
    this.#panel = this.#adopt(panel);
    this.#show(note, false);
  }

  #adopt(panel: WebviewPanel): WebviewPanel {
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: [OPEN_NOTE, NOTE_BACK, NOTE_FORWARD],
      localResourceRoots: [this.#media, this.#scripts],
    };
    panel.webview.html = this.#page(panel.webview);
    panel.iconPath = Uri.joinPath(this.#media, "mark.svg");
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      this.#answer(message).catch(this.#parts.report);
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isReady = false;
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#note = undefined;
      this.#isReady = false;
      this.#history.clear();
      this.#setContext();
    });
    return panel;
  }

  #page(webview: Webview): string {
    const at = (folder: Uri, name: string) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
    return renderPage({
      stylesheets: [at(this.#media, "note.css"), at(this.#media, "controls.css")],
      script: at(this.#scripts, "note.js"),
      diagramScript: at(this.#scripts, "diagrams.js"),
      cspSource: webview.cspSource,
      nonce: newNonce(),
      language: env.language,
      backCommand: NOTE_BACK,
      forwardCommand: NOTE_FORWARD,
      words: pageWords(),
    });
  }

  async #answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case "ready":
        this.#isReady = true;
        return this.#tellNote();
      case "open":
        return this.open(message.id);
      case "copy":
        return env.clipboard.writeText(message.text);
      case "goTo":
        return this.#places?.goTo(message.place);
      case "python":
        return this.#tell({ type: "python", ...(await readPython(this.#parts.extension)) });
      case "search": {
        const { query } = message;
        this.#tell({ type: "hits", query, hits: await this.#parts.server.search({ query, limit: 8 }) });
      }
    }
  }

  /** A page that is not there yet asks for its note as soon as it is. */
  #tellNote(): void {
    const note = this.#note;
    if (!note || !this.#isReady) return;
    const { previous, next, state } = this.#history;
    const html = renderNote(note, { openCommand: OPEN_NOTE, words: pageWords() });
    const [canGoBack, canGoForward] = [previous !== undefined, next !== undefined];
    this.#tell({ type: "note", note: { title: note.title, html, canGoBack, canGoForward, state } });
    this.#places = undefined;
    void this.#tellPlaces();
  }

  async #tellPlaces(): Promise<void> {
    const id = this.#history.current;
    if (!this.#isReady || id === undefined) return;
    try {
      const places = await placesOf(id, this.#parts.code, this.#parts.met);
      if (id !== this.#history.current) return;
      this.#places = places;
      this.#tell({ type: "places", title: places?.title ?? "", places: places?.shown ?? [] });
    } catch {
      // The server is on its way down; the note is as good without.
    }
  }

  #tell(message: ToPage): void {
    this.#panel?.webview.postMessage(message);
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

/** A new one for every panel: only the scripts that we name ourselves may run. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
