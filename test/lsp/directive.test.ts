import assert from "node:assert/strict";
import type { CompletionItem } from "vscode-languageserver/node";
import { testGloss } from "../support/gloss.ts";
import { type Client, connect, range } from "./client.ts";

const URI = "file:///ignored.py";

describe("ids in # pygloss: ignore[...]", () => {
  let client: Client;

  before(async () => {
    const gloss = await testGloss();
    client = await connect(() => Promise.resolve(gloss));
  });

  after(() => client.stop());

  /** What is offered at `|`, in the order in which an editor shows it. */
  async function offered(marked: string): Promise<CompletionItem[]> {
    const offset = marked.indexOf("|");
    const text = marked.replace("|", "");
    await client.open(URI, text);
    const before = text.slice(0, offset).split("\n");
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const items = await client.request<CompletionItem[]>("textDocument/completion", {
      textDocument: { uri: URI },
      position,
    });
    await client.close(URI);
    return items.sort((a, b) => (a.sortText ?? "").localeCompare(b.sortText ?? ""));
  }

  it("complete, what is found in the line first", async () => {
    const [first, second] = await offered("x = 1\nif x is 1: pass  # pygloss: ignore[|");
    assert.equal(first?.label, "is-literal");
    assert.equal(first.detail, "is with a literal");
    assert.equal(first.preselect, true);
    assert.deepEqual(first.textEdit, { range: range(1, 35, 35), newText: "is-literal" });
    assert(second && second.preselect === undefined);
  });

  it("complete in the middle of a word, and of a list", async () => {
    const items = await offered("x = 1  # pygloss: ignore[is-literal, mut|able]");
    const item = items.find(({ label }) => label === "mutable-default-argument");
    assert.deepEqual(item?.textEdit, { range: range(0, 37, 44), newText: "mutable-default-argument" });
    assert(!items.some(({ label }) => label === "is-literal"), "it is there already");
  });

  it("complete for whole files and behind other comments", async () => {
    assert((await offered("# pygloss: ignore-file[|]")).length > 5);
    assert((await offered("x = 1  # type: ignore  # pygloss: ignore[|]")).length > 5);
  });

  it("do not complete anywhere else", async () => {
    for (const text of [
      "x = 1  # pygloss: ignore|",
      "x = 1  # pygloss: ignore[a]|",
      "x = '# pygloss: ignore[|'",
      "x = [|]",
      "x = 1  # noqa[|]",
      "",
    ]) {
      assert.deepEqual(await offered(text.includes("|") ? text : "|"), [], text);
    }
  });

  it("say what they mean in a hover", async () => {
    await client.open(URI, "x = 1  # pygloss: ignore[is-literal, no-such-rule]");
    const hover = await client.hover(URI, 0, 30);
    assert.match(JSON.stringify(hover?.contents), /\*\*is with a literal\*\*/);
    assert.deepEqual(hover?.range, range(0, 25, 35));
    for (const character of [40, 12]) {
      assert.doesNotMatch(JSON.stringify(await client.hover(URI, 0, character)), /is with a literal/);
    }
  });
});
