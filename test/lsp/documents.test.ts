import assert from "node:assert/strict";
import { LARGEST_DOCUMENT } from "../../server/src/lsp/document.ts";
import { type Client, connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///project/words.py";

describe("documents", () => {
  let gloss: FakeGloss;
  let client: Client;

  beforeEach(async () => {
    gloss = new FakeGloss();
    client = await connect(() => Promise.resolve(gloss));
  });

  afterEach(() => {
    client.stop();
    assert.deepEqual(gloss.mistakes, []);
  });

  it("announces incremental changes in UTF-16", () => {
    const { capabilities } = client;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(capabilities.positionEncoding, "utf-16");
  });

  it("edits the analysis instead of making a new one", async () => {
    await client.open(URI, "fine\n");
    await client.diagnostics(URI, 1);
    await client.change(URI, 2, { range: range(0, 0, 4), text: "bad" });
    assert.equal((await client.diagnostics(URI, 2)).length, 1);
    assert.deepEqual([gloss.parses, gloss.alive], [1, 1]);
  });

  it("applies each change to the text that the one before it left", async () => {
    await client.open(URI, "one\r\ntwo\r\n");
    await client.diagnostics(URI, 1);
    await client.change(
      URI,
      2,
      { range: range(0, 0, 0), text: "# 🎈\n" },
      { range: range(2, 0, 3), text: "bad" },
      { range: range(0, 2, 4), text: "🎈🎈 bad" },
    );
    const found = await client.diagnostics(URI, 2);
    assert.deepEqual(
      found.map((one) => one.range),
      [range(0, 7, 10), range(2, 0, 3)],
    );
  });

  it("takes a change without a range as the new text", async () => {
    await client.open(URI, "bad bad\n");
    await client.diagnostics(URI, 1);
    await client.change(URI, 2, { text: "\nbad" });
    assert.deepEqual((await client.diagnostics(URI, 2))[0]?.range, range(1, 0, 3));
    assert.equal(gloss.alive, 1);
  });

  it("clamps positions outside of the text and swaps ends that are the wrong way round", async () => {
    await client.open(URI, "bad\n");
    await client.change(URI, 2, {
      range: { start: { line: 9, character: 9 }, end: { line: 0, character: 99 } },
      text: " bad",
    });
    assert.equal((await client.diagnostics(URI, 2)).length, 2);
    assert.equal((await client.hover(URI, 0, 99))?.range?.end.character, 7);
    assert.equal((await client.hover(URI, 77, 0))?.range?.end.character, 7);
  });

  it("keeps count of the lines when a range lies beyond them", async () => {
    await client.open(URI, "one\ntwo");
    await client.change(URI, 2, { range: range(8, 0, 4, 9), text: "\nbad\nbad" });
    const found = await client.diagnostics(URI, 2);
    assert.deepEqual(
      found.map((one) => one.range),
      [range(2, 0, 3), range(3, 0, 3)],
    );
  });

  it("gives the memory back when a document is closed, and says that nothing is wrong in it any more", async () => {
    await client.open(URI, "bad\n");
    await client.diagnostics(URI, 1);
    await client.close(URI);
    assert.deepEqual(await client.diagnostics(URI, undefined), []);
    assert.equal(gloss.alive, 0);
    assert.equal(await client.hover(URI, 0, 0), null);
  });

  it("survives a second close, a second open, and changes of what is not open", async () => {
    await client.change(URI, 1, { range: range(0, 0, 1), text: "x" });
    await client.close(URI);
    await client.open(URI, "bad");
    await client.diagnostics(URI, 1);
    await client.open(URI, "bad bad", "python", 2);
    assert.equal((await client.diagnostics(URI, 2)).length, 2);
    assert.equal(gloss.alive, 1);
    await client.close(URI);
    await client.close(URI);
    await client.change(URI, 3, { text: "x" });
    assert.equal(await client.hover(URI, 0, 0), null);
    assert.equal(gloss.alive, 0);
  });

  it("survives a malformed change and is right again after the next whole text", async () => {
    await client.open(URI, "bad");
    await client.diagnostics(URI, 1);
    await client.notify("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: range(0, 0, 0), text: "bad " },
        { range: { start: 1 }, text: 7 },
      ],
    });
    await client.notify("textDocument/didChange", { textDocument: { uri: URI, version: 3 } });
    await client.notify("textDocument/didOpen", {});
    await client.change(URI, 4, { text: "bad bad bad" });
    assert.equal((await client.diagnostics(URI, 4)).length, 3);
    assert.equal(gloss.alive, 1);
  });

  it("keeps the texts of other languages and analyses none of them", async () => {
    await client.open("file:///notes.md", "bad", "markdown");
    await client.change("file:///notes.md", 2, { range: range(0, 0, 0), text: "bad " });
    assert.equal(await client.hover("file:///notes.md", 0, 1), null);
    assert.deepEqual(await client.actions("file:///notes.md", range(0, 0, 3)), []);
    assert.equal(gloss.parses, 0);
  });

  it("leaves a document alone while it is too large", async () => {
    const line = "# a line that says nothing and is long enough to make a large file soon\n";
    const large = line.repeat(Math.ceil(LARGEST_DOCUMENT / line.length));
    await client.open(URI, "bad");
    assert.equal((await client.diagnostics(URI, 1)).length, 1);
    await client.change(URI, 2, { range: range(0, 0, 0), text: large });
    assert.deepEqual(await client.diagnostics(URI, 2), []);
    assert.equal(await client.hover(URI, 0, 0), null);
    await client.change(URI, 3, { text: "bad" });
    assert.equal((await client.diagnostics(URI, 3)).length, 1);
  });

  it("tells the engine the name of a file, of a cell's notebook and of what was never saved", async () => {
    for (const uri of [
      "file:///a%20b/test_%F0%9F%90%8D.py",
      "vscode-notebook-cell:/x/book.ipynb#W0",
      "untitled:Untitled-1",
    ]) {
      await client.open(uri, "fine");
      await client.hover(uri, 0, 0);
    }
    assert.deepEqual(gloss.names, ["/a b/test_🐍.py", "/x/book.ipynb", "Untitled-1"]);
  });
});
