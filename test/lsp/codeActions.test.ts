import assert from "node:assert/strict";
import type { CodeAction, Command } from "vscode-languageserver";
import { type Client, type ClientSetup, connect, range } from "./client.ts";
import { FakeGloss } from "./fakeGloss.ts";

const URI = "file:///words.py";
const capabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};
const commands = ["pygloss.openNote", "pygloss.turnOffRule"];

describe("code actions", () => {
  let client: Client | undefined;

  async function start(setup: ClientSetup = { capabilities, options: { commands } }): Promise<Client> {
    client = await connect(() => Promise.resolve(new FakeGloss()), setup);
    return client;
  }

  afterEach(() => client?.stop());

  it("offer to mend, to read and to silence", async () => {
    const client = await start();
    await client.open(URI, "x bad\nworse");
    const [diagnostic] = await client.diagnostics(URI, 1);
    assert.ok(diagnostic);
    const actions = await client.actions(URI, range(0, 3, 3), { diagnostics: [diagnostic] });
    assert.deepEqual(titles(actions), [
      "Write `good` (safe)",
      "Open note: The bad word",
      "Ignore bad-word on this line",
      "Turn off rule bad-word in this workspace",
    ]);
    assert.deepEqual(actions[0], {
      title: "Write `good` (safe)",
      kind: "quickfix",
      isPreferred: true,
      diagnostics: [diagnostic],
      edit: { changes: { [URI]: [{ range: range(0, 2, 5), newText: "good" }] } },
    });
    assert.deepEqual(actions[1] && "command" in actions[1] && actions[1].command, {
      title: "Open note: The bad word",
      command: "pygloss.openNote",
      arguments: ["bad-word"],
    });
    assert.deepEqual(actions[2] && "edit" in actions[2] && actions[2].edit?.changes?.[URI], [
      { range: range(0, 5, 5), newText: "  # pygloss: ignore[bad-word]" },
    ]);
  });

  it("call an unsafe fix by its own title and do not prefer it", async () => {
    const client = await start();
    await client.open(URI, "worse\r\n");
    const [action] = await client.actions(URI, range(0, 0, 5));
    assert.equal(action?.title, "Write two lines; the count of lines changes");
    assert.equal(action && "isPreferred" in action, false);
    assert.match(JSON.stringify(action), /first\\r\\nsecond/);
  });

  it("touch what the range touches and nothing else", async () => {
    const client = await start({ capabilities });
    await client.open(URI, "bad fine worse");
    const at = async (start: number, end: number) => titles(await client.actions(URI, range(0, start, end)));
    assert.deepEqual(await at(5, 6), []);
    assert.equal((await at(3, 3)).length, 2, "the end of a finding");
    assert.equal((await at(0, 14)).length, 4);
  });

  it("say the same thing once", async () => {
    const client = await start();
    await client.open(URI, "bad bad");
    assert.equal((await client.actions(URI, range(0, 0, 7))).length, 5);
  });

  it("keep to kinds that the client wants", async () => {
    const client = await start();
    await client.open(URI, "bad");
    const only = async (...kinds: string[]) => (await client.actions(URI, range(0, 0, 3), { only: kinds })).length;
    assert.deepEqual([await only("refactor"), await only("quickfix")], [0, 4]);
    assert.deepEqual([await only("refactor", "quickfix"), await only("")], [4, 5]);
  });

  it("make all safe fixes at once for a client that asks for that", async () => {
    const client = await start();
    await client.open(URI, "bad worse\nbad");
    for (const kind of ["source", "source.fixAll", "source.fixAll.pygloss"]) {
      const [action, ...more] = await client.actions(URI, range(0, 0, 0), { only: [kind] });
      assert.deepEqual(action, {
        title: "Make all safe fixes of PyGloss",
        kind: "source.fixAll.pygloss",
        edit: {
          changes: {
            [URI]: [
              { range: range(0, 0, 3), newText: "good" },
              { range: range(1, 0, 3), newText: "good" },
            ],
          },
        },
      });
      assert.equal(more.length, 0);
    }
    assert.deepEqual(await client.actions(URI, range(0, 0, 0), { only: ["source.organizeImports"] }), []);
    await client.open("file:///fine.py", "worse");
    assert.deepEqual(await client.actions("file:///fine.py", range(0, 0, 0), { only: ["source.fixAll"] }), []);
  });

  it("call no command that the client did not name", async () => {
    const client = await start({ capabilities, options: { commands: ["pygloss.openNote", 7] } });
    await client.open(URI, "bad");
    const actions = await client.actions(URI, range(0, 0, 3));
    assert.equal(actions.filter((action) => "command" in action).length, 1);
  });

  it("edit a version of a document where the client can", async () => {
    const client = await start({
      capabilities: { ...capabilities, workspace: { workspaceEdit: { documentChanges: true } } },
    });
    await client.open(URI, "bad", "python", 5);
    const [action] = await client.actions(URI, range(0, 0, 3));
    assert.deepEqual(action && "edit" in action && action.edit, {
      documentChanges: [
        { textDocument: { uri: URI, version: 5 }, edits: [{ range: range(0, 0, 3), newText: "good" }] },
      ],
    });
  });

  it("are bare commands for a client that knows nothing else", async () => {
    const client = await start({ options: { commands } });
    await client.open(URI, "bad");
    assert.deepEqual(await client.actions(URI, range(0, 0, 3)), [
      { title: "Open note: The bad word", command: "pygloss.openNote", arguments: ["bad-word"] },
      {
        title: "Turn off rule bad-word in this workspace",
        command: "pygloss.turnOffRule",
        arguments: ["bad-word"],
      },
    ]);
  });
});

function titles(actions: readonly (CodeAction | Command)[]): string[] {
  return actions.map(({ title }) => title);
}
