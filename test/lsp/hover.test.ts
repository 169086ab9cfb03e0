import assert from "node:assert/strict";
import { testGloss } from "../support/gloss.ts";
import { type Client, type ClientSetup, connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///words.py";

describe("hover", () => {
  let client: Client | undefined;

  async function start(setup?: ClientSetup): Promise<Client> {
    client = await connect(() => Promise.resolve(new FakeGloss()), setup);
    return client;
  }

  afterEach(() => client?.stop());

  it("answers with Markdown and the range it speaks of, in UTF-16 units", async () => {
    const client = await start({ options: { noteUri: "command:open?{id}" } });
    await client.open(URI, "🎈 def f");
    assert.deepEqual(await client.hover(URI, 0, 4), {
      contents: { kind: "markdown", value: "notes def-statement; findings ; command:open?def-statement" },
      range: range(0, 3, 6),
    });
  });

  it("explains a code of another tool in the comment that silences it", async () => {
    client = await connect(testGloss, { options: { noteUri: "command:open?{id}" } });
    await client.open(URI, "x = 1  # noqa: B904, B006, Q999");
    const text = async (column: number) => JSON.stringify(await client?.hover(URI, 0, column));
    assert.match(await text(16), /\*\*B904\*\*: .*\[.*\]\(command:open\?exception-chaining\)/);
    assert.match(await text(22), /\*\*Mutable default argument\*\*/);
    assert.equal(await text(28), "null");
  });

  it("explains a code where a project's configuration lists it, in files that are no Python", async () => {
    client = await connect(testGloss);
    const at = async (name: string, line: number, column: number, languageId = "toml") => {
      const uri = `file:///w/${name}`;
      await client?.open(
        uri,
        '[tool.ruff.lint]\nselect = ["B006", "PLW", "Q999"]\n[flake8]\nignore = B904\n',
        languageId,
      );
      return client?.hover(uri, line, column);
    };
    const whole = await at("pyproject.toml", 1, 13);
    assert.deepEqual(whole?.range, range(1, 11, 15));
    assert.match(JSON.stringify(whole), /Mutable default argument/);
    assert.match(JSON.stringify(await at("pyproject.toml", 1, 19)), /warnings that Ruff took from Pylint/);
    assert.equal(await at("pyproject.toml", 1, 26), null, "a code of nobody");
    assert.equal(await at("pyproject.toml", 1, 2), null);
    assert.match(JSON.stringify(await at("setup.cfg", 3, 11, "ini")), /B904/);
    assert.equal(await at("other.toml", 1, 13), null);
    assert.deepEqual(await client?.actions("file:///w/pyproject.toml", range(1, 11, 15)), []);
  });

  it("says nothing where there is nothing to say", async () => {
    const client = await start();
    await client.open(URI, "fine");
    assert.equal(await client.hover(URI, 0, 2), null);
    assert.equal(await client.hover("file:///never-opened.py", 0, 0), null);
  });

  it("gives no link to a client that did not say what a note's address is", async () => {
    for (const noteUri of [undefined, 7, "command:open"]) {
      const client = await start({ options: { noteUri } });
      await client.open(URI, "def");
      const hover = await client.hover(URI, 0, 0);
      assert.match(JSON.stringify(hover), /; null"/);
      client.stop();
    }
  });

  it("sends plain text to a client that reads no Markdown", async () => {
    const client = await start({ capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } } });
    await client.open(URI, "def");
    assert.match(JSON.stringify(await client.hover(URI, 0, 0)), /"kind":"plaintext"/);
  });

  it("keeps to findings where constructs are switched off", async () => {
    const client = await start({ options: { settings: { hover: { constructs: false } } } });
    await client.open(URI, "def bad");
    assert.equal(await client.hover(URI, 0, 0), null);
    assert.match(JSON.stringify(await client.hover(URI, 0, 5)), /notes bad-word; findings bad-word/);
  });

  it("passes over a rule that is off", async () => {
    const client = await start({ options: { settings: { rules: { "bad-word": "off" } } } });
    await client.open(URI, "bad");
    assert.equal(await client.hover(URI, 0, 0), null);
  });
});
