import { l10n } from "vscode";
import type { PageWords } from "./render.ts";

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
    finding: l10n.t("reported here"),
    sources: l10n.t("Sources"),
    sameAs: l10n.t("Same As"),
    related: l10n.t("Related Notes"),
    backlinks: l10n.t("Notes That Speak of This"),
    silence: l10n.t("Silence on One Line"),
  };
}

export function noNote(id: string): string {
  return l10n.t("There is no note {0}.", id);
}
