import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** Keeps the open documents in step with the client, change by change. */
export function serveDocuments(session: Session): ServerCapabilities {
  const { connection, documents } = session;
  documents.listen(connection);
  documents.onDidClose(({ document }) => document.close());
  // The first document is often on its way when a client says that it is initialized: load while it comes.
  session.initialized.then(session.gloss);
  return { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } };
}
