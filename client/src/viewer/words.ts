import { l10n } from "vscode";
import type { ReadingPath } from "../../../server/src/lsp/protocol.ts";
import { SECONDS } from "../../python/limits.ts";
import type { PageWords, PlaceOnPath } from "./render.ts";

/** What the page of a note says itself, in the reader's language. */
export function pageWords(): PageWords {
  return {
    navigation: l10n.t("Notes"),
    back: l10n.t("Back"),
    forward: l10n.t("Forward"),
    search: l10n.t("Search in notes"),
    noHits: l10n.t("No note found"),
    concept: l10n.t("Concept"),
    trap: l10n.t("Trap"),
    better: l10n.t("Better"),
    diagram: l10n.t("Diagram"),
    example: l10n.t("Example"),
    table: l10n.t("Table"),
    copy: l10n.t("Copy"),
    copied: l10n.t("Copied"),
    run: l10n.t("Run"),
    stop: l10n.t("Stop"),
    edit: l10n.t("Edit"),
    reset: l10n.t("Reset"),
    code: l10n.t("Code of the example. Ctrl+Enter runs it, Escape leaves it."),
    output: l10n.t("Output"),
    loading: l10n.t("Starting Python…"),
    running: l10n.t("Running…"),
    nothingPrinted: l10n.t("It ran and printed nothing."),
    stopped: l10n.t("Stopped."),
    tooLong: l10n.t("Stopped after {0} seconds.", SECONDS),
    tooMuch: l10n.t("Stopped, because it printed too much."),
    failed: l10n.t("Python itself failed:"),
    cannotRun: l10n.t("Cannot be run here:"),
    lacks: {
      threads: l10n.t("Python has no threads here."),
      processes: l10n.t("Python can start no other program here."),
      network: l10n.t("Python has no network here."),
      keyboard: l10n.t("Python cannot read from the keyboard here."),
      modules: l10n.t("Python has only modules of the standard library here, and not all of them."),
      depth: l10n.t("Python cannot call as deep here."),
      machine: l10n.t("Python knows nothing of the computer here."),
    },
    finding: l10n.t("reported here"),
    sources: l10n.t("Sources"),
    sameAs: l10n.t("Same As"),
    related: l10n.t("Related Notes"),
    backlinks: l10n.t("Notes That Speak of This"),
    silence: l10n.t("Silence on One Line"),
    previousOnPath: l10n.t("Previous note of the path"),
    nextOnPath: l10n.t("Next note of the path"),
  };
}

export function noNote(id: string): string {
  return l10n.t("There is no note {0}.", id);
}

/** Undefined when the note is not on the path, or there is none. */
export function placeOnPath(path: ReadingPath | undefined, note: string): PlaceOnPath | undefined {
  if (!path) return undefined;
  const { id, title, steps } = path;
  const at = steps.findIndex((step) => step.note.id === note);
  if (at < 0) return undefined;
  const label = l10n.t("{0}: note {1} of {2}", title, at + 1, steps.length);
  return { path: id, label, previous: steps[at - 1]?.note, next: steps[at + 1]?.note };
}
