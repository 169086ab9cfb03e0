import assert from "node:assert/strict";
import type { DocumentDiagnosticReport } from "vscode-languageserver";
import { type Client, type ClientSetup, connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///words.py";

describe("diagnostics", () => {
  let client: Client | undefined;
  let gloss: FakeGloss;

  async function start(setup?: ClientSetup): Promise<Client> {
    gloss = new FakeGloss();
    client = await connect(() => Promise.resolve(gloss), setup);
    return client;
  }

  afterEach(() => {
    client?.stop();
    assert.deepEqual(gloss.mistakes, []);
  });

  it("says what, how bad, where it is explained and how to mend it", async () => {
    const client = await start();
    await client.open(URI, "🎈 bad");
    const fix = { title: "Write `good`", safe: true, edits: [{ range: range(0, 3, 6), newText: "good" }] };
    assert.deepEqual(await client.diagnostics(URI, 1), [
      {
        range: range(0, 3, 6),
        severity: 2,
        source: "pygloss",
        code: "bad-word",
        codeDescription: { href: "pygloss:bad-word" },
        message: "`bad` is a word",
        data: { fixes: [fix], fix, sameAs: {} },
      },
    ]);
  });

  it("points to a note's address where the client gave one", async () => {
    const client = await start({ options: { noteUri: "https://notes.example/{id}.html#{id}" } });
    await client.open(URI, "bad");
    const [found] = await client.diagnostics(URI, 1);
    assert.equal(found?.codeDescription?.href, "https://notes.example/bad-word.html#bad-word");
  });

  it("writes a fix with the newlines of the document", async () => {
    const client = await start();
    await client.open(URI, "worse\r\n");
    const [found] = await client.diagnostics(URI, 1);
    assert.equal(found?.data.fix.edits[0].newText, "first\r\nsecond");
  });

  it("adds related places for clients that show them", async () => {
    const plain = await start();
    await plain.open(URI, "\nworse");
    assert.equal((await plain.diagnostics(URI, 1))[0]?.relatedInformation, undefined);
    plain.stop();
    const able = await start({ capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } });
    await able.open(URI, "\nworse");
    assert.deepEqual((await able.diagnostics(URI, 1))[0]?.relatedInformation, [
      { location: { uri: URI, range: range(0, 0, 0, 1) }, message: "it began here" },
    ]);
  });

  it("joins a burst of changes and says the truth about its end", async () => {
    const client = await start();
    const typed: Promise<void>[] = [client.open(URI, "")];
    for (let version = 2; version <= 30; version++) {
      typed.push(client.change(URI, version, { range: range(0, 0, 0), text: "bad " }));
    }
    await Promise.all(typed);
    assert.equal((await client.diagnostics(URI, 30)).length, 29);
    assert.ok(client.published.length < 30, `${client.published.length} publications`);
  });

  it("says nothing more about a document that was closed at once", async () => {
    const client = await start();
    await Promise.all([client.open(URI, "bad"), client.close(URI)]);
    await client.hover(URI, 0, 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(
      client.published.map(({ diagnostics }) => diagnostics.length),
      [0],
    );
  });

  describe("when the client asks", () => {
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

    async function pull(client: Client, previousResultId?: string): Promise<DocumentDiagnosticReport> {
      return await client.request("textDocument/diagnostic", { textDocument: { uri: URI }, previousResultId });
    }

    it("answers and does not push", async () => {
      const client = await start({ capabilities });
      assert.equal(client.capabilities.diagnosticProvider?.workspaceDiagnostics, false);
      await client.open(URI, "bad");
      const report = await pull(client);
      assert.equal(report.kind === "full" && report.items.length, 1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.deepEqual(client.published, []);
    });

    it("says `unchanged` as long as nothing changed", async () => {
      const client = await start({ capabilities });
      await client.open(URI, "bad fine");
      const first = await pull(client);
      assert.deepEqual(await pull(client, first.resultId), { kind: "unchanged", resultId: first.resultId });
      await client.change(URI, 2, { range: range(0, 4, 8), text: "good" });
      assert.equal((await pull(client, first.resultId)).kind, "unchanged", "no finding moved");
      await client.change(URI, 3, { range: range(0, 0, 0), text: " " });
      const second = await pull(client, first.resultId);
      assert.equal(second.kind === "full" && second.items[0]?.range.start.character, 1);
      assert.equal((await pull(client, "an id of yesterday")).kind, "full");
    });

    it("has nothing to say about what is not open or not Python", async () => {
      const client = await start({ capabilities });
      const report = await pull(client);
      assert.deepEqual(report.kind === "full" && report.items, []);
      await client.open(URI, "bad", "plaintext");
      assert.deepEqual(await pull(client, report.resultId), { kind: "unchanged", resultId: report.resultId });
    });

    it("asks the client to ask again when settings changed", async () => {
      const client = await start({ capabilities });
      await client.open(URI, "bad");
      const first = await pull(client);
      await client.notify("workspace/didChangeConfiguration", {
        settings: { pygloss: { rules: { "bad-word": "off" } } },
      });
      const report = await pull(client, first.resultId);
      assert.deepEqual(report.kind === "full" && report.items, []);
      assert.ok(client.asked.includes("workspace/diagnostic/refresh"));
    });
  });
});
