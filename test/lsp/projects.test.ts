import assert from "node:assert/strict";
import { writeBaseline } from "../../server/src/core/rules/baseline.ts";
import { foldersOf } from "../../server/src/lsp/projects.ts";
import { testGloss } from "../support/gloss.ts";
import { type Client, type ClientSetup, connect } from "./client.ts";

const BAD = "x = 1\nif x is 3:\n    pass\n";
const OFF = '[tool.pygloss.rules]\nis-literal = "off"\n';

describe("projects", () => {
  let client: Client | undefined;

  async function start(setup: ClientSetup): Promise<Client> {
    client = await connect(testGloss, setup);
    return client;
  }

  afterEach(() => client?.stop());

  async function severity(client: Client, uri: string): Promise<number | undefined> {
    await client.open(uri, BAD);
    return (await client.diagnostics(uri, 1))[0]?.severity;
  }

  it("speak for the files below them, the nearest one first", async () => {
    const files = {
      "file:///w/pyproject.toml": '[tool.pygloss.rules]\nis-literal = "hint"\n',
      "file:///w/sub/pyproject.toml": '[project]\nname = "x"\n',
      "file:///w/own/pyproject.toml": OFF,
    };
    const client = await start({ files });
    assert.equal(await severity(client, "file:///w/a.py"), 4);
    assert.equal(await severity(client, "file:///w/sub/a.py"), 4);
    assert.equal(await severity(client, "file:///w/own/deep/a.py"), undefined);
    assert.equal(await severity(client, "file:///elsewhere/a.py"), 1);
    assert.equal(await severity(client, "untitled:Untitled-1"), 1);
  });

  it("give way to the editor's settings", async () => {
    const options = { settings: { pygloss: { rules: { "is-literal": "information" }, exclude: null } } };
    const client = await start({ files: { "file:///w/pyproject.toml": OFF }, options });
    assert.equal(await severity(client, "file:///w/a.py"), 3);
  });

  it("name excluded files by patterns from their own folder, of which a name may need escapes", async () => {
    const files = { "file:///w%20x/pyproject.toml": '[tool.pygloss]\nexclude = ["/gen/"]\n' };
    const client = await start({ files });
    assert.equal(await severity(client, "file:///w%20x/gen/a.py"), undefined);
    assert.equal(await severity(client, "file:///w%20x/sub/gen/a.py"), 1);
  });

  it("may be for professionals, who hear of hints only where they are named, unless the editor is for a learner", async () => {
    const toml = '[tool.pygloss]\nprofile = "professional"\nrules = { membership-then-assign = "hint" }\n';
    const files = { "file:///w/pyproject.toml": toml };
    const text = "d = {}\nx = dict()\n";
    const count = async (client: Client) => {
      await client.open("file:///w/a.py", text);
      return (await client.diagnostics("file:///w/a.py", 1)).length;
    };
    assert.equal(await count(await start({ files })), 0);
    await client?.stop();
    const learner = await start({ files, options: { settings: { profile: "learner" } } });
    assert.equal(await count(learner), 1);
    await client?.stop();
    const own = { settings: { profile: "professional", rules: { "literal-constructor-call": "hint" } } };
    assert.equal(await count(await start({ options: own })), 1);
  });

  it("may be no files: the editor's settings say the same", async () => {
    const options = { settings: { pygloss: { exclude: ["gen/"], deferTo: ["rufff"] } } };
    const client = await start({ options });
    assert.equal(await severity(client, "file:///w/a.py"), 1);
    assert.match(client.logs.join("\n"), /The setting pygloss\.deferTo is wrong: .* did you mean ruff\?/);
  });

  it("leave to other tools what those report, by the nearest file in which they are set up", async () => {
    const files: Record<string, string> = {
      "file:///w/pyproject.toml": '[tool.pygloss]\ndeferTo = ["ruff"]\n[tool.ruff.lint]\nselect = ["F"]\n',
      "file:///w/sub/ruff.toml": 'lint.select = ["E"]\n',
    };
    const client = await start({ files });
    assert.equal(await severity(client, "file:///w/a.py"), undefined);
    assert.equal(await severity(client, "file:///w/sub/a.py"), 1);
    files["file:///w/sub/.ruff.toml"] = 'lint.extend-select = ["F632"]\n';
    await client.open("file:///w/other.py", "");
    await client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.equal(await severity(client, "file:///w/sub/b.py"), undefined);
  });

  it("are named where they decide how loud a rule is", async () => {
    const toml = `${OFF}\n[tool.pygloss.per-file-rules]\n"tests/" = { is-literal = "hint" }\n`;
    const options = { settings: { rules: { "bare-except": "error" } } };
    const client = await start({ files: { "file:///w/pyproject.toml": toml }, options });
    const why = async (uri: string, rule: string) => {
      await client.open(uri, BAD);
      return client.request("pygloss/why", { textDocument: { uri }, rule });
    };
    const file = "file:///w/pyproject.toml";
    assert.deepEqual(await why("file:///w/a.py", "is-literal"), { key: "rules", file });
    assert.deepEqual(await why("file:///w/tests/a.py", "is-literal"), { key: "per-file-rules", file });
    assert.deepEqual(await why("file:///w/a.py", "bare-except"), { key: "rules", file: null });
    assert.deepEqual(await why("file:///elsewhere/a.py", "bare-except"), { key: "rules", file: null });
    assert.equal(await why("file:///w/a.py", "except-pass"), null);
  });

  it("are told what is wrong in them, in the very file, and hear of it again when they changed", async () => {
    const uri = "file:///w/pyproject.toml";
    const files: Record<string, string> = { [uri]: "[tool.pygloss]\nexclud = []\n" };
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    const client = await start({ files, capabilities });
    assert.equal(await severity(client, "file:///w/a.py"), 1);
    const problems = client.published.filter((one) => one.uri === uri).at(-1)?.diagnostics;
    assert.deepEqual(problems, [
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } },
        message: "there is no key exclud; did you mean exclude?",
        severity: 2,
        source: "pygloss",
      },
    ]);
    files[uri] = OFF;
    client.published.length = 0;
    await client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
    assert.deepEqual(await client.diagnostics("file:///w/a.py", 1), []);
    assert.deepEqual(client.published.filter((one) => one.uri === uri).at(-1)?.diagnostics, []);
  });

  it("say which Python they run on: what is gone only later is fine, and so may be what is new", async () => {
    const toml = (python: string) => `[project]\nrequires-python = "${python}"\n`;
    const files = {
      "file:///pyproject.toml": '[tool.pygloss]\npython = ">=3.13"\n',
      "file:///old/pyproject.toml": toml(">=3.8,<3.12"),
      "file:///new/pyproject.toml": toml(">=3.12"),
    };
    const client = await start({ files });
    for (const [folder, findings, since] of [
      ["old", 0, true],
      ["new", 1, false],
    ] as const) {
      const uri = `file:///${folder}/a.py`;
      await client.open(uri, "import imp\nmatch imp:\n    case 1: pass\n");
      assert.equal((await client.diagnostics(uri, 1)).length, findings, folder);
      assert.equal(/since Python 3\.10/.test(JSON.stringify(await client.hover(uri, 1, 0))), since, folder);
    }
  });

  it("have a baseline, and what it lists is a hint that no fix of all touches", async () => {
    const baseline = new Map([["a.py", [{ rule: "is-literal", symbol: "", code: "x is 3", count: 1 }]]]);
    const files = {
      "file:///w/pyproject.toml": '[tool.pygloss]\nbaseline = "pygloss-baseline.json"\n',
      "file:///w/pygloss-baseline.json": writeBaseline(baseline),
    };
    const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["source"] } } };
    const client = await start({ files, capabilities: { textDocument: { codeAction: literals } } });
    const uri = "file:///w/a.py";
    const text = "x = 1\n\n\nif x is  3:\n    y = x is 4, x is 3\n";
    await client.open(uri, text);
    assert.deepEqual(
      (await client.diagnostics(uri, 1)).map(({ severity }) => severity),
      [4, 1, 1],
    );
    const all = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    const [action] = await client.actions(uri, all, { only: ["source.fixAll"] });
    const edits = JSON.stringify(action && "edit" in action ? action.edit : null);
    assert.deepEqual(
      [...edits.matchAll(/"start":\{"line":(\d)/g)].map(([, line]) => line),
      ["4", "4"],
    );
  });

  it("cannot name a baseline outside of their folder, whichever way they write it", async () => {
    const known = new Map([["w/a.py", [{ rule: "is-literal", symbol: "", code: "x is 3", count: 1 }]]]);
    for (const name of ["%2e%2e/b.json", "%2e%2e%2fb.json", "file:///b.json", "../b.json", "/b.json"]) {
      const files = {
        "file:///w/pyproject.toml": `[tool.pygloss]\nbaseline = "${name}"\n`,
        "file:///b.json": writeBaseline(known),
      };
      const client = await start({ files });
      assert.equal(await severity(client, "file:///w/a.py"), 1, name);
      assert.ok(!client.logs.join("\n").includes("file:///b.json"), name);
      client.stop();
    }
  });

  it("may name a baseline that is damaged: the log says so, and all findings are shown", async () => {
    const files = {
      "file:///w/pyproject.toml": '[tool.pygloss]\nbaseline = "pygloss-baseline.json"\n',
      "file:///w/pygloss-baseline.json": "{",
    };
    const client = await start({ files });
    assert.equal(await severity(client, "file:///w/a.py"), 1);
    assert.match(client.logs.join("\n"), /w\/pygloss-baseline\.json: .*is no JSON/);
  });

  it("are looked for from the folder up, for cells of notebooks, too", () => {
    assert.deepEqual(foldersOf("file:///a/b/c.py"), ["file:///a/b/", "file:///a/", "file:///"]);
    assert.deepEqual(foldersOf("vscode-notebook-cell:/a/n.ipynb#W0"), ["file:///a/", "file:///"]);
    assert.deepEqual(foldersOf("untitled:Untitled-1"), []);
    assert.deepEqual(foldersOf("no address"), []);
  });
});
