import { workspace } from "vscode";
import type { NoteViewer } from "../viewer/panel.ts";

/** Shows the note on which a reader rests who looks for one. */
export class Preview {
  readonly #viewer: NoteViewer;
  readonly #isOn = workspace.getConfiguration("pygloss").get("search.preview", true);
  #pausing: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(viewer: NoteViewer) {
    this.#viewer = viewer;
  }

  /** The reader has begun to type: what they look for will want a page. */
  prepare(): void {
    if (this.#isOn) this.#viewer.preparePreview();
  }

  /** The reader is at this note now, or at none; one that they only pass is not shown. */
  at(id: string | undefined): void {
    clearTimeout(this.#pausing);
    clearTimeout(this.#resting);
    if (id === undefined) return;
    // Whoever opens the note hears why it cannot be had.
    const ignore = () => undefined;
    this.#pausing = setTimeout(() => this.#viewer.prepare(id).catch(ignore), PAUSE_MS);
    if (this.#isOn) this.#resting = setTimeout(() => this.#viewer.preview(id).catch(ignore), REST_MS);
  }

  /** Brings back what was there before, unless a note was opened since. */
  leave(): void {
    this.at(undefined);
    this.#viewer.leavePreview();
  }
}

/** Between two letters of somebody who types well: a note is written meanwhile, and the next letter need not wait. */
const PAUSE_MS = 30;
const REST_MS = 150;
