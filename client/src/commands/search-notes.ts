import { env, l10n, type QuickPick, window } from "vscode";
import type { NoteSummary, SearchFilter, SearchHit, TopicNotes } from "../../../server/src/lsp/protocol.ts";
import type { Library } from "../library.ts";
import { noteAddress } from "../note-link.ts";
import type { RecentNotes } from "../recent.ts";
import type { Server } from "../server.ts";
import { DRAWING_MS } from "../viewer/page.ts";
import type { NoteViewer } from "../viewer/panel.ts";
import { ActiveItem, firstOf } from "./active-item.ts";
import { LatestOnly } from "./latest-only.ts";
import { COPY_LINK, type NoteItem, noteItem, OPEN_TO_THE_SIDE, plain, section } from "./note-items.ts";
import { Preview } from "./preview.ts";
import { describeFilter, FILTER, FILTERED, pickFilter } from "./search-filter.ts";

export interface SearchParts {
  readonly server: Server;
  readonly viewer: NoteViewer;
  readonly library: Library;
  readonly recent: RecentNotes;
}

/** Asks for a note and opens it. Before a word is typed, what stands at the cursor and what was read last come first. */
export async function searchNotes(parts: SearchParts, startWith = ""): Promise<void> {
  const atCursor = notesAtCursor(parts.server);
  let filter: SearchFilter = {};
  let query = startWith;
  const preview = new Preview(parts.viewer);
  try {
    // A list that asks for something else in between is gone; each turn of the loop opens one.
    for (;;) {
      const end = await new Search(parts, atCursor, filter, query, preview).run();
      if (end.kind === "left") return;
      if (end.kind === "picked") return await parts.viewer.open(end.id, { focus: true });
      preview.leave();
      query = end.query;
      filter = (await pickFilter(await parts.library.topics(), filter)) ?? filter;
    }
  } finally {
    preview.leave();
  }
}

/** Looks for what is selected, or for the word at the cursor. */
export async function searchSelection(parts: SearchParts): Promise<void> {
  const editor = window.activeTextEditor;
  const { document, selection } = editor ?? {};
  const range = selection?.isEmpty ? document?.getWordRangeAtPosition(selection.active) : selection;
  const text = range ? document?.getText(range) : undefined;
  await searchNotes(parts, text?.replace(/\s+/g, " ").trim().slice(0, LONGEST_QUERY));
}

/** Of a selection of many lines, the beginning says what it is about. */
const LONGEST_QUERY = 200;

/** A search is worth having without them, so nothing is said when they cannot be had. */
async function notesAtCursor(server: Server): Promise<readonly NoteSummary[]> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== "python") return [];
  try {
    return await server.notesAt(editor.document.uri, editor.selection.active);
  } catch {
    return [];
  }
}

type End = { kind: "left" } | { kind: "picked"; id: string } | { kind: "filter"; query: string };

/** One list, from when it is shown until it is gone. */
class Search {
  readonly #parts: SearchParts;
  readonly #atCursor: Promise<readonly NoteSummary[]>;
  readonly #filter: SearchFilter;
  readonly #pick: QuickPick<NoteItem> = window.createQuickPick<NoteItem>();
  readonly #answers = new LatestOnly();
  readonly #preview: Preview;
  readonly #active = new ActiveItem<NoteItem>();
  #hasLooked = false;
  #refreshed = Promise.resolve();

  constructor(
    parts: SearchParts,
    atCursor: Promise<readonly NoteSummary[]>,
    filter: SearchFilter,
    query: string,
    preview: Preview,
  ) {
    this.#parts = parts;
    this.#atCursor = atCursor;
    this.#filter = filter;
    this.#preview = preview;
    const pick = this.#pick;
    pick.placeholder = l10n.t("Search Python notes");
    pick.value = query;
    // Bold letters show what was found; whether a note is shown is the server's decision.
    pick.matchOnDetail = true;
    const isFiltered = filter.kind !== undefined || filter.topic !== undefined;
    pick.buttons = [isFiltered ? FILTERED : FILTER];
    keepOrder(pick);
  }

