import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon } from "vscode";
import type { NoteKind } from "../../../server/src/lsp/protocol.ts";

/** A note in a list to pick from, or the title of a part of the list, which has no id. */
export interface NoteItem extends QuickPickItem {
  readonly id?: string;
}

export function noteItem(note: { id: string; title: string; kind: NoteKind; topic: string }, detail: string): NoteItem {
  const icon = note.kind === "trap" ? "$(warning)" : "$(book)";
  // The server decides what matches; VS Code would hide what it does not find in the label.
  return {
    id: note.id,
    label: `${icon} ${note.title.replaceAll("`", "")}`,
    description: note.topic,
    detail,
    alwaysShow: true,
  };
}

/** The notes under a title of their own; nothing where there are none. */
export function section(title: string, items: readonly NoteItem[]): NoteItem[] {
  return items.length === 0 ? [] : [{ label: title, kind: QuickPickItemKind.Separator }, ...items];
}

/** A list shows no markup: code spans keep what is in them, and of the rest the stars of emphasis go. */
export function plain(markdown: string): string {
  const parts = markdown.split(/`([^`]*)`/);
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll("*", ""))).join("");
}

/** What can be done with a note besides opening it. */
export const OPEN_TO_THE_SIDE: QuickInputButton = {
  iconPath: new ThemeIcon("split-horizontal"),
  tooltip: l10n.t("Open to the Side and Keep Searching"),
};
export const COPY_LINK: QuickInputButton = { iconPath: new ThemeIcon("link"), tooltip: l10n.t("Copy Link") };
