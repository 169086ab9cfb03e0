import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { Gloss } from "../core/api.ts";
import { hintWhatIsKnown } from "../core/rules/baseline.ts";
import { toDiagnostic } from "./convert.ts";
import type { Document } from "./document.ts";
import { isolate, readDocument, type Session } from "./session.ts";
import type { Settings } from "./settings.ts";
import { turn } from "./turn.ts";

/** Tells findings: to clients that ask when they ask, to others when a document changed; never both. */
export function serveDiagnostics(session: Session): ServerCapabilities {
  return session.client.pullsDiagnostics ? answerPulls(session) : push(session);
}

function answerPulls(session: Session): ServerCapabilities {
  const { client, connection, documents, settings } = session;
  const reports = new Reports();
  const answer = async (params: DocumentDiagnosticParams, gloss: Gloss) => {
    const { uri } = params.textDocument;
    const read = await readDocument(session, uri);
    const items = read ? diagnose(session, gloss, read.document, read.settings) : [];
    return reports.report(uri, params.previousResultId, items);
  };
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(isolate(session, "diagnostics", empty, answer));
  documents.onDidClose(({ document }) => reports.forget(document.uri));
  settings.onDidChange(() => {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  });
  return { diagnosticProvider: { identifier: "pygloss", interFileDependencies: false, workspaceDiagnostics: false } };
}

/** What was last reported of each document, so that nothing is sent again that did not change. */
class Reports {
  private readonly last = new Map<string, { readonly id: string; readonly text: string }>();
  /** A client may remember ids of a server that ran before this one. */
  private readonly prefix = Math.random().toString(36).slice(2);
  private count = 0;

  report(uri: string, previousId: string | undefined, items: Diagnostic[]): DocumentDiagnosticReport {
    const text = JSON.stringify(items);
    let last = this.last.get(uri);
    if (last?.text !== text) {
      last = { id: `${this.prefix}.${++this.count}`, text };
      this.last.set(uri, last);
    }
    if (last.id === previousId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: last.id, items };
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }
}

function push(session: Session): ServerCapabilities {
  const { connection, documents, settings } = session;
  documents.onDidChangeContent(({ document }) => pushWhenQuiet(session, document));
  documents.onDidClose(({ document }) => connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  settings.onDidChange(() => {
    for (const document of documents.all()) pushWhenQuiet(session, document);
  });
  return {};
}

/** Joins a burst of changes: each gives way to the next one that is already in the queue, which takes two turns. */
async function pushWhenQuiet(session: Session, document: Document): Promise<void> {
  if (!document.isPython) return;
  try {
    const { version } = document;
    const gloss = await session.gloss();
    await turn();
    await turn();
    if (!gloss || document.version !== version) return;
    const settings = await session.settings.of(document.uri);
    await session.use((engine) => {
      if (!document.isOpen || document.version !== version) return;
      const diagnostics = diagnose(session, engine, document, settings);
      return session.connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
    });
  } catch (error) {
    session.log("diagnostics failed", error);
  }
}

function diagnose(session: Session, gloss: Gloss, document: Document, settings: Settings): Diagnostic[] {
  if (!document.isReadable) return [];
  const { noteLink, showsRelatedSpans } = session.client;
  session.warmUp(gloss, settings.rules);
  const file = document.analyse(gloss);
  const sameAs = (rule: string) => gloss.shelf.get(rule)?.sameAs ?? {};
  const style = { uri: document.uri, newline: file.source.newline, noteLink, showsRelatedSpans, sameAs };
  const shown = hintWhatIsKnown(file.findings(settings.rules, settings.python), settings.known ?? [], file);
  return shown.map((finding) => toDiagnostic(document.source, finding, style));
}
