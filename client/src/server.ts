import { type CancellationToken, type Diagnostic, l10n, type Position, type TextDocument, type Uri } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, ProgressType } from "vscode-languageclient";
import {
  CHECK,
  type CheckAnswer,
  type CheckParams,
  EXPLAIN_REPORTS,
  type ExplainReportsParams,
  LIBRARY,
  MET,
  type MetParams,
  NOTE,
  NOTES_AT,
  type NoteDocument,
  type NoteMet,
  type NoteParams,
  type NoteSummary,
  type NotesAtParams,
  PATHS,
  type PlainReport,
  type ReadingPath,
  type Reason,
  SEARCH,
  type SearchHit,
  type SearchParams,
  type TopicNotes,
  WHY,
  type WhyParams,
} from "../../server/src/lsp/protocol.ts";

const HITS = new ProgressType<readonly SearchHit[]>();

export type StartClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What the server says of a text, in VS Code's words. */
export interface CheckedText {
  readonly diagnostics: readonly Diagnostic[];
  readonly met: CheckAnswer["met"];
}

/** The language server as the commands see it: questions that wait until it runs. */
export class Server {
  readonly #createClient: (stopped: AbortSignal) => BaseLanguageClient;
  #stopping = new AbortController();
  #running: Promise<BaseLanguageClient> | undefined;
  #searches = 0;

  /** `stopped` tells a client when it is no longer wanted, also while it has no server. */
  constructor(createClient: (stopped: AbortSignal) => BaseLanguageClient) {
    this.#createClient = createClient;
  }

  async start(): Promise<void> {
    this.#running ??= startOne(this.#createClient(this.#stopping.signal));
    await this.#running;
  }

  async stop(): Promise<void> {
    const stopping = this.#running;
    this.#running = undefined;
    this.#stopping.abort();
    this.#stopping = new AbortController();
    // One that never came up has nothing to stop; its failure was told when it happened.
    const client = await stopping?.catch(() => undefined);
    await client?.dispose();
  }

  /** Takes a new client, because the old one may be the one that cannot start any more. */
  async restart(): Promise<void> {
    await this.stop().catch(() => undefined);
    await this.start();
  }

  /** `onPartial` gets what can be said at once, where the search is not ready; the answer takes its place. */
  async search(
    params: SearchParams,
    onPartial: (hits: readonly SearchHit[]) => void,
    token?: CancellationToken,
  ): Promise<readonly SearchHit[]> {
    await this.start();
    const partialResultToken = `search-${++this.#searches}`;
    const listening = (await this.#running)?.onProgress(HITS, partialResultToken, onPartial);
    try {
      return await this.#ask(SEARCH, { ...params, partialResultToken }, token);
    } finally {
      listening?.dispose();
    }
  }

  note(id: string): Promise<NoteDocument | null> {
    const params: NoteParams = { id };
    return this.#ask(NOTE, params);
  }

  library(): Promise<readonly TopicNotes[]> {
    return this.#ask(LIBRARY, {});
  }

  paths(): Promise<readonly ReadingPath[]> {
    return this.#ask(PATHS, {});
  }

  notesAt(uri: Uri, position: Position): Promise<readonly NoteSummary[]> {
    const { line, character } = position;
    const params: NotesAtParams = { textDocument: { uri: uri.toString() }, position: { line, character } };
    return this.#ask(NOTES_AT, params);
  }

  /** Null when the document changed while it was read. */
  met(uri: string): Promise<readonly NoteMet[] | null> {
    const params: MetParams = { textDocument: { uri } };
    return this.#ask(MET, params);
  }

  /** What decides how loud a rule is in a document; null where nothing but the rule itself does. */
  why(uri: Uri, rule: string): Promise<Reason | null> {
    const params: WhyParams = { textDocument: { uri: uri.toString() }, rule };
    return this.#ask(WHY, params);
  }

  /** Markdown on what other tools report at a position. */
  explainReports(
    { uri }: TextDocument,
    { line, character }: Position,
    reports: readonly PlainReport[],
    token: CancellationToken,
  ): Promise<readonly string[]> {
    const position = { line, character };
    const params: ExplainReportsParams = { textDocument: { uri: uri.toString() }, position, reports };
    return this.#ask(EXPLAIN_REPORTS, params, token);
  }

  /** What there is to say of a text that is not open; null when it is too large. */
  async check(uri: Uri, text: string, token: CancellationToken): Promise<CheckedText | null> {
    const params: CheckParams = { uri: uri.toString(), text };
    const answer = await this.#ask<CheckAnswer | null>(CHECK, params, token);
    const converter = (await this.#running)?.protocol2CodeConverter;
    if (!answer || !converter) return null;
    return { diagnostics: await converter.asDiagnostics([...answer.diagnostics], token), met: answer.met };
  }

  async #ask<Answer>(method: string, params: object, token?: CancellationToken): Promise<Answer> {
    await this.start();
    const client = await this.#running;
    if (!client) throw new Error(l10n.t("The server was stopped."));
    // A token that is undefined would be sent as a second parameter.
    return token ? client.sendRequest<Answer>(method, params, token) : client.sendRequest<Answer>(method, params);
  }
}

async function startOne(client: BaseLanguageClient): Promise<BaseLanguageClient> {
  await client.start();
  return client;
}
