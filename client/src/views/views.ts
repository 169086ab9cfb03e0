import { commands, type Disposable, languages } from "vscode";
import type { CodeInView } from "../code.ts";
import type { Library } from "../library.ts";
import type { NotesMet } from "../met.ts";
import { AllNotes } from "./all-notes.ts";
import { InThisFile } from "./in-this-file.ts";
import { FindingsCount } from "./status-bar.ts";

/** The views in our container, and the count in the status bar. */
export function openViews(code: CodeInView, met: NotesMet, library: Library): Disposable[] {
  const inThisFile = new InThisFile(code, met, library);
  const allNotes = new AllNotes(library);
  const count = new FindingsCount(code);
  const refresh = () => {
    inThisFile.refresh();
    count.refresh();
  };
  refresh();
  return [
    inThisFile,
    allNotes,
    count,
    code.onDidChange(() => count.refresh()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = code.document?.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) refresh();
    }),
    commands.registerCommand("pygloss.filterNotes", () => allNotes.askFilter()),
    commands.registerCommand("pygloss.clearNotesFilter", () => allNotes.filter("")),
  ];
}
