import { type CancellationToken, Hover, MarkdownString, type Position, type TextDocument } from "vscode";
import type { HoverMiddleware } from "vscode-languageclient";
import { OPEN_NOTE, type PlainReport } from "../../../server/src/lsp/protocol.ts";
import { reportsAt } from "./reports.ts";
import { explainsOthers } from "./withholding.ts";

/** Asks the server for Markdown on what other tools report at a position. */
export type ExplainReports = (
  document: TextDocument,
  position: Position,
  reports: readonly PlainReport[],
  token: CancellationToken,
) => Promise<readonly string[]>;

/** Puts what other tools report under the cursor before what the server says there anyway. */
export function joinOthers(explain: ExplainReports): NonNullable<HoverMiddleware["provideHover"]> {
  return async (document, position, token, next) => {
    const reports = explainsOthers(document.uri) ? reportsAt(document.uri, position) : [];
    const [own, texts] = await Promise.all([
      next(document, position, token),
      // A server that is on its way down has nothing to add.
      reports.length > 0 ? explain(document, position, reports, token).catch(() => []) : [],
    ]);
    if (texts.length === 0) return own;
    return new Hover([...texts.map(trusted), ...(own?.contents ?? [])], own?.range);
  };
}

function trusted(text: string): MarkdownString {
  const markdown = new MarkdownString(text);
  // Links to notes, and nothing else.
  markdown.isTrusted = { enabledCommands: [OPEN_NOTE] };
  return markdown;
}
