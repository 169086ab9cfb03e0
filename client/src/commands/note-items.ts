import type { QuickPickItem } from "vscode";
import type { NoteKind } from "../../../server/src/lsp/protocol.ts";

/** A note in a list to pick from. */
export interface NoteItem extends QuickPickItem {
  readonly id: string;
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
