import { type Diagnostic, type DiagnosticCollection, languages, Range, type Uri, workspace } from "vscode";
import { DiagnosticCollectionSource, type LanguageClientOptions } from "vscode-languageclient";
import { readLogicalLine } from "../../../server/src/core/syntax/logicalLine.ts";
import type { DiagnosticData } from "../../../server/src/lsp/convert.ts";
import type { PlainRange } from "../../../server/src/lsp/protocol.ts";
import { isSame, standTogether } from "../../../server/src/lsp/toolReport.ts";
import { moveRange } from "./move.ts";
import { OtherReports, type Report } from "./reports.ts";

/** Whether PyGloss explains what other tools report in a document, and is silent where they say the same. */
export function explainsOthers(uri: Uri): boolean {
  return workspace.getConfiguration("pygloss", uri).get("explainOthers", true);
}

/** For `LanguageClientOptions`: findings are shown as long as no other tool reports the same. */
export const withholding: NonNullable<LanguageClientOptions["diagnosticCollectionProvider"]> = {
  create(name, source) {
    const shown = languages.createDiagnosticCollection(name);
    // What is pushed is about configurations, of which nobody else speaks.
    return source === DiagnosticCollectionSource.pull ? new Withholding(shown) : shown;
  },
  dispose: (collection) => collection.dispose(),
};

/** A finding and where it and what is related to it are now, since the last edit maybe elsewhere than it says. */
interface Placed {
  readonly finding: Diagnostic & { readonly data?: DiagnosticData };
  readonly places: readonly PlainRange[];
}

function place(finding: Diagnostic): Placed {
  return {
    finding,
    places: [finding.range, ...(finding.relatedInformation ?? []).map(({ location }) => location.range)],
  };
}

/** Keeps all findings and shows those that are not withheld, which it decides anew when others say something else. */
class Withholding implements DiagnosticCollection {
  readonly #shown: DiagnosticCollection;
  readonly #all = new Map<string, { readonly uri: Uri; findings: readonly Placed[] }>();
  readonly #others = new OtherReports();
  readonly #listeners = [
    this.#others,
    this.#others.onDidChange((uri) => this.#show(uri)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const all = this.#all.get(document.uri.toString());
      if (!all) return;
      for (const change of contentChanges) {
        const move = (range: PlainRange) => moveRange(range, change);
        all.findings = all.findings.map(({ finding, places }) => ({ finding, places: places.map(move) }));
      }
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration("pygloss.explainOthers")) return;
      for (const { uri } of this.#all.values()) this.#show(uri);
    }),
  ];

  constructor(shown: DiagnosticCollection) {
    this.#shown = shown;
  }

  get name(): string {
    return this.#shown.name;
  }

  set(
    ...[where, findings]:
      | [Uri, readonly Diagnostic[] | undefined]
      | [readonly [Uri, readonly Diagnostic[] | undefined][]]
  ): void {
    if (!isUri(where)) {
      for (const [uri, some] of where) this.set(uri, some);
      return;
    }
    this.#all.set(where.toString(), { uri: where, findings: (findings ?? []).map(place) });
    this.#show(where);
  }

  delete(uri: Uri): void {
    this.#all.delete(uri.toString());
    this.#shown.delete(uri);
  }

  clear(): void {
    this.#all.clear();
    this.#shown.clear();
  }

  forEach(...[callback, self]: Parameters<DiagnosticCollection["forEach"]>): void {
    this.#shown.forEach(callback, self);
  }

  get(uri: Uri) {
    return this.#shown.get(uri);
  }

  has(uri: Uri): boolean {
    return this.#shown.has(uri);
  }

  [Symbol.iterator]() {
    return this.#shown[Symbol.iterator]();
  }

  dispose(): void {
    this.#all.clear();
    for (const listener of this.#listeners) listener.dispose();
    this.#shown.dispose();
  }

  #show(uri: Uri): void {
    const all = this.#all.get(uri.toString())?.findings;
    if (!all) return;
    const reports = explainsOthers(uri) ? this.#others.of(uri) : [];
    const heard = all.filter((one) => !reports.some((report) => isRepeated(uri, one, report)));
    const shown = heard.map(({ finding }) => finding);
    const before = this.#shown.get(uri) ?? [];
    // Whoever counts diagnostics is not to be told of what did not change.
    if (shown.length === before.length && shown.every((finding, index) => finding === before[index])) return;
    this.#shown.set(uri, shown);
  }
}

function isRepeated(uri: Uri, { finding, places }: Placed, report: Report): boolean {
  if (!isSame(finding.data?.sameAs ?? {}, report.code)) return false;
  const line = places[0]?.start.line ?? 0;
  return standTogether(places, report.range) || isInStatement(uri, line, report.range.start.line);
}

/** Pylint reports a parameter at the first line of its function, however far down in the brackets it stands. */
function isInStatement(uri: Uri, line: number, first: number): boolean {
  if (line <= first || line - first > LONGEST) return false;
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const text = document?.getText(new Range(first, 0, line + 1, 0)) ?? "";
  return readLogicalLine(text, 0).lines.length > line - first;
}

/** In lines; what is longer is no statement that anybody reads as one. */
const LONGEST = 100;

function isUri(where: Uri | readonly unknown[]): where is Uri {
  return !Array.isArray(where);
}
