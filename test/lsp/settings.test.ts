import assert from "node:assert/strict";
import { readSettings } from "../../server/src/lsp/settings.ts";
import { type Client, type ClientSetup, connect } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///words.py";

describe("settings", () => {
  let client: Client | undefined;

  async function start(setup?: ClientSetup): Promise<Client> {
    client = await connect(() => Promise.resolve(new FakeGloss()), setup);
    return client;
  }

  afterEach(() => client?.stop());

  it("takes what is right and names what is not, in one sentence", () => {
    const complaints: string[] = [];
    const settings = readSettings(
      {
        rules: { a: "off", b: "loud", c: 1, __proto__: "x", d: "error" },
        hover: { constructs: "no" },
        explainOthers: 1,
        other: true,
      },
      (problem) => complaints.push(problem),
    );
    assert.deepEqual(settings, { rules: { a: "off", d: "error" }, hoverConstructs: "on", explainOthers: true });
    assert.deepEqual(complaints, [
      "Settings that make no sense are ignored: pygloss.rules.b, pygloss.rules.c, pygloss.hover.constructs, pygloss.explainOthers",
    ]);
  });

  it("is content with nothing, and with nonsense", () => {
    for (const section of [undefined, null, {}, [], 7, "x", { rules: null, hover: null, explainOthers: null }]) {
      assert.deepEqual(readSettings(section, assert.fail), { rules: {}, hoverConstructs: "on", explainOthers: true });
    }
    const complaints: string[] = [];
    readSettings({ rules: [], hover: "on" }, (problem) => complaints.push(problem));
    assert.deepEqual(complaints, ["Settings that make no sense are ignored: pygloss.rules, pygloss.hover"]);
  });

  it("says what a hover explains, by word or yes and no, or as the profile has it", () => {
    const constructs = (section: object) => readSettings(section, assert.fail).hoverConstructs;
    assert.equal(constructs({ hover: { constructs: true } }), "on");
    assert.equal(constructs({ hover: { constructs: false } }), "off");
    assert.equal(constructs({ hover: { constructs: "syntax" } }), "syntax");
    assert.equal(constructs({ profile: "learner", hover: { constructs: "profile" } }), "on");
    assert.equal(constructs({ profile: "professional", hover: { constructs: "profile" } }), "names");
    assert.equal(constructs({ profile: "professional", hover: { constructs: "on" } }), "on");
  });

  it("does not lose a rule that is called like something of JavaScript's", () => {
    const { rules } = readSettings(JSON.parse('{"rules": {"__proto__": "off", "constructor": "off"}}'), assert.fail);
    assert.deepEqual(Object.keys(rules), ["__proto__", "constructor"]);
  });

  it("asks a client that answers, for each document, and asks again when told that they changed", async () => {
    let level = "error";
    const client = await start({
      capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
      configuration: (scopeUri) => ({ rules: { "bad-word": scopeUri?.includes("quiet") ? "off" : level } }),
    });
    await client.open(URI, "bad");
    await client.open("file:///quiet/words.py", "bad");
    assert.equal((await client.diagnostics(URI, 1))[0]?.severity, 1);
    assert.deepEqual(await client.diagnostics("file:///quiet/words.py", 1), []);
    assert.ok(client.asked.includes("client/registerCapability"));
    level = "hint";
    client.published.length = 0;
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.equal((await client.diagnostics(URI, 1))[0]?.severity, 4);
  });

  it("takes settings that a client sends unasked, whole or only the section", async () => {
    const client = await start({ options: { settings: { pygloss: { rules: { "bad-word": "information" } } } } });
    await client.open(URI, "bad");
    assert.equal((await client.diagnostics(URI, 1))[0]?.severity, 3);
    for (const settings of [{ pygloss: { rules: { "bad-word": "off" } } }, { rules: { "bad-word": "off" } }]) {
      client.published.length = 0;
      await client.notify("workspace/didChangeConfiguration", { settings });
      assert.deepEqual(await client.diagnostics(URI, 1), []);
    }
  });

  it("falls back to its own when the client fails to answer", async () => {
    const client = await start({
      capabilities: { workspace: { configuration: true } },
      configuration: () => {
        throw new Error("no settings today");
      },
    });
    await client.open(URI, "bad");
    assert.equal((await client.diagnostics(URI, 1))[0]?.severity, 2);
    assert.match(client.logs.join("\n"), /did not tell its settings/);
  });
});
