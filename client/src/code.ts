import { type Diagnostic, DiagnosticSeverity, EventEmitter, languages, type TextDocument, window } from "vscode";

/**
 * The Python code the reader has before them: that of the editor that was last active, as long as it can be seen.
 * A note or a view that takes the focus leaves it as it is.
 */
export class CodeInView {
  readonly #changed = new EventEmitter<void>();
  /** Other code has come into view, or none is there any more. */
  readonly onDidChange = this.#changed.event;
  #document: TextDocument | undefined;
  readonly #listeners = [
    window.onDidChangeActiveTextEditor(() => this.#look()),
    window.onDidChangeVisibleTextEditors(() => this.#look()),
  ];

  constructor() {
    this.#look();
  }

  get document(): TextDocument | undefined {
    return this.#document;
  }

  dispose(): void {
    for (const listener of [...this.#listeners, this.#changed]) listener.dispose();
  }

  #look(): void {
    const before = this.#document;
    const active = window.activeTextEditor?.document;
    if (active) this.#document = active.languageId === "python" ? active : undefined;
    else if (!window.visibleTextEditors.some(({ document }) => document === before)) this.#document = undefined;
    if (this.#document !== before) this.#changed.fire();
  }
}

/** What PyGloss reports in a document, in the order of the text. */
export function findingsIn(document: TextDocument | undefined): Diagnostic[] {
  if (!document) return [];
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === "pygloss")
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Hints are for whoever looks for them: they are not counted where nobody asked. */
export function isLoud({ severity }: Diagnostic): boolean {
  return severity !== DiagnosticSeverity.Hint;
}

/** The rule's id, which is its note's id. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
