import {
  commands,
  EventEmitter,
  l10n,
  MarkdownString,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from "vscode";
import { type NoteSummary, OPEN_NOTE, type TopicNotes } from "../../../server/src/lsp/protocol.ts";
import type { Library } from "../library.ts";
import { noteIcon } from "./file-elements.ts";

type Element = TopicNotes | NoteSummary;

/** The view of every note there is, by topic, and narrowed to those that have all the words of its filter. */
export class AllNotes implements TreeDataProvider<Element> {
  readonly #library: Library;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<Element>;
  #filter = "";

  constructor(library: Library) {
    this.#library = library;
    this.#view = window.createTreeView("pygloss.allNotes", { treeDataProvider: this, showCollapseAll: true });
  }

  getTreeItem(element: Element): TreeItem {
    return "notes" in element ? topicItem(element, this.#filter !== "") : noteItem(element);
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if (element) return "notes" in element ? [...element.notes] : [];
    const topics = (await this.#library.topics())
      .map((topic) => ({ ...topic, notes: topic.notes.filter((note) => this.#passes(note, topic)) }))
      .filter(({ notes }) => notes.length > 0);
    this.#view.message = topics.length === 0 && this.#filter ? l10n.t("No note has these words.") : "";
    return topics;
  }

  /** Asks for words; the tree follows every letter. Leaving without Enter brings back what was there. */
  async askFilter(): Promise<void> {
    const before = this.#filter;
    const box = window.createInputBox();
    box.value = before;
    box.placeholder = l10n.t("Words of a title, “trap” or “concept”");
    const accepted = await new Promise<boolean>((resolve) => {
      box.onDidChangeValue((value) => this.filter(value));
      box.onDidAccept(() => resolve(true));
      box.onDidHide(() => resolve(false));
      box.show();
    });
    box.dispose();
    if (!accepted) this.filter(before);
  }

  filter(words: string): void {
    this.#filter = words.trim().toLowerCase();
    this.#view.description = this.#filter;
    commands.executeCommand("setContext", "pygloss.notesAreFiltered", this.#filter !== "");
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
  }

  #passes(note: NoteSummary, topic: TopicNotes): boolean {
    const text = `${note.title} ${note.id} ${note.kind} ${topic.title}`.toLowerCase();
    return this.#filter.split(/\s+/).every((word) => text.includes(word));
  }
}

function topicItem({ id, title, text, notes }: TopicNotes, isOpen: boolean): TreeItem {
  const { Expanded, Collapsed } = TreeItemCollapsibleState;
  const item = new TreeItem(title, isOpen ? Expanded : Collapsed);
  // VS Code remembers by id what is open; a filtered tree is another one.
  item.id = isOpen ? `filtered/${id}` : id;
  item.description = String(notes.length);
  item.tooltip = text;
  return item;
}

function noteItem({ id, title, kind, summary }: NoteSummary): TreeItem {
  const item = new TreeItem(title.replaceAll("`", ""));
  item.iconPath = noteIcon(kind);
  item.tooltip = new MarkdownString(summary);
  item.command = { command: OPEN_NOTE, title: l10n.t("Open Note"), arguments: [id] };
  return item;
}
