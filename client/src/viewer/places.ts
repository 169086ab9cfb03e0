import { Disposable, l10n, languages, Range, type TextDocument, window } from "vscode";
import type { PlainRange } from "../../../server/src/lsp/protocol.ts";
import { type CodeInView, findingsIn, ruleOf } from "../code.ts";
import type { NotesMet } from "../met.ts";
import type { Place } from "./messages.ts";

/** Where the code in view uses what a note is about. */
interface Places {
  readonly title: string;
  readonly shown: readonly Place[];
  goTo(index: number): Promise<void>;
}

export interface PlacesListener {
  /** The note in a page that listens, if there is one. */
  readonly note: () => string | undefined;
  readonly tell: (title: string, places: readonly Place[]) => void;
}

/** Tells a page where the code in view uses what its note is about, whenever the code or what is said of it changes. */
export class PlacesInView {
  readonly #code: CodeInView;
  readonly #met: NotesMet;
  readonly #listener: PlacesListener;
  readonly #changes: Disposable;
  #last: { readonly note: string; readonly places: Places | undefined } | undefined;

  constructor(code: CodeInView, met: NotesMet, listener: PlacesListener) {
    this.#code = code;
    this.#met = met;
    this.#listener = listener;
    this.#changes = Disposable.from(
      code.onDidChange(() => this.refresh()),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = code.document?.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.refresh();
      }),
    );
  }

  /** To be called when the page shows another note, too. */
  async refresh(): Promise<void> {
    const note = this.#listener.note();
    if (note === undefined) return;
    try {
      const places = await placesOf(note, this.#code, this.#met);
      if (note !== this.#listener.note()) return;
      this.#last = { note, places };
      this.#listener.tell(places?.title ?? "", places?.shown ?? []);
    } catch {
      // The server is on its way down; the note is as good without.
    }
  }

  /** Goes to the place with this index among those told last. */
  async goTo(index: number): Promise<void> {
    if (this.#last?.note === this.#listener.note()) await this.#last?.places?.goTo(index);
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

/** More would be a list of the file's lines. */
const MOST = 20;

async function placesOf(note: string, code: CodeInView, met: NotesMet): Promise<Places | undefined> {
  const { document } = code;
  if (!document) return undefined;
  const findings = findingsIn(document).filter((finding) => ruleOf(finding) === note);
  const constructs = (await met.of(document))?.find((one) => one.note.id === note)?.ranges ?? [];
  const places = [
    ...findings.map(({ range }) => ({ line: range.start.line, range, isFinding: true })),
    ...constructs.map((range) => ({ line: range.start.line, range, isFinding: false })),
  ];
  // One place for each line is enough to find it, and a finding says more than a construct.
  const byLine = new Map([...places].reverse().map((place) => [place.line, place]));
  const shown = [...byLine.values()].filter(({ line }) => line < document.lineCount).sort((a, b) => a.line - b.line);
  const all = shown.length;
  const name = document.uri.path.split("/").at(-1) ?? "";
  return {
    title: all > MOST ? l10n.t("In {0}: the first {1} of {2}", name, MOST, all) : l10n.t("In {0}", name),
    shown: shown.slice(0, MOST).map(({ line, isFinding }) => ({
      label: l10n.t("line {0}", line + 1),
      text: document.lineAt(line).text.trim(),
      isFinding,
    })),
    goTo: async (index) => {
      const place = shown[index];
      if (place) await reveal(document, place.range);
    },
  };
}

async function reveal(document: TextDocument, { start, end }: PlainRange): Promise<void> {
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(document, {
    selection,
    ...(editor?.viewColumn ? { viewColumn: editor.viewColumn } : {}),
  });
}