  run(): Promise<End> {
    const pick = this.#pick;
    return new Promise<End>((resolve, reject) => {
      const end = (how: End) => {
        this.#preview.at(undefined);
        resolve(how);
        if (how.kind === "picked") setTimeout(() => pick.hide(), DRAWING_MS);
        else pick.hide();
      };
      const fail = (error: unknown) => {
        reject(error);
        pick.hide();
      };
      const refresh = () => {
        this.#refreshed = this.#refresh().catch(fail);
      };
      pick.onDidChangeValue(() => {
        this.#hasLooked = true;
        this.#preview.prepare();
        this.#preview.at(undefined);
        refresh();
      });
      pick.onDidChangeActive(([active]) => this.#lookAt(active));
      pick.onDidAccept(async () => {
        const id = await this.#chosen();
        if (id !== undefined) end({ kind: "picked", id });
      });
      pick.onDidTriggerButton(() => end({ kind: "filter", query: pick.value }));
      pick.onDidTriggerItemButton(({ item, button }) => {
        if (item.id === undefined) return;
        if (button === COPY_LINK) copyLink(item.id).catch(fail);
        else this.#openToTheSide(item.id).catch(fail);
      });
      pick.onDidHide(() => {
        this.#answers.cancel();
        this.#preview.at(undefined);
        resolve({ kind: "left" });
        pick.dispose();
      });
      pick.show();
      refresh();
    });
  }

  /** Who has only opened the list has not asked for any of its notes; and what is listed before the answer may go. */
  #lookAt(item: NoteItem | undefined): void {
    const { items } = this.#pick;
    this.#active.move(items, item);
    const active = this.#active.in(items);
    this.#hasLooked ||= active !== firstOf(items);
    if (this.#hasLooked && !this.#pick.busy) this.#preview.at(active?.id);
  }

  /** Whoever types faster than the server answers means the first hit for what they typed, not what was listed before. */
  async #chosen(): Promise<string | undefined> {
    if (this.#pick.busy) await this.#refreshed;
    return this.#active.in(this.#pick.items)?.id;
  }

  async #refresh(): Promise<void> {
    const pick = this.#pick;
    const filter = this.#filter;
    await this.#answers.ask(pick, async (token, show) => {
      const { value } = pick;
      const topics = await this.#parts.library.topics();
      const items = (hits: readonly SearchHit[]) => hits.map((hit) => this.#item(hit, hit.excerpt, topics));
      const params = { query: value, filter, limit: value.trim() ? 30 : 1000 };
      const found = items(await this.#parts.server.search(params, (hits) => show(items(hits)), token));
      const narrowed = describeFilter(filter, topics);
      if (narrowed !== undefined) pick.title = l10n.t("Search Notes: {0}", narrowed);
      if (value.trim() !== "") return found.length > 0 ? found : [{ label: l10n.t("No note found"), alwaysShow: true }];
      const known = await this.#knownNotes(topics);
      const listed = new Set(known.map(({ id }) => id));
      return [
        ...known,
        ...section(
          l10n.t("all notes"),
          found.filter(({ id }) => !listed.has(id)),
        ),
      ];
    });
  }

  /** What a reader most likely looks for before a word is typed. */
  async #knownNotes(topics: readonly TopicNotes[]): Promise<NoteItem[]> {
    const { kind, topic } = this.#filter;
    const passes = (note: NoteSummary) => (!kind || note.kind === kind) && (!topic || note.topic === topic);
    const items = (notes: readonly NoteSummary[]) =>
      notes.filter(passes).map((note) => this.#item(note, plain(note.summary), topics));
    const here = await this.#atCursor;
    const recent = await this.#parts.library.notes(this.#parts.recent.ids);
    const other = recent.filter(({ id }) => !here.some((note) => note.id === id));
    return [...section(l10n.t("at the cursor"), items(here)), ...section(l10n.t("recently read"), items(other))];
  }

  #item(note: Omit<NoteSummary, "summary">, detail: string, topics: readonly TopicNotes[]): NoteItem {
    const topic = topics.find(({ id }) => id === note.topic)?.title ?? note.topic;
    return { ...noteItem({ ...note, topic }, detail), buttons: [OPEN_TO_THE_SIDE, COPY_LINK] };
  }

  /** The list stays, so that one can look at several notes. */
  async #openToTheSide(id: string): Promise<void> {
    this.#pick.ignoreFocusOut = true;
    await this.#parts.viewer.open(id);
  }
}

async function copyLink(id: string): Promise<void> {
  await env.clipboard.writeText(noteAddress(id));
  window.setStatusBarMessage(l10n.t("The link to {0} was copied.", id), 4000);
}

/** VS Code would put items whose title matches first; this property stops it and is not in its types. */
function keepOrder(pick: QuickPick<NoteItem>): void {
  Object.assign(pick, { sortByLabel: false });
}
