import { type NoteDocument, OPEN_NOTE, type ReadingPath } from "../../../server/src/lsp/protocol.ts";
import type { Server } from "../server.ts";
import { renderNote } from "./render.ts";
import { pageWords, placeOnPath } from "./words.ts";

/** Notes as the page shows them. One that will likely be asked for can be had before, and is then there at once. */
export class WrittenNotes {
  readonly #server: Server;
  #ahead: NoteDocument | undefined;
  /** The note that is to be had ahead. */
  #wanted: string | undefined;
  #last: { readonly note: NoteDocument; readonly path: ReadingPath | undefined; readonly html: string } | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Null where there is no such note. */
  read(id: string): Promise<NoteDocument | null> {
    return this.#ahead?.id === id ? Promise.resolve(this.#ahead) : this.#server.note(id);
  }

  /** What stands in the page while this note is shown. `path` is the reading path that the reader follows. */
  write(note: NoteDocument, path: ReadingPath | undefined): string {
    if (this.#last?.note !== note || this.#last.path !== path) {
      const html = renderNote(note, { openCommand: OPEN_NOTE, words: pageWords() }, placeOnPath(path, note.id));
      this.#last = { note, path, html };
    }
    return this.#last.html;
  }

  /** Reads and writes a note ahead. */
  async prepare(id: string, path: ReadingPath | undefined): Promise<void> {
    this.#wanted = id;
    const note = await this.read(id);
    if (!note || this.#wanted !== id) return;
    this.#ahead = note;
    this.write(note, path);
  }

  /** What was had ahead will not be asked for, or would be old by then. */
  forget(): void {
    this.#wanted = undefined;
    this.#ahead = undefined;
  }
}
