import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import type { Diagnostic } from "vscode-languageserver";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { Edit } from "../../server/src/core/api.ts";
import { Source } from "../../server/src/core/source.ts";
import { bundle } from "../cli/bundle.ts";
import { Client } from "../lsp/client.ts";

interface Tab {
  source: Source;
  version: number;
}

/** What was last shown of a file when it was closed. */
export interface Closed {
  readonly uri: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** An editor with tabs, and the server as a process of its own. */
export class Desk {
  private readonly server: ChildProcessWithoutNullStreams;
  private readonly client: Client;
  private readonly tabs = new Map<string, Tab>();

  private constructor(server: ChildProcessWithoutNullStreams) {
    this.server = server;
    this.client = new Client(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  }

  static async open(): Promise<Desk> {
    const desk = new Desk(spawn(process.execPath, [join(bundle(), "server.js"), "--stdio"]));
    await desk.client.initialize();
    return desk;
  }

  get pid(): number {
    return this.server.pid ?? 0;
  }

  textOf(uri: string): string {
    return this.tabs.get(uri)?.source.text ?? "";
  }

  async show(uri: string, text: string): Promise<void> {
    if (this.tabs.has(uri)) return;
    this.tabs.set(uri, { source: new Source(text), version: 1 });
    await this.client.open(uri, text);
    await this.client.diagnostics(uri, 1);
  }

  /** Milliseconds from a change to its diagnostics. */
  async edit(uri: string, { span, text }: Edit): Promise<number> {
    const tab = this.tabs.get(uri);
    if (!tab) throw new Error(`${uri} is not open`);
    const { source } = tab;
    const range = { start: source.positionAt(span.start), end: source.positionAt(span.end) };
    tab.source = source.replaced(span.start, span.end, text);
    tab.version++;
    // What was published before is of no use, and there is much of it.
    this.client.published.length = 0;
    const before = performance.now();
    await this.client.change(uri, tab.version, { range, text });
    await this.client.diagnostics(uri, tab.version);
    return performance.now() - before;
  }

  async hover(uri: string, offset: number): Promise<void> {
    const place = this.tabs.get(uri)?.source.positionAt(offset);
    if (place) await this.client.hover(uri, place.line, place.character);
  }

  /** Closes those that were opened first. */
  async closeAllBut(count: number): Promise<Closed[]> {
    const closed: Closed[] = [];
    for (const [uri, { source, version }] of [...this.tabs].slice(0, Math.max(0, this.tabs.size - count))) {
      // An edit that changes nothing, for an answer that is of now.
      await this.edit(uri, { span: { start: 0, end: 0 }, text: "" });
      const diagnostics = await this.client.diagnostics(uri, version + 1);
      closed.push({ uri, text: source.text, diagnostics });
      this.tabs.delete(uri);
      await this.client.close(uri);
      await this.client.diagnostics(uri, undefined);
    }
    return closed;
  }

  async end(): Promise<void> {
    await this.client.request("shutdown", undefined);
    await this.client.notify("exit", undefined);
    this.client.stop();
  }
}
