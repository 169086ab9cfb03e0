import { l10n, type QuickInputButton, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from "vscode";
import type { SearchFilter, TopicNotes } from "../../../server/src/lsp/protocol.ts";

export const FILTER: QuickInputButton = {
  iconPath: new ThemeIcon("filter"),
  tooltip: l10n.t("Filter by Topic and Kind"),
};
export const FILTERED: QuickInputButton = {
  iconPath: new ThemeIcon("filter-filled"),
  tooltip: l10n.t("Change the Filter"),
};

interface FilterItem extends QuickPickItem {
  readonly change?: SearchFilter;
}

/** Asks what to narrow a search to; undefined when the reader changed their mind. Kind and topic narrow together. */
export async function pickFilter(
  topics: readonly TopicNotes[],
  before: SearchFilter,
): Promise<SearchFilter | undefined> {
  const separator = (label: string): FilterItem => ({ label, kind: QuickPickItemKind.Separator });
  const { kind: _kind, ...anyKind } = before;
  const { topic: _topic, ...anyTopic } = before;
  const mark = (isSet: boolean, label: string) => (isSet ? `$(check) ${label}` : label);
  const items: FilterItem[] = [
    { label: l10n.t("All Notes"), change: {} },
    separator(l10n.t("Kind")),
    { label: mark(!before.kind, l10n.t("Concepts and Traps")), change: anyKind },
    { label: mark(before.kind === "concept", l10n.t("Concepts")), change: { ...anyKind, kind: "concept" } },
    { label: mark(before.kind === "trap", l10n.t("Traps")), change: { ...anyKind, kind: "trap" } },
    separator(l10n.t("Topic")),
    ...topics.map(({ id, title, notes }) => ({
      label: mark(before.topic === id, title),
      description: String(notes.length),
      change: { ...anyTopic, topic: id },
    })),
  ];
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Search only these notes") });
  return picked?.change;
}

/** What a search is narrowed to, for its title; undefined where it is not. */
export function describeFilter({ kind, topic }: SearchFilter, topics: readonly TopicNotes[]): string | undefined {
  const kindText = kind && (kind === "trap" ? l10n.t("Traps") : l10n.t("Concepts"));
  const topicText = topic && (topics.find(({ id }) => id === topic)?.title ?? topic);
  return [kindText, topicText].filter((text) => text !== undefined).join(" · ") || undefined;
}
