import assert from "node:assert/strict";
import { connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///words.py";
const CAPABILITIES = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

describe("what the server says itself", () => {
  const titles = async (translations: unknown): Promise<string[]> => {
    const options = { commands: ["pygloss.openNote", "pygloss.turnOffRule"], translations };
    const client = await connect(() => Promise.resolve(new FakeGloss()), { options, capabilities: CAPABILITIES });
    try {
      await client.open(URI, "x = bad");
      return (await client.actions(URI, range(0, 4, 7))).map(({ title }) => title);
    } finally {
      client.stop();
    }
  };

  it("is said in the language of the client, around what notes say in English", async () => {
    const german = {
      "{0} (safe)": "{0} (sicher)",
      "Open note: {0}": "Notiz öffnen: {0}",
      "Ignore {0} on this line": "{0} in dieser Zeile übergehen",
    };
    assert.deepEqual(await titles(german), [
      "Write `good` (sicher)",
      "Notiz öffnen: The bad word",
      "bad-word in dieser Zeile übergehen",
      "Turn off rule bad-word in this workspace",
    ]);
  });

  it("is English where there is no translation, or nonsense for one", async () => {
    const english = await titles(undefined);
    assert.equal(english[0], "Write `good` (safe)");
    for (const nonsense of [7, [], { "{0} (safe)": 7 }]) assert.deepEqual(await titles(nonsense), english);
  });

  it("tells why the engine could not be loaded", async () => {
    const failure = () => Promise.reject(new Error("no wasm"));
    const client = await connect(failure, {
      options: { translations: { "PyGloss could not start: {0}": "Kein Start: {0}" } },
    });
    await client.hover(URI, 0, 0);
    assert.deepEqual(client.shown, ["Kein Start: no wasm"]);
    client.stop();
  });
});
