import { EventEmitter, l10n, type TreeDataProvider, type TreeItem, type TreeView, window, workspace } from "vscode";
import type { NoteMet } from "../../../server/src/lsp/protocol.ts";
import { type CodeInView, findingsIn, isLoud } from "../code.ts";
import type { Library } from "../library.ts";
import type { NotesMet } from "../met.ts";
import { type FileElement, itemOf } from "./file-elements.ts";

/** After the last change; what the file is made of is no matter of life and death. */
const QUIET_MS = 400;

/** The view that lists the findings in the code in view, and by topic the notes that its constructs bring up. */
export class InThisFile implements TreeDataProvider<FileElement> {
  readonly #code: CodeInView;
  readonly #notesMet: NotesMet;
  readonly #library: Library;
  readonly #changed = new EventEmitter<FileElement | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<FileElement>;
  readonly #listeners: { dispose(): unknown }[];
  #met: { readonly uri: string; readonly notes: readonly NoteMet[] } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(code: CodeInView, met: NotesMet, library: Library) {
    this.#code = code;
    this.#notesMet = met;
    this.#library = library;
    this.#view = window.createTreeView("pygloss.inThisFile", { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      this.#view,
      this.#changed,
      code.onDidChange(() => this.#readSoon(0)),
      this.#view.onDidChangeVisibility(() => this.#readSoon(0)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === code.document) this.#readSoon(QUIET_MS);
      }),
    ];
    this.#readSoon(0);
  }

  /** The findings have changed. */
  refresh(): void {
    const { document } = this.#code;
    const findings = findingsIn(document).filter(isLoud);
    const tooltip = l10n.t("{0} findings in this file", findings.length);
    this.#view.badge = findings.length > 0 ? { value: findings.length, tooltip } : undefined;
    this.#view.description = document?.uri.path.split("/").at(-1) ?? "";
    this.#changed.fire(undefined);
  }

  getTreeItem(element: FileElement): TreeItem {
    return itemOf(element);
  }

  getChildren(element?: FileElement): FileElement[] | Promise<FileElement[]> {
    const { document } = this.#code;
    if (!document) return [];
    if (!element) return this.#groups();
    const { uri } = document;
    switch (element.type) {
      case "findings":
        return findingsIn(document).map((finding) => ({ type: "finding", uri, finding }));
      case "topic":
        return element.met.map((met) => ({ type: "note", uri, met }));
      case "note":
        return element.met.ranges.map(({ start }) => {
          const line = Math.min(start.line, document.lineCount - 1);
          return { type: "place", uri, line, character: start.character, text: document.lineAt(line).text.trim() };
        });
      default:
        return [];
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
  }

  async #groups(): Promise<FileElement[]> {
    const { document } = this.#code;
    const findings = findingsIn(document).length;
    const met = this.#met?.uri === document?.uri.toString() ? (this.#met?.notes ?? []) : [];
    const topics = met.length > 0 ? await this.#library.topics() : [];
    const groups: FileElement[] = findings > 0 ? [{ type: "findings", count: findings }] : [];
    for (const { id, title } of topics) {
      const ofTopic = met.filter(({ note }) => note.topic === id);
      if (ofTopic.length > 0) groups.push({ type: "topic", id, title, met: ofTopic });
    }
    return groups;
  }

  #readSoon(delay: number): void {
    clearTimeout(this.#timer);
    this.refresh();
    // Who does not look at the view does not pay for it.
    if (this.#view.visible) this.#timer = setTimeout(() => this.#read(), delay);
  }

  async #read(): Promise<void> {
    const { document } = this.#code;
    if (!document) return;
    const uri = document.uri.toString();
    try {
      const notes = await this.#notesMet.of(document);
      if (document !== this.#code.document) return;
      if (notes) this.#met = { uri, notes };
      this.#changed.fire(undefined);
    } catch {
      // A server that is on its way down; the next one is asked anew.
    }
  }
}
