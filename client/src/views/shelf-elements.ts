import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import {
  type NoteSummary,
  OPEN_NOTE,
  type PathStep,
  type ReadingPath,
  type TopicNotes,
} from "../../../server/src/lsp/protocol.ts";
import { noteIcon } from "./file-elements.ts";

/** What stands in a line of *All Notes*. */
export type ShelfElement =
  | { readonly type: "paths"; readonly paths: readonly ReadingPath[] }
  | { readonly type: "path"; readonly path: ReadingPath }
  | { readonly type: "step"; readonly step: PathStep; readonly position: number; readonly path: string }
  | { readonly type: "topic"; readonly topic: TopicNotes; readonly isFiltered: boolean }
  | { readonly type: "note"; readonly note: NoteSummary };

export function itemOf(element: ShelfElement): TreeItem {
  switch (element.type) {
    case "paths": {
      const item = group("paths", l10n.t("Reading Paths"), element.paths.length);
      item.iconPath = new ThemeIcon("milestone");
      return item;
    }
    case "path": {
      const { id, title, text, steps } = element.path;
      return group(`path/${id}`, title, steps.length, text);
    }
    case "step":
      return stepItem(element.step, element.position, element.path);
    case "topic":
      return topicItem(element.topic, element.isFiltered);
    case "note":
      return noteItem(element.note);
  }
}

function stepItem({ note, why }: PathStep, position: number, path: string): TreeItem {
  const item = noteItem(note, path);
  item.label = `${position}. ${item.label}`;
  item.description = why;
  return item;
}

function topicItem({ id, title, text, notes }: TopicNotes, isFiltered: boolean): TreeItem {
  // VS Code remembers by id what is open; a filtered tree is another one.
  const item = group(isFiltered ? `filtered/${id}` : id, title, notes.length, text);
  if (isFiltered) item.collapsibleState = TreeItemCollapsibleState.Expanded;
  return item;
}

/** Its page leads to the note before and the one after it where it is opened from a reading path. */
function noteItem({ id, title, kind, summary }: NoteSummary, path?: string): TreeItem {
  const item = new TreeItem(title.replaceAll("`", ""));
  item.iconPath = noteIcon(kind);
  item.tooltip = new MarkdownString(summary);
  item.command = { command: OPEN_NOTE, title: l10n.t("Open Note"), arguments: [id, path] };
  return item;
}

function group(id: string, title: string, count: number, text?: string): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.description = String(count);
  if (text !== undefined) item.tooltip = text;
  return item;
}
