import assert from "node:assert/strict";
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { bundle } from "../cli/bundle.ts";
import { Client, range } from "./client.ts";

const URI = "file:///project/a.py";

describe("the server when something goes wrong", () => {
  let server: ChildProcessWithoutNullStreams;
  let copy: string;

  function start(folder: string, ...flags: readonly string[]): Client {
    server = spawn(process.execPath, [...flags, join(folder, "server.js"), "--stdio"]);
    return new Client(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  }

  const ended = () => new Promise<number | null>((resolve) => server.once("exit", resolve));

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), "pygloss-damaged-"));
    cpSync(bundle(), copy, { recursive: true });
  });

  afterEach(() => {
    server?.kill();
    rmSync(copy, { recursive: true, force: true });
  });

  it("names the catalog that is damaged, once, and goes on without it", async () => {
    truncateSync(join(copy, "notes.json"), 1000);
    const client = start(copy);
    await client.initialize();
    for (const id of ["is-literal", "bare-except"]) assert.equal(await client.request("pygloss/note", { id }), null);
    await client.open(URI, "x is 3\n");
    assert.equal((await client.diagnostics(URI, 1)).length, 1);
    assert.equal(client.shown.length, 1);
    assert.match(
      client.shown[0] ?? "",
      /^notes\.json, a file of PyGloss itself, cannot be read: install PyGloss again/,
    );
    client.stop();
  });

  it("names the grammar that is damaged, and answers nothing", async () => {
    truncateSync(join(copy, "tree-sitter-python.wasm"), 1000);
    const client = start(copy);
    await client.initialize();
    await client.open(URI, "x is 3\n");
    assert.equal(await client.hover(URI, 0, 3), null);
    assert.match(client.shown[0] ?? "", /^tree-sitter-python\.wasm, a file of PyGloss itself, cannot be read/);
    client.stop();
  });

  it("ends with an error when the parser is out of memory, so that its client can start another", async () => {
    const client = start(copy, "--wasm-max-mem-pages=700");
    await client.initialize();
    await client.open(URI, "x is 3\n");
    assert.equal((await client.diagnostics(URI, 1)).length, 1);
    const end = ended();
    await client.change(URI, 2, { range: range(0, 0, 0), text: "x = [a for a in (1, 2, 3)]\n".repeat(60_000) });
    assert.equal(await end, 1);
    assert.match(client.logs.join("\n"), /RuntimeError/);
    client.stop();
  });

  it("ends when the process that it was started for has ended", async () => {
    const client = start(copy);
    const editor = spawn(process.execPath, ["-e", "setTimeout(() => 0, 60_000)"]);
    await client.request("initialize", { processId: editor.pid, rootUri: null, capabilities: {} });
    const end = ended();
    editor.kill("SIGKILL");
    assert.equal(await end, 1);
    client.stop();
  });

  it("leaves nothing behind that keeps a new one from working when it is killed", async () => {
    const first = start(copy);
    await first.initialize();
    await first.open(URI, "x is 3\n");
    await first.diagnostics(URI, 1);
    const end = ended();
    server.kill("SIGKILL");
    await end;
    first.stop();
    const second = start(copy);
    await second.initialize();
    await second.open(URI, "x is 3\n", "python", 7);
    assert.equal((await second.diagnostics(URI, 7)).length, 1);
    second.stop();
  });

  it("says the same on the command line", () => {
    truncateSync(join(copy, "notes.json"), 1000);
    const command = [join(copy, "cli.js"), "explain", "is-literal"];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", env: {} });
    assert.equal(status, 2);
    assert.match(stderr, /^pygloss: notes\.json, a file of PyGloss itself, cannot be read: install PyGloss again/);
  });
});
