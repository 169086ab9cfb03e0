import { commands, EventEmitter, l10n, type TreeDataProvider, type TreeItem, type TreeView, window } from "vscode";
import type { NoteSummary, TopicNotes } from "../../../server/src/lsp/protocol.ts";
import type { Library } from "../library.ts";
import { itemOf, type ShelfElement } from "./shelf-elements.ts";

/**
 * The view of every note there is: in the order of a reading path, by topic, and narrowed to those that have all the
 * words of its filter.
 */
export class AllNotes implements TreeDataProvider<ShelfElement> {
  readonly #library: Library;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<ShelfElement>;
  #filter = "";

  constructor(library: Library) {
    this.#library = library;
    this.#view = window.createTreeView("pygloss.allNotes", { treeDataProvider: this, showCollapseAll: true });
  }

  getTreeItem(element: ShelfElement): TreeItem {
    return itemOf(element);
  }

  getChildren(element?: ShelfElement): ShelfElement[] | Promise<ShelfElement[]> {
    switch (element?.type) {
      case undefined:
        return this.#roots();
      case "paths":
        return element.paths.map((path) => ({ type: "path", path }));
      case "path":
        return element.path.steps.map((step, at) => ({
          type: "step",
          step,
          position: at + 1,
          path: element.path.id,
        }));
      case "topic":
        return element.topic.notes.map((note) => ({ type: "note", note }));
      default:
        return [];
    }
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

  async #roots(): Promise<ShelfElement[]> {
    const isFiltered = this.#filter !== "";
    const topics = (await this.#library.topics())
      .map((topic) => ({ ...topic, notes: topic.notes.filter((note) => this.#passes(note, topic)) }))
      .filter(({ notes }) => notes.length > 0);
    this.#view.message = topics.length === 0 && isFiltered ? l10n.t("No note has these words.") : "";
    const shelves = topics.map((topic): ShelfElement => ({ type: "topic", topic, isFiltered }));
    // Who filters looks for a note, not for an order to read them in.
    const paths = isFiltered ? [] : await this.#library.paths();
    return paths.length > 0 ? [{ type: "paths", paths }, ...shelves] : shelves;
  }

  #passes(note: NoteSummary, topic: TopicNotes): boolean {
    const text = `${note.title} ${note.id} ${note.kind} ${topic.title}`.toLowerCase();
    return this.#filter.split(/\s+/).every((word) => text.includes(word));
  }
}
