import assert from "node:assert/strict";
import type { NoteMet } from "../../server/src/lsp/protocol.ts";
import { type Client, connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///words.py";

describe("the notes that a document brings up", () => {
  let client: Client;
  let gloss: FakeGloss;

  beforeEach(async () => {
    gloss = new FakeGloss();
    client = await connect(() => Promise.resolve(gloss));
  });

  afterEach(() => client.stop());

  const met = () => client.request<NoteMet[] | null>("pygloss/met", { textDocument: { uri: URI } });

  it("come with every place, each once", async () => {
    await client.open(URI, "def\nno def");
    const [first, ...others] = (await met()) ?? [];
    assert.deepEqual(others, []);
    assert.equal(first?.note.id, "def-statement");
    assert.deepEqual(first?.ranges, [range(0, 0, 3), range(1, 3, 6)]);
  });

  it("are none in a document that nobody opened", async () => {
    assert.deepEqual(await met(), []);
  });

  it("are given up when the document changes meanwhile", async () => {
    await client.open(URI, "def ".repeat(200_000));
    const asked = met();
    await client.change(URI, 2, { text: "def" });
    const early = await asked;
    assert.ok(early === null || early[0]?.ranges.length === 1, "It told of a text that is gone.");
    assert.equal((await met())?.[0]?.ranges.length, 1);
    assert.deepEqual(gloss.mistakes, []);
  });
});
