/** What the page of a note and the worker that runs Python for it say to each other. Types only. */
import type { Lack } from "../src/viewer/fence.ts";

export type { Lack };

export type ToWorker =
  /** The first message: the interpreter, compiled, and the standard library as a zip file. */
  | { readonly type: "start"; readonly interpreter: WebAssembly.Module; readonly library: Uint8Array<ArrayBuffer> }
  | { readonly type: "run"; readonly source: string; readonly isSession: boolean };

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "output"; readonly text: string; readonly isError: boolean }
  /** More was printed than is shown. */
  | { readonly type: "full" }
  | { readonly type: "done"; readonly lack: Lack | undefined }
  | { readonly type: "failed"; readonly message: string };
