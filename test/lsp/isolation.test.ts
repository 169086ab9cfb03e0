import assert from "node:assert/strict";
import { ProgressType } from "vscode-languageserver/node";
import type { Gloss } from "../../server/src/core/api.ts";
import { type Client, connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///words.py";

describe("isolation", () => {
  let client: Client | undefined;
  afterEach(() => client?.stop());

  it("answers `initialize` before it loads the engine, and holds requests until it is there", async () => {
    let load = (_: Gloss): void => assert.fail("the engine was not asked for");
    let asked = false;
    client = await connect(() => {
      asked = true;
      return new Promise((resolve) => {
        load = resolve;
      });
    });
    await client.open(URI, "def bad");
    const hover = client.hover(URI, 0, 1);
    await client.change(URI, 2, { range: range(0, 7, 7), text: " bad" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(asked);
    assert.deepEqual(client.published, []);
    load(new FakeGloss());
    assert.match(JSON.stringify(await hover), /def-statement/);
    assert.equal((await client.diagnostics(URI, 2)).length, 2);
  });

  it("answers nothing, and says why once, when the engine cannot be loaded", async () => {
    client = await connect(() => Promise.reject(new Error("no wasm here")));
    await client.open(URI, "def bad");
    assert.equal(await client.hover(URI, 0, 1), null);
    assert.deepEqual(await client.actions(URI, range(0, 0, 1)), []);
    assert.deepEqual(await client.request("pygloss/search", { query: "x" }), []);
    assert.equal(client.logs.filter((line) => line.includes("no wasm here")).length, 1);
    assert.deepEqual(client.shown, ["PyGloss could not start: no wasm here"]);
  });

  it("logs what failed, answers nothing, and goes on", async () => {
    client = await connect(() => Promise.resolve(new FakeGloss()));
    await client.open(URI, "def broken");
    assert.equal(await client.hover(URI, 0, 1), null);
    assert.deepEqual(await client.actions(URI, range(0, 0, 1)), []);
    assert.match(client.logs.join("\n"), /hover failed: Error: the engine broke/);
    assert.match(client.logs.join("\n"), /codeAction failed: Error: the engine broke/);
    await client.change(URI, 2, { text: "def bad" });
    assert.equal((await client.diagnostics(URI, 2)).length, 1);
    assert.match(client.logs.join("\n"), /diagnostics failed: Error: the engine broke/);
  });

  it("keeps to itself what fails when the client is gone", async () => {
    let failed = false;
    const gloss = Object.assign(new FakeGloss(), {
      warmUp() {
        failed = true;
        throw new Error("the engine broke");
      },
    });
    const thrown: unknown[] = [];
    const listen = (error: unknown) => thrown.push(error);
    process.on("unhandledRejection", listen);
    client = await connect(() => Promise.resolve(gloss));
    await client.open(URI, "def");
    await client.hover(URI, 0, 1);
    client.leave();
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.off("unhandledRejection", listen);
    assert.deepEqual([failed, thrown], [true, []]);
  });

  it("answers nothing to malformed questions", async () => {
    client = await connect(() => Promise.resolve(new FakeGloss()));
    assert.equal(await client.request("textDocument/hover", {}), null);
    assert.equal(await client.request("pygloss/note", {}), null);
    assert.equal(await client.request("pygloss/note", { id: 7 }), null);
    assert.deepEqual(await client.request("pygloss/search", { query: null }), []);
    assert.deepEqual(await client.request("pygloss/notesAt", { textDocument: { uri: URI } }), []);
  });

  it("keeps the text when a change has none", async () => {
    client = await connect(() => Promise.resolve(new FakeGloss()));
    await client.open(URI, "def bad");
    const contentChanges = [{ range: range(0, 0, 3), text: "x" }, {}];
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges,
    });
    assert.match(JSON.stringify(await client.hover(URI, 0, 1)), /def-statement/);
  });

  it("stops for a client that changed its mind", async () => {
    let load = (_: Gloss): void => assert.fail("the engine was not asked for");
    client = await connect(
      () =>
        new Promise((resolve) => {
          load = resolve;
        }),
    );
    const { connection } = client;
    const answer = connection.sendRequest("pygloss/search", { query: "word" });
    await connection.sendNotification("$/cancelRequest", { id: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    load(new FakeGloss());
    await assert.rejects(answer, { code: -32800 });
    assert.equal((await client.request<unknown[]>("pygloss/search", { query: "word" })).length, 2);
  });
});

describe("notes", () => {
  let client: Client;
  let gloss: FakeGloss;

  before(async () => {
    gloss = new FakeGloss();
    client = await connect(() => Promise.resolve(gloss));
    await client.open(URI, "def bad");
  });

  after(() => client.stop());

  it("are made ready to be searched when the search is opened, before a word is typed", async () => {
    assert.equal(gloss.isPrepared, false);
    await client.request("pygloss/search", { query: "" });
    while (!gloss.isPrepared) await new Promise(setImmediate);
  });

  it("are found by their titles at once, while the search is made ready by the first who asks", async () => {
    const late = new FakeGloss();
    const other = await connect(() => Promise.resolve(late));
    const titles = (hits: readonly { title: string }[]) => hits.map(({ title }) => title);
    const partial: string[][] = [];
    const listening = other.connection.onProgress(new ProgressType<{ title: string }[]>(), "first", (hits) => {
      partial.push(titles(hits));
    });
    const search = (params: object) => other.request<{ title: string }[]>("pygloss/search", params);
    assert.deepEqual(titles(await search({ query: "word", partialResultToken: "first" })), [
      "The bad word",
      "The worse word",
    ]);
    assert.deepEqual(partial, [["The bad word"]], "not the answer, but what is known before");
    assert.equal(late.isPrepared, true);
    await search({ query: "word", partialResultToken: "first" });
    assert.equal(partial.length, 1, "a search that is ready needs none");
    listening.dispose();
    await other.stop();
  });

  it("are no longer looked for when the reader has typed on before the search is ready", async () => {
    const other = await connect(() => Promise.resolve(new FakeGloss()));
    const answer = other.connection.sendRequest("pygloss/search", { query: "word" });
    await other.connection.sendNotification("$/cancelRequest", { id: 1 });
    await assert.rejects(answer, { code: -32800 });
    await other.stop();
  });

  it("are found by words", async () => {
    const hits = await client.request<{ id: string }[]>("pygloss/search", { query: "word", limit: 1 });
    assert.deepEqual(
      hits.map(({ id }) => id),
      ["bad-word"],
    );
  });

  it("are read by id", async () => {
    const note = await client.request<{ body: string } | null>("pygloss/note", { id: "def-statement" });
    assert.equal(note?.body, "About def-statement.");
    assert.equal(await client.request("pygloss/note", { id: "no-such-note" }), null);
  });

  it("are named for a place, the leading one first", async () => {
    const at = (character: number, uri = URI) =>
      client.request<{ id: string }[]>("pygloss/notesAt", { textDocument: { uri }, position: { line: 0, character } });
    assert.deepEqual(
      (await at(5)).map(({ id }) => id),
      ["bad-word", "def-statement"],
    );
    assert.deepEqual(await at(0, "file:///not-open.py"), []);
  });
});
