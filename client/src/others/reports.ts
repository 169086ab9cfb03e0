import { EventEmitter, languages, type Position, type Uri, workspace } from "vscode";
import type { PlainRange, PlainReport } from "../../../server/src/lsp/protocol.ts";
import { readToolCode, type ToolCode } from "../../../server/src/lsp/toolReport.ts";
import { moveRange } from "./move.ts";

/** A diagnostic of another tool. */
export interface Report {
  readonly code: ToolCode;
  readonly range: PlainRange;
}

/**
 * What other tools report in documents, where the code is now: one that has not looked at the last edit yet still speaks
 * of the lines before it.
 */
export class OtherReports {
  readonly #known = new Map<string, { readonly told: string; reports: readonly Report[] }>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #listeners = [
    this.#changed,
    languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) if (this.#known.has(uri.toString()) && this.#read(uri)) this.#changed.fire(uri);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const known = this.#known.get(document.uri.toString());
      if (!known || known.reports.length === 0) return;
      for (const change of contentChanges) {
        known.reports = known.reports.map(({ code, range }) => ({ code, range: moveRange(range, change) }));
      }
    }),
    workspace.onDidCloseTextDocument(({ uri }) => this.#known.delete(uri.toString())),
  ];

  /** From now on its changes are told; what was said a moment ago, of which the event is on its way, counts already. */
  of(uri: Uri): readonly Report[] {
    this.#read(uri);
    return this.#known.get(uri.toString())?.reports ?? [];
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  /** Whether anybody but us has said something new. */
  #read(uri: Uri): boolean {
    const reports = languages.getDiagnostics(uri).flatMap(({ source, code, range: { start, end } }) => {
      const read = readToolCode(source, code);
      return read ? [{ code: read, range: { start: plain(start), end: plain(end) } }] : [];
    });
    const told = JSON.stringify(reports);
    if (this.#known.get(uri.toString())?.told === told) return false;
    this.#known.set(uri.toString(), { told, reports });
    return true;
  }
}

/** What other tools report at a position, as they say it. */
export function reportsAt(uri: Uri, position: Position): PlainReport[] {
  return languages.getDiagnostics(uri).flatMap(({ source, code, range }) => {
    if (!source || !range.contains(position) || !readToolCode(source, code)) return [];
    return [{ source, code: String(typeof code === "object" ? code.value : code) }];
  });
}

function plain({ line, character }: Position) {
  return { line, character };
}
