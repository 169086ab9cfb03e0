import assert from "node:assert/strict";
import type { CodeAction, Diagnostic } from "vscode-languageserver";
import { isSame, readToolCode, standTogether } from "../../server/src/lsp/toolReport.ts";
import { testGloss } from "../support/gloss.ts";
import { type Client, connect, range } from "./client.ts";

const URI = "file:///w/a.py";
const TEXT = "def f(a=[]):\n    a.append(1)\n    return a\n";
const capabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};
const VS_CODE = { commands: ["pygloss.openNote", "pygloss.turnOffRule"], withholds: true };

describe("other tools", () => {
  let client: Client | undefined;

  afterEach(() => client?.stop());

  async function start(options: object): Promise<Client> {
    client = await connect(testGloss, { capabilities, options });
    await client.open(URI, TEXT);
    return client;
  }

  function report(source: string, code: string, line = 0): Diagnostic {
    return { range: range(line, 8, 10), message: "Do not", source, code };
  }

  async function actions(options: object, ...diagnostics: Diagnostic[]): Promise<CodeAction[]> {
    const client = await start(options);
    const all = await client.actions(URI, range(0, 8, 10), { diagnostics });
    return all.filter((action): action is CodeAction => "kind" in action);
  }

  const titles = (all: readonly CodeAction[]) => all.map(({ title }) => title);

  it("are known by their sources and codes, in whichever form", () => {
    for (const [source, code, expected] of [
      ["Ruff", "B006", { tool: "ruff", names: ["B006"] }],
      ["Ruff", "mutable-argument-default", { tool: "ruff", names: ["mutable-argument-default"] }],
      ["Ruff", { value: "B006", target: "https://example.org" }, { tool: "ruff", names: ["B006"] }],
      ["Pylint", "W0102:dangerous-default-value", { tool: "pylint", names: ["W0102", "dangerous-default-value"] }],
      ["pylint", "W0102", { tool: "pylint", names: ["W0102"] }],
      ["Pylance", "reportOptionalCall", { tool: "pyright", names: ["reportOptionalCall"] }],
      ["basedpyright", "reportOptionalCall", { tool: "pyright", names: ["reportOptionalCall"] }],
      ["sonarqube", "python:S5717", { tool: "sonar", names: ["S5717"] }],
      ["pyflakes", "F401", { tool: "flake8", names: ["F401"] }],
      [
        "bandit",
        "B602:subprocess_popen_with_shell_equals_true",
        { tool: "bandit", names: ["B602", "subprocess_popen_with_shell_equals_true"] },
      ],
      ["pygloss", "bare-except", null],
      ["mypy", "arg-type", null],
      ["Ruff", undefined, null],
      ["Ruff", 7, null],
      ["Ruff", "invalid syntax: `x`", null],
      [undefined, "B006", null],
    ] as const) {
      assert.deepEqual(readToolCode(source, code), expected, `${source} ${JSON.stringify(code)}`);
    }
  });

  it("say the same when it is a code of their own, and their lines touch ours", () => {
    const sameAs = { ruff: ["B006"], pylint: ["W0102"] };
    assert.ok(isSame(sameAs, { tool: "ruff", names: ["B006"] }));
    assert.ok(!isSame(sameAs, { tool: "pylint", names: ["B006"] }));
    assert.ok(!isSame(sameAs, { tool: "flake8", names: ["B006"] }));
    assert.ok(standTogether([range(3, 0, 9)], range(3, 20, 30)), "the same line");
    assert.ok(standTogether([range(3, 0, 9)], range(1, 0, 1, 5)), "a function around it");
    assert.ok(standTogether([range(1, 0, 1, 5)], range(3, 0, 9)), "a parameter in it");
    assert.ok(standTogether([range(3, 0, 9), range(1, 0, 9)], range(1, 0, 9)), "the class of a method");
    assert.ok(!standTogether([range(3, 0, 9)], range(4, 0, 9)));
  });

  it("have what they report explained", async () => {
    const [b006, e501] = [report("Ruff", "B006", 1), report("Ruff", "E501")];
    const all = await actions(VS_CODE, b006, e501, report("Ruff", "Q999"), report("nobody", "E501"));
    const explaining = all.filter(({ title }) => title.startsWith("Explain"));
    assert.deepEqual(
      explaining.map(({ title, diagnostics, command }) => [title.slice(0, 40), diagnostics, command?.arguments]),
      [
        ["Explain B006: Mutable default argument", [b006], ["mutable-default-argument"]],
        [explaining[1]?.title.slice(0, 40), [e501], ["E501"]],
      ],
    );
    assert.match(explaining[1]?.title ?? "", /^Explain E501: \w/);
    const page = await client?.request<{ title: string; body: string }>("pygloss/note", { id: "E501" });
    assert.equal(page?.title, "E501");
    assert.match(page?.body ?? "", /```python\n/);
  });

  it("have our fix for what they report, but not our silence, where our finding is not shown", async () => {
    const b006 = report("Ruff", "B006");
    const all = await actions(VS_CODE, b006);
    assert.match(all[0]?.title ?? "", /^Default to None/);
    assert.deepEqual(all[0]?.diagnostics, [b006]);
    assert.deepEqual(titles(all).slice(1), ["Explain B006: Mutable default argument"]);
    client?.stop();
    assert.ok(
      titles(await actions({ ...VS_CODE, withholds: false }, b006)).some((title) => title.startsWith("Ignore")),
    );
  });

  it("are left alone where a setting says so, or where nothing can be opened", async () => {
    const off = { ...VS_CODE, settings: { explainOthers: false } };
    const own = ["Open note: Mutable default argument", "Ignore mutable-default-argument on this line"];
    assert.deepEqual(titles(await actions(off, report("Ruff", "B006"))).slice(1, 3), own);
    client?.stop();
    assert.equal((await actions({ withholds: true }, report("Ruff", "E501"))).length, 2, "our fix and our silence");
  });

  it("have what they report explained on hover, unless the hover says it anyway", async () => {
    const client = await start(VS_CODE);
    const explain = (character: number, ...reports: { source: string; code: unknown }[]) =>
      client.request<string[]>("pygloss/explainReports", {
        textDocument: { uri: URI },
        position: { line: 0, character },
        reports,
      });
    const ruff = { source: "Ruff", code: "B006" };
    assert.deepEqual(await explain(9, ruff), []);
    const [text, ...more] = await explain(4, ruff, ruff, { source: "Ruff", code: 7 });
    assert.match(text ?? "", /Mutable default argument/);
    assert.deepEqual(more, []);
    assert.match((await explain(9, ruff, { source: "Ruff", code: "E501" })).join(), /^\*\*E501\*\*: /);
  });
});
