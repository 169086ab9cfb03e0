import assert from "node:assert/strict";
import { type ChildProcess, fork, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { CheckAnswer, ReadingPath } from "../../server/src/lsp/protocol.ts";
import { bundle } from "../cli/bundle.ts";
import { Client, range } from "./client.ts";

const URI = "file:///project/a.py";
const TEXT = 'bell = "🔔"; same = bell is "🔔🔔"\n';
const FINDING = range(0, 20, 34);

describe("the server as a process", () => {
  let child: ChildProcess;

  async function talk(client: Client): Promise<void> {
    await client.initialize({
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
    });
    await client.open(URI, TEXT);
    const [finding] = await client.diagnostics(URI, 1);
    assert.deepEqual([finding?.code, finding?.range], ["is-literal", FINDING]);
    const hover = await client.hover(URI, 0, 25);
    assert.match(JSON.stringify(hover?.contents), /pygloss explain is-literal/);
    const [action] = await client.actions(URI, range(0, 25, 25));
    assert.match(action?.title ?? "", /\(safe\)$/);
    const paths = await client.request<ReadingPath[]>("pygloss/paths", {});
    assert.equal(paths.find(({ id }) => id === "memory")?.steps[0]?.note.id, "variables-are-labels");
    const note = await client.request<{ body: string }>("pygloss/note", { id: "is-literal" });
    assert.match(note.body, /## When it is fine/);
    assert.deepEqual(client.logs, []);
  }

  async function end(client: Client): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    await client.request("shutdown", undefined);
    await client.notify("exit", undefined);
    const status = await ended;
    client.stop();
    return status;
  }

  afterEach(() => child.kill());

  for (const [name, args] of [
    ["server.js --stdio", ["server.js", "--stdio"]],
    ["pygloss lsp --stdio", ["cli.js", "lsp", "--stdio"]],
    ["pygloss lsp", ["cli.js", "lsp"]],
  ] as const) {
    it(`answers over standard input and output: ${name}`, async () => {
      const [script = "", ...rest] = args;
      const server = spawn(process.execPath, [join(bundle(), script), ...rest]);
      child = server;
      let complaints = "";
      server.stderr.on("data", (chunk) => {
        complaints += chunk;
      });
      const client = new Client(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      await talk(client);
      assert.deepEqual([await end(client), complaints], [0, ""]);
    });
  }

  it("answers over the channel of a Node parent", async () => {
    child = fork(join(bundle(), "server.js"), ["--node-ipc"], { execArgv: [] });
    const client = new Client(new IPCMessageReader(child), new IPCMessageWriter(child));
    await talk(client);
    assert.equal(await end(client), 0);
  });

  it("checks texts on threads of its own, and ends although they wait", async () => {
    const server = spawn(process.execPath, [join(bundle(), "server.js"), "--stdio"]);
    child = server;
    const client = new Client(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    const english = "whether equal literals are one object is up to the interpreter";
    await client.initialize({ options: { translations: { [english]: "mal so, mal so" } } });
    const check = (name: string) =>
      client.request<CheckAnswer>("pygloss/check", { uri: `file:///${name}.py`, text: TEXT });
    for (const answer of await Promise.all(["a", "b", "c", "d", "e", "f"].map(check))) {
      assert.deepEqual(answer.diagnostics[0]?.range, FINDING);
      assert.equal(answer.diagnostics[0]?.message, "`is` compares identity, and mal so, mal so");
    }
    assert.equal(await end(client), 0);
  });

  it("ends when its client is gone", async () => {
    const server = spawn(process.execPath, [join(bundle(), "server.js"), "--stdio"]);
    child = server;
    const client = new Client(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    await client.initialize();
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.stdin.end();
    assert.equal(await ended, 1);
    client.stop();
  });
});

describe("the server as a worker", () => {
  it("is handed what it is made of, and then answers", async () => {
    const worker = startWorker(join(bundle(), "worker.js"));
    const file = (name: string) => readFileSync(join(bundle(), name));
    const ready = worker.next();
    worker.post({
      runtime: new Uint8Array(file("web-tree-sitter.wasm")),
      grammar: new Uint8Array(file("tree-sitter-python.wasm")),
      queries: new Uint8Array(file("queries.bin")),
      notes: file("notes.json").toString(),
      codes: file("codes.json").toString(),
    });
    assert.deepEqual(await ready, { ready: true });

    const request = (id: number, method: string, params: unknown) =>
      worker.post({ jsonrpc: "2.0", id, method, params });
    request(1, "initialize", { processId: null, rootUri: null, capabilities: {} });
    assert.equal((await worker.next()).result.capabilities.hoverProvider, true);
    const textDocument = { uri: URI, languageId: "python", version: 1, text: TEXT };
    worker.post({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
    const { method, params } = await worker.next();
    assert.equal(method, "textDocument/publishDiagnostics", JSON.stringify(params));
    assert.deepEqual(params.diagnostics[0].range, FINDING);
    request(2, "pygloss/note", { id: "is-literal" });
    assert.match((await worker.next()).result.body, /## When it is fine/);
  });
});

/** Runs a script as a browser's worker would: without Node's globals and modules. */
function startWorker(path: string) {
  const received: unknown[] = [];
  let wake = (): void => undefined;
  const scope: Record<string, unknown> = {
    WebAssembly,
    TextDecoder,
    TextEncoder,
    // What arrives is of this realm, and must be recognised in that one.
    Uint8Array,
    URL,
    console,
    performance,
    queueMicrotask,
    setTimeout,
    clearTimeout,
    location: { href: "http://localhost/worker.js" },
    addEventListener: () => undefined,
    postMessage: (message: unknown) => {
      received.push(structuredClone(message));
      wake();
    },
  };
  scope["self"] = scope;
  vm.runInNewContext(readFileSync(path, "utf8"), vm.createContext(scope));
  return {
    post(data: unknown): void {
      const listener = scope["onmessage"];
      assert.ok(typeof listener === "function");
      setTimeout(() => listener({ data: structuredClone(data) }), 0);
    },
    async next() {
      while (received.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return JSON.parse(JSON.stringify(received.shift()));
    },
  };
}
