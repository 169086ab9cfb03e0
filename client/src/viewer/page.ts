import { env, Uri, type WebviewPanel } from "vscode";
import { OPEN_NOTE } from "../../../server/src/lsp/protocol.ts";
import type { FromPage, NotePage, ToPage } from "./messages.ts";
import { renderPage } from "./render.ts";
import { pageWords } from "./words.ts";

export const NOTE_BACK = "pygloss.noteBack";
export const NOTE_FORWARD = "pygloss.noteForward";

/**
 * Milliseconds in which a page that is there draws a note. VS Code's window has one thread for its pages and for itself, so
 * whatever else is asked of it at once comes before the note: hiding a list, the focus, a title.
 */
export const DRAWING_MS = 30;

export interface PageListener {
  received(message: FromPage): void;
  closed(): void;
}

/** A panel and the page in it, which shows one note after the other. */
export class Page {
  readonly panel: WebviewPanel;
  #note: NotePage | undefined;
  /** Whether there is a page that hears what it is told: VS Code throws away that of a panel that is hidden. */
  #isReady = false;
  #isClosed = false;

  constructor(panel: WebviewPanel, extension: Uri, listener: PageListener) {
    const media = Uri.joinPath(extension, "client", "media");
    const scripts = Uri.joinPath(extension, "dist", "webview");
    this.panel = panel;
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: [OPEN_NOTE, NOTE_BACK, NOTE_FORWARD],
      localResourceRoots: [media, scripts],
    };
    const at = (folder: Uri, name: string) => panel.webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
    panel.webview.html = renderPage({
      stylesheets: [at(media, "note.css"), at(media, "controls.css")],
      script: at(scripts, "note.js"),
      diagramScript: at(scripts, "diagrams.js"),
      cspSource: panel.webview.cspSource,
      nonce: newNonce(),
      language: env.language,
      backCommand: NOTE_BACK,
      forwardCommand: NOTE_FORWARD,
      words: pageWords(),
    });
    panel.iconPath = Uri.joinPath(media, "mark.svg");
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.type === "ready") this.#begin();
      listener.received(message);
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#isReady = false;
    });
    panel.onDidDispose(() => {
      this.#isReady = false;
      this.#isClosed = true;
      listener.closed();
    });
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** A page that is not there yet asks for its note as soon as it is. */
  show(note: NotePage): void {
    this.#note = note;
    if (this.#isReady) this.tell({ type: "note", note });
    this.whenDrawn(() => {
      this.panel.title = note.title.replaceAll("`", "");
    });
  }

  /** Does what can wait when the note is drawn, and at once where there is no page yet to draw it. */
  whenDrawn(work: () => void): void {
    if (!this.#isReady) work();
    else
      setTimeout(() => {
        if (!this.#isClosed) work();
      }, DRAWING_MS);
  }

  tell(message: ToPage): void {
    this.panel.webview.postMessage(message);
  }

  #begin(): void {
    this.#isReady = true;
    if (this.#note) this.tell({ type: "note", note: this.#note });
  }
}

/** A new one for every panel: only the scripts that we name ourselves may run. */
function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
