import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  ProgressType,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { SEARCH, type SearchParams } from "../server/src/lsp/protocol.ts";
import type { LanguageServer } from "./peers.ts";

/** A language server in a process of its own, with one document, and the times it took to answer. */
export class ServerRun {
  /** From its spawn, in milliseconds. */
  initialized = 0;
  hovers = false;
  private readonly spawned = performance.now();
  private readonly child: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly uri: string;
  private text: string;
  private version = 1;
  private isFullSync = false;
  private pulls = false;
  private resultId: string | undefined;
  private published: ((params: PublishDiagnosticsParams) => void) | undefined;

  constructor({ command }: LanguageServer, folder: string, path: string, text: string) {
    this.uri = pathToFileURL(path).href;
    this.text = text;
    const [program = "", ...args] = command;
    this.child = spawn(program, args, { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
    if (!this.child.stdout || !this.child.stdin) throw new Error(`${program} has no standard input and output`);
    const reader = new StreamMessageReader(this.child.stdout);
    this.connection = createProtocolConnection(reader, new StreamMessageWriter(this.child.stdin));
    this.connection.onNotification("textDocument/publishDiagnostics", (params) => this.published?.(params));
    this.connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
    for (const method of ASKED) this.connection.onRequest(method, () => null);
    this.connection.listen();
  }

  async initialize(folder: string): Promise<void> {
    const uri = pathToFileURL(folder).href;
    const { capabilities } = await this.request<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "bench" }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          hover: { contentFormat: ["markdown"] },
          publishDiagnostics: { relatedInformation: true, versionSupport: true },
          diagnostic: {},
        },
      },
    });
    this.initialized = performance.now() - this.spawned;
    const sync = capabilities.textDocumentSync;
    this.isFullSync = (typeof sync === "object" ? sync.change : sync) === TextDocumentSyncKind.Full;
    this.pulls = capabilities.diagnosticProvider !== undefined;
    this.hovers = Boolean(capabilities.hoverProvider);
    await this.connection.sendNotification("initialized", {});
  }

  /** Milliseconds from the spawn of the server to the diagnostics of its first document. */
  async open(): Promise<number> {
    const { uri, version, text } = this;
    await this.answered(() =>
      this.connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "python", version, text },
      }),
    );
    return performance.now() - this.spawned;
  }

  /** Milliseconds from a change to its diagnostics. */
  async edit(start: number, end: number, text: string): Promise<number> {
    const send = this.change(start, end, text);
    const before = performance.now();
    await this.answered(send);
    return performance.now() - before;
  }

  /** Milliseconds to the answer to a hover; with `typed`, of one that follows an edit at once. */
  async hover(position: Position, typed?: { at: number; text: string }): Promise<number> {
    if (typed) await this.change(typed.at, typed.at, typed.text)();
    const before = performance.now();
    await this.request("textDocument/hover", { textDocument: { uri: this.uri }, position });
    return performance.now() - before;
  }

  /**
   * Milliseconds to the first hits for a query, and to all of them, which takes longer where the search is not ready.
   * Only PyGloss's server knows the request.
   */
  async search(query: string): Promise<{ readonly first: number; readonly all: number }> {
    const before = performance.now();
    let first: number | undefined;
    const partialResultToken = `search ${before}`;
    const listening = this.connection.onProgress(new ProgressType(), partialResultToken, () => {
      first ??= performance.now() - before;
    });
    await this.request(SEARCH, { query, limit: 30, partialResultToken } satisfies SearchParams);
    listening.dispose();
    const all = performance.now() - before;
    return { first: first ?? all, all };
  }

  /** Megabytes that the process and those it started hold; null where the system does not tell. */
  memory(): number | null {
    return memoryOf(this.child.pid ?? 0);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    const limit = setTimeout(() => this.child.kill("SIGKILL"), 3000);
    try {
      await Promise.race([this.connection.sendRequest("shutdown"), ended]);
      await this.connection.sendNotification("exit");
    } catch {
      this.child.kill("SIGKILL");
    }
    await ended;
    clearTimeout(limit);
    this.connection.dispose();
  }

  private async answered(act: () => Promise<void>): Promise<void> {
    if (this.pulls) {
      await act();
      // As an editor does, which is told in short when nothing changed.
      const previous = this.resultId === undefined ? {} : { previousResultId: this.resultId };
      const report = await this.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
        textDocument: { uri: this.uri },
        ...previous,
      });
      this.resultId = report.resultId;
      return;
    }
    const { version } = this;
    const told = new Promise<void>((resolve) => {
      this.published = (params) => {
        if (params.uri === this.uri && (params.version ?? version) >= version) resolve();
      };
    });
    await act();
    await within(told, "diagnostics");
  }

  /** What sends a change: to find its lines takes time that is not the server's. */
  private change(start: number, end: number, text: string): () => Promise<void> {
    const range = { start: positionAt(this.text, start), end: positionAt(this.text, end) };
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    const params = {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [this.isFullSync ? { text: this.text } : { range, text }],
    };
    return () => this.connection.sendNotification("textDocument/didChange", params);
  }

  private request<R>(method: string, params: unknown): Promise<R> {
    return within(this.connection.sendRequest<R>(method, params), method);
  }
}

export function positionAt(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { line, character: offset - start };
}

/** What servers ask besides settings; the answer is nothing to us. */
const ASKED = ["client/registerCapability", "window/workDoneProgress/create", "workspace/diagnostic/refresh"];

/** Megabytes that a process and its children hold, by `ps`. */
export function memoryOf(root: number): number | null {
  if (process.platform === "win32") return null;
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const size = (pid: number): number => {
    const own = all.find(([id]) => id === pid)?.[2] ?? 0;
    return all.filter(([, parent]) => parent === pid).reduce((sum, [id = 0]) => sum + size(id), own);
  };
  return size(root) / 1024;
}

const LIMIT = 30_000;

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
