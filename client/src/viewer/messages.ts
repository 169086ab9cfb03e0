/** What the page of a note and the extension say to each other. Types only: both sides import this file. */
import type { SearchHit } from "../../../server/src/lsp/protocol.ts";

export type FromPage =
  /** The page is there. It says so again whenever VS Code had thrown it away while it was hidden. */
  | { readonly type: "ready" }
  | { readonly type: "search"; readonly query: string }
  | { readonly type: "open"; readonly id: string }
  | { readonly type: "copy"; readonly text: string }
  | { readonly type: "goTo"; readonly place: number }
  /** Nobody went into the page while a note was looked at in it. */
  | { readonly type: "previewLeft" }
  /** An example is to be run for the first time on this page. */
  | { readonly type: "python" };

export type ToPage =
  | { readonly type: "note"; readonly note: NotePage }
  /** The reader no longer looks for a note. Who went into the page reads what is shown there. */
  | { readonly type: "leavePreview" }
  | { readonly type: "hits"; readonly query: string; readonly hits: readonly SearchHit[] }
  | { readonly type: "places"; readonly title: string; readonly places: readonly Place[] }
  | ({ readonly type: "python" } & PythonFiles);

/** What runs examples. The page may load nothing, so it is handed over. */
export interface PythonFiles {
  /** The script of a worker. */
  readonly worker: Uint8Array<ArrayBuffer>;
  /** WebAssembly, compressed by gzip. */
  readonly interpreter: Uint8Array<ArrayBuffer>;
  /** The standard library, a zip file. */
  readonly library: Uint8Array<ArrayBuffer>;
}

/** A note as the page shows it. */
export interface NotePage {
  readonly id: string;
  readonly title: string;
  /** What `renderNote` wrote. */
  readonly html: string;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  readonly state: PageState;
  /** It is only looked at; the state is that of the note before, which waits. */
  readonly isPreview: boolean;
}

/** Where the code beside the note uses what it is about. */
export interface Place {
  /** The line, as it is read aloud and shown: "line 12". */
  readonly label: string;
  readonly text: string;
  /** PyGloss reports something there. */
  readonly isFinding: boolean;
}

/** What the page keeps for the next start of VS Code: the notes read, and which of them is shown. */
export interface PageState {
  readonly ids: readonly string[];
  readonly index: number;
}
