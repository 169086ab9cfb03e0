import { env, Range, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { OPEN_NOTE, type TopicNotes } from "../../../server/src/lsp/protocol.ts";
import { type PlaceInFile, renderSummary } from "./render.ts";
import type { Summary } from "./summary.ts";
import { summaryWords } from "./words.ts";

export const OPEN_PLACE = "pygloss.openPlace";

/** The page about the last check of the workspace. */
export class SummaryPanel {
  readonly #media: Uri;
  #panel: WebviewPanel | undefined;

  constructor(extension: Uri) {
    this.#media = Uri.joinPath(extension, "client", "media");
  }

  show(summary: Summary, topics: readonly TopicNotes[]): void {
    this.#panel ??= this.#create();
    const { webview } = this.#panel;
    const at = (name: string) => webview.asWebviewUri(Uri.joinPath(this.#media, name)).toString();
    webview.html = renderSummary(summary, topics, {
      stylesheets: [at("note.css"), at("summary.css")],
      cspSource: webview.cspSource,
      language: env.language,
      openNote: OPEN_NOTE,
      openPlace: OPEN_PLACE,
      words: summaryWords(),
    });
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #create(): WebviewPanel {
    const panel = window.createWebviewPanel("pygloss.summary", summaryWords().title, ViewColumn.Active, {
      enableFindWidget: true,
      enableCommandUris: [OPEN_NOTE, OPEN_PLACE],
      localResourceRoots: [this.#media],
    });
    panel.iconPath = Uri.joinPath(this.#media, "mark.svg");
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    return panel;
  }
}

/** Opens a file where a link of the page says. */
export async function openPlace(place: unknown): Promise<void> {
  const { uri, line, character } = (place ?? {}) as Partial<PlaceInFile>;
  if (typeof uri !== "string" || typeof line !== "number" || typeof character !== "number") return;
  await window.showTextDocument(Uri.parse(uri, true), { selection: new Range(line, character, line, character) });
}
