import { l10n, Range, type TextDocument, window } from "vscode";
import type { PlainRange } from "../../../server/src/lsp/protocol.ts";
import { type CodeInView, findingsIn, ruleOf } from "../code.ts";
import type { NotesMet } from "../met.ts";
import type { Place } from "./messages.ts";

/** Where the code in view uses what a note is about. */
export interface Places {
  readonly title: string;
  readonly shown: readonly Place[];
  goTo(index: number): Promise<void>;
}

/** More would be a list of the file's lines. */
const MOST = 20;

export async function placesOf(note: string, code: CodeInView, met: NotesMet): Promise<Places | undefined> {
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
