import assert from "node:assert/strict";
import { glossIn } from "../support/gloss.ts";
import { connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///words.py";
const CAPABILITIES = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

const RELATED = { relatedInformation: true };

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

  it("is said in the language of the client by rules, too: messages, related places and titles of fixes", async () => {
    const translations = {
      "{0} (safe)": "{0} (sicher)",
      "`{name}` is an iterator, and {why}": "{why}: `{name}` ist ein Iterator",
      "was used up before: nothing is left of it here": "schon verbraucht",
      "used up here": "hier verbraucht",
      "Keep the items in a `list` (they are all made at once, and stay in memory)": "In einer `list` behalten",
      "Compare with `{0}`": "Mit `{0}` vergleichen",
    };
    const options = { translations };
    const capabilities = { textDocument: { ...CAPABILITIES.textDocument, publishDiagnostics: RELATED } };
    const client = await connect(glossIn, { options, capabilities });
    await client.open(URI, "rows = (n for n in range(9))\nprint(sum(rows))\nprint(max(rows))\nprint(len('a') is 2)\n");
    const [reused, literal] = await client.diagnostics(URI, 1);
    assert.equal(reused?.message, "schon verbraucht: `rows` ist ein Iterator");
    const related = reused?.relatedInformation?.map(({ message }) => message);
    assert.deepEqual(related, ["made here, once", "hier verbraucht"]);
    const english = "`is` compares identity, and whether equal literals are one object is up to the interpreter";
    assert.equal(literal?.message, english);
    const titles = (await client.actions(URI, range(2, 0, 99))).map(({ title }) => title);
    assert.equal(titles[0], "In einer `list` behalten");
    assert.equal((await client.actions(URI, range(3, 0, 99)))[0]?.title, "Mit `==` vergleichen (sicher)");
    client.stop();
  });

  it("is said in the language of the client by hovers, around the notes", async () => {
    const translations = { "Open note": "Notiz öffnen", "since Python {0}": "ab Python {0}" };
    const client = await connect(glossIn, { options: { noteUri: "note:{id}", translations } });
    await client.open(URI, "match x:\n    case 1: pass  # noqa: B006\n");
    const keyword = JSON.stringify((await client.hover(URI, 0, 0))?.contents);
    assert.match(keyword, /\(ab Python 3\.10\).*\[Notiz öffnen\]\(note:/);
    const code = JSON.stringify((await client.hover(URI, 1, 28))?.contents);
    assert.match(code, /\[Notiz öffnen\]\(note:mutable-default-argument\)/);
    client.stop();
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
