import type { TextDocument } from "vscode";
import type { NoteMet } from "../../server/src/lsp/protocol.ts";
import type { Server } from "./server.ts";

/** The notes that a document brings up: asked once for each version, however many want to know. */
export class NotesMet {
  readonly #server: Server;
  #last: { readonly key: string; readonly notes: Promise<readonly NoteMet[] | null> } | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Null when the document changed while it was read. */
  async of(document: TextDocument): Promise<readonly NoteMet[] | null> {
    const key = `${document.version} ${document.uri}`;
    if (this.#last?.key !== key) this.#last = { key, notes: this.#server.met(document.uri.toString()) };
    const { notes } = this.#last;
    try {
      const answer = await notes;
      if (!answer?.length) this.#forget(notes);
      return answer;
    } catch (error) {
      this.#forget(notes);
      throw error;
    }
  }

  /** No answer is not worth keeping: the server may have been on its way up or down. */
  #forget(notes: Promise<readonly NoteMet[] | null>): void {
    if (this.#last?.notes === notes) this.#last = undefined;
  }
}
