import assert from "node:assert/strict";
import { writeBaseline } from "../../server/src/core/rules/baseline.ts";
import type { CheckAnswer } from "../../server/src/lsp/protocol.ts";
import { type Client, connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///project/words.py";

describe("checking texts that are not open", () => {
  let client: Client;
  let gloss: FakeGloss;

  const start = async (setup: Parameters<typeof connect>[1] = {}) => {
    gloss = new FakeGloss();
    client = await connect(() => Promise.resolve(gloss), setup);
  };
  const check = (text: string, uri = URI) => client.request<CheckAnswer | null>("pygloss/check", { uri, text });

  afterEach(() => client.stop());

  it("tells what is found and which notes are met, and keeps nothing", async () => {
    await start();
    const answer = await check("def\nx = bad\ndef");
    assert.deepEqual(
      answer?.diagnostics.map(({ code, range: at }) => [code, at]),
      [["bad-word", range(1, 4, 7)]],
    );
    assert.deepEqual(answer?.met, { "def-statement": 2 });
    assert.equal(gloss.alive, 0);
  });

  it("honours the settings that hold for the file", async () => {
    await start({
      files: {
        "file:///project/pyproject.toml": '[tool.pygloss]\nexclude = ["words.py"]\nrules = { worse-word = "off" }',
      },
    });
    assert.deepEqual((await check("bad"))?.diagnostics, []);
    const other = await check("bad worse", "file:///project/other.py");
    assert.deepEqual(
      other?.diagnostics.map(({ code }) => code),
      ["bad-word"],
    );
  });

  it("shows what a baseline has as hints", async () => {
    const known = new Map([["words.py", [{ rule: "bad-word", symbol: "", code: "bad", count: 1 }]]]);
    await start({
      files: {
        "file:///project/pyproject.toml": '[tool.pygloss]\nbaseline = "pygloss-baseline.json"',
        "file:///project/pygloss-baseline.json": writeBaseline(known),
      },
    });
    const severities = (await check("bad bad"))?.diagnostics.map(({ severity }) => severity);
    assert.equal(severities?.[0], 4);
    assert.notEqual(severities?.[1], 4);
  });

  it("leaves alone what is too large, and survives what breaks", async () => {
    await start();
    assert.equal(await check("x".repeat(3_000_001)), null);
    assert.equal(await check("broken"), null);
    assert.equal(gloss.alive, 0);
    assert.equal(client.logs.length, 1);
  });

  it("lets others have their answers first", async () => {
    await start();
    await client.open("file:///open.py", "def");
    let isChecked = false;
    const checking = check("def ".repeat(100_000)).then((answer) => {
      isChecked = true;
      return answer;
    });
    assert.ok(await client.hover("file:///open.py", 0, 1));
    assert.equal(isChecked, false);
    assert.equal((await checking)?.met["def-statement"], 100_000);
  });
});
