import assert from "node:assert/strict";
import type { CompletionItem } from "vscode-languageserver/node";
import { KEYS, LEVELS, PROFILES } from "../../server/src/core/config/config.ts";
import { TOOLS } from "../../server/src/core/notes/note.ts";
import { testGloss } from "../support/gloss.ts";
import { type Client, connect } from "./client.ts";

const URI = "file:///w/pyproject.toml";

describe("[tool.pygloss] in an editor", () => {
  let client: Client;

  before(async () => {
    const gloss = await testGloss();
    client = await connect(() => Promise.resolve(gloss), { files: {} });
  });

  after(() => client.stop());

  async function at<T>(marked: string, uri: string, ask: (line: number, character: number) => Promise<T>): Promise<T> {
    const text = marked.replace("|", "");
    await client.open(uri, text, "toml");
    const before = text.slice(0, marked.indexOf("|")).split("\n");
    const answer = await ask(before.length - 1, before.at(-1)?.length ?? 0);
    await client.close(uri);
    return answer;
  }

  /** What is offered at `|`, in the order in which an editor shows it. */
  async function offered(marked: string, uri = URI): Promise<CompletionItem[]> {
    const items = await at(marked, uri, (line, character) =>
      client.request<CompletionItem[]>("textDocument/completion", {
        textDocument: { uri },
        position: { line, character },
      }),
    );
    return items.sort((a, b) => (a.sortText ?? "").localeCompare(b.sortText ?? ""));
  }

  const labels = async (marked: string, uri = URI) => (await offered(marked, uri)).map(({ label }) => label);
  const hover = (marked: string, uri = URI) =>
    at(marked, uri, async (line, character) => JSON.stringify(await client.hover(uri, line, character)));
  const editOf = (item: CompletionItem | undefined) => {
    const edit = item?.textEdit;
    assert.ok(edit && "range" in edit);
    return edit;
  };
  const without = (words: readonly string[], ...gone: string[]) => words.filter((word) => !gone.includes(word));

  it("completes keys, but those that are there", async () => {
    assert.deepEqual(await labels("[tool.pygloss]\n|"), [...KEYS]);
    assert.deepEqual(await labels('[tool.pygloss]\nprofile = "learner"\n\nex|\n'), without(KEYS, "profile"));
    assert.deepEqual(await labels("[tool]\npygloss = { | }"), [...KEYS]);
    assert.deepEqual(await labels("[tool.pygloss.|]"), ["rules", "per-file-rules"]);
    const [rules] = await offered("[tool.pygloss]\nru|");
    const { range, newText } = editOf(rules);
    assert.deepEqual([newText, range.start.character, range.end.character], ["rules", 0, 2]);
  });

  it("completes rules by their ids, in tables of every form", async () => {
    for (const text of [
      "[tool.pygloss.rules]\n|",
      "[tool.pygloss]\nrules = { bare-except = 'off', | }",
      "[tool.pygloss]\nrules.|",
      '[tool.pygloss.per-file-rules]\n"tests/" = { | }',
      '[tool.pygloss.per-file-rules."tests/"]\n|',
    ]) {
      const items = await offered(text);
      const item = items.find(({ label }) => label === "mutable-default-argument");
      assert.equal(item?.detail, "Mutable default argument", text);
      assert.equal(
        items.some(({ label }) => label === "bare-except"),
        !text.includes("bare-except"),
        text,
      );
    }
  });

  it("completes levels, profiles and tools, with quotes where there are none", async () => {
    assert.deepEqual(await labels("[tool.pygloss.rules]\nbare-except = |"), [...LEVELS]);
    assert.deepEqual(await labels("[tool.pygloss]\nprofile = '|'"), [...PROFILES]);
    assert.deepEqual(await labels('[tool.pygloss]\ndeferTo = ["ruff", "|"]'), without(TOOLS, "ruff"));
    const text = async (marked: string) => editOf((await offered(marked))[0]).newText;
    assert.equal(await text("[tool.pygloss.rules]\nbare-except = |"), '"off"');
    assert.equal(await text('[tool.pygloss.rules]\nbare-except = "|"'), "off");
    assert.equal(await text('[tool.pygloss.rules]\nbare-except = "war|"'), "off", "what is written is replaced");
  });

  it("completes nothing anywhere else", async () => {
    for (const text of [
      "|",
      "[|",
      "[tool.ruff]\n|",
      '[tool.pygloss]\nexclude = ["|"]',
      '[tool.pygloss]\npython = "|"',
      "[tool.pygloss]\n# |",
      "[tool.pygloss.per-file-rules]\n|",
      "[tool.pygloss.rules]\nbare-except = { | }",
    ]) {
      assert.deepEqual(await labels(text), [], text);
    }
    assert.deepEqual(await labels("[tool.pygloss]\n|", "file:///w/ruff.toml"), []);
  });

  it("says what a word means", async () => {
    assert.match(await hover("[tool.pygloss]\nex|clude = []"), /Files in which no rule speaks/);
    assert.match(await hover("[tool.pygloss.ru|les]"), /keeps its own severity/);
    assert.match(await hover('[tool.pygloss.rules]\nbare-ex|cept = "off"'), /\*\*Bare except/);
    assert.match(await hover('[tool.pygloss.rules]\nbare-except = "o|ff"'), /does not run/);
    assert.match(await hover('[tool.pygloss]\nprofile = "lear|ner"'), /professional: none that only hints/);
    assert.match(await hover('[tool.pygloss]\ndeferTo = ["ru|ff"]'), /\d+ rules say the same .*`bare-except`/);
  });

  it("says nothing about words that are none of ours, and of other tools", async () => {
    for (const text of [
      "[tool.pygloss]\nexclu|d = []",
      '[tool.pygloss.rules]\nloop-|else = "off"',
      '[tool.pygloss.rules]\nbare-except = "lo|ud"',
      '[tool.pygloss]\ndeferTo = ["esl|int"]',
      "[tool.other]\nru|les = {}",
      '[tool.pygloss]\npython = ">=3.|10"',
    ]) {
      assert.equal(await hover(text), "null", text);
    }
  });
});
