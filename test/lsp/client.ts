import { PassThrough } from "node:stream";
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Command,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Gloss } from "../../server/src/core/api.ts";
import { RenewedGloss } from "../../server/src/core/renewal.ts";
import type { Translations } from "../../server/src/core/words.ts";
import { startServer } from "../../server/src/lsp/server.ts";

export interface ClientSetup {
  readonly capabilities?: ClientCapabilities;
  readonly options?: unknown;
  /** Answers `workspace/configuration` for one document. */
  readonly configuration?: (scopeUri: string | undefined) => unknown;
  /** The files on its disk, by address; may change. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A client of the smallest kind. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly logs: string[] = [];
  readonly shown: string[] = [];
  /** What the server asked of the client, by method. */
  readonly asked: string[] = [];
  capabilities: ServerCapabilities = {};
  readonly published: PublishDiagnosticsParams[] = [];
  /** That of a server in this process. */
  server: { dispose(): void } | undefined;
  private readonly waiting: (() => void)[] = [];

  constructor(reader: MessageReader, writer: MessageWriter, { configuration }: ClientSetup = {}) {
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onNotification("window/logMessage", ({ message }) => void this.logs.push(message));
    this.connection.onNotification("window/showMessage", ({ message }) => void this.shown.push(message));
    this.connection.onNotification("textDocument/publishDiagnostics", (params) => {
      this.published.push(params);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.onRequest("workspace/configuration", ({ items }) => {
      this.asked.push("workspace/configuration");
      return items.map(({ scopeUri }: { scopeUri?: string }) => configuration?.(scopeUri) ?? null);
    });
    this.connection.onRequest("client/registerCapability", () => {
      this.asked.push("client/registerCapability");
      return null;
    });
    this.connection.onRequest("workspace/diagnostic/refresh", () => {
      this.asked.push("workspace/diagnostic/refresh");
      return null;
    });
    this.connection.listen();
  }

  async initialize({ capabilities = {}, options }: ClientSetup = {}): Promise<void> {
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions: options,
    });
    this.capabilities = result.capabilities;
    await this.connection.sendNotification("initialized", {});
  }

  open(uri: string, text: string, languageId = "python", version = 1): Promise<void> {
    return this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: { range?: Range; text: string }[]): Promise<void> {
    return this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.request("textDocument/hover", { textDocument: { uri }, position: { line, character } });
  }

  actions(uri: string, at: Range, context: Partial<CodeActionContext> = {}): Promise<(CodeAction | Command)[]> {
    const params = { textDocument: { uri }, range: at, context: { diagnostics: [], ...context } };
    return this.request("textDocument/codeAction", params);
  }

  /** The diagnostics of a version, as soon as they are pushed. */
  async diagnostics(uri: string, version: number | undefined): Promise<Diagnostic[]> {
    for (;;) {
      const found = this.published.findLast((one) => one.uri === uri && one.version === version);
      if (found) return found.diagnostics;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  stop(): void {
    this.connection.dispose();
  }

  /** Ends the server's side, as when the editor is gone. */
  leave(): void {
    this.server?.dispose();
  }
}

/** A client with a server of its own in this process. */
export async function connect(
  makeGloss: (translations: Translations) => Promise<Gloss>,
  setup: ClientSetup = {},
): Promise<Client> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  startServer(connection, (translations) => new RenewedGloss(() => makeGloss(translations)), {
    readFile: (uri) => Promise.resolve(setup.files?.[uri] ?? null),
  });
  const client = new Client(new StreamMessageReader(toClient), new StreamMessageWriter(toServer), setup);
  client.server = connection;
  await client.initialize(setup);
  return client;
}

export function range(line: number, start: number, end: number, endLine = line): Range {
  return { start: { line, character: start }, end: { line: endLine, character: end } };
}
