import { workspace } from "vscode";
import type { NoteViewer } from "../viewer/panel.ts";

/** Shows the note on which a reader rests who looks for one. */
export class Preview {
  readonly #viewer: NoteViewer;
  readonly #isOn = workspace.getConfiguration("pygloss").get("search.preview", true);
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
    clearTimeout(this.#resting);
    if (!this.#isOn || id === undefined) return;
    // Whoever opens the note hears why it cannot be had.
    const ignore = () => undefined;
    this.#viewer.warmUp(id).catch(ignore);
    this.#resting = setTimeout(() => this.#viewer.preview(id).catch(ignore), REST_MS);
  }

  /** Brings back what was there before, unless a note was opened since. */
  leave(): void {
    this.at(undefined);
    this.#viewer.leavePreview();
  }
}

const REST_MS = 150;
