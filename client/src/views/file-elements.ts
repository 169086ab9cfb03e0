import {
  type Command,
  type Diagnostic,
  DiagnosticSeverity,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
} from "vscode";
import { type NoteMet, OPEN_NOTE } from "../../../server/src/lsp/protocol.ts";
import { ruleOf } from "../code.ts";

/** What stands in a line of *In This File*. */
export type FileElement =
  | { readonly type: "findings"; readonly count: number }
  | { readonly type: "topic"; readonly id: string; readonly title: string; readonly met: readonly NoteMet[] }
  | { readonly type: "finding"; readonly uri: Uri; readonly finding: Diagnostic }
  | { readonly type: "note"; readonly uri: Uri; readonly met: NoteMet }
  | {
      readonly type: "place";
      readonly uri: Uri;
      readonly line: number;
      readonly character: number;
      readonly text: string;
    };

export function itemOf(element: FileElement): TreeItem {
  switch (element.type) {
    case "findings":
      return group("findings", l10n.t("Findings"), element.count, TreeItemCollapsibleState.Expanded);
    case "topic":
      return group(element.id, element.title, element.met.length, TreeItemCollapsibleState.Collapsed);
    case "finding":
      return findingItem(element.uri, element.finding);
    case "note":
      return noteItem(element.met);
    case "place": {
      const item = new TreeItem(element.text);
      item.description = lineText(element.line);
      item.command = goTo(element.uri, new Range(element.line, element.character, element.line, element.character));
      return item;
    }
  }
}

function group(id: string, title: string, count: number, state: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(title, state);
  item.id = id;
  item.description = String(count);
  return item;
}

function findingItem(uri: Uri, finding: Diagnostic): TreeItem {
  const item = new TreeItem(finding.message.replaceAll("`", ""));
  item.description = lineText(finding.range.start.line);
  item.tooltip = new MarkdownString().appendText(finding.message).appendMarkdown(`\n\n\`${ruleOf(finding)}\``);
  item.iconPath = ICONS[finding.severity];
  item.command = goTo(uri, finding.range);
  item.contextValue = "finding";
  return item;
}

function noteItem({ note, ranges }: NoteMet): TreeItem {
  const item = new TreeItem(note.title.replaceAll("`", ""), TreeItemCollapsibleState.Collapsed);
  item.id = `note/${note.id}`;
  item.description = `×${ranges.length}`;
  item.tooltip = new MarkdownString(note.summary);
  item.iconPath = noteIcon(note.kind);
  item.command = { command: OPEN_NOTE, title: l10n.t("Open Note"), arguments: [note.id] };
  return item;
}

export function noteIcon(kind: "trap" | "concept"): ThemeIcon {
  return new ThemeIcon(kind === "trap" ? "warning" : "book");
}

const ICONS = {
  [DiagnosticSeverity.Error]: new ThemeIcon("error", new ThemeColor("list.errorForeground")),
  [DiagnosticSeverity.Warning]: new ThemeIcon("warning", new ThemeColor("list.warningForeground")),
  [DiagnosticSeverity.Information]: new ThemeIcon("info"),
  [DiagnosticSeverity.Hint]: new ThemeIcon("lightbulb"),
};

function lineText(line: number): string {
  return l10n.t("line {0}", line + 1);
}

function goTo(uri: Uri, selection: Range): Command {
  return { command: "vscode.open", title: l10n.t("Go to the Code"), arguments: [uri, { selection }] };
}
