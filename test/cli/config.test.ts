import assert from "node:assert/strict";
import { folder, run } from "./run.ts";

const BAD = "x = 1\nif x is 3:\n    pass\n";

async function codes(files: Readonly<Record<string, string>>, ...args: string[]) {
  const { status, stdout, stderr } = await run(folder(files), ["check", "--format", "json", ...args]);
  const found: { file: string; severity: string }[] = JSON.parse(stdout);
  return { status, stderr, found: found.map(({ file, severity }) => `${file} ${severity}`) };
}

describe("pygloss check in a project", () => {
  it("asks the nearest pyproject.toml that speaks of PyGloss", async () => {
    const { found, stderr } = await codes({
      "pyproject.toml": '[tool.pygloss.rules]\nis-literal = "hint"\n',
      "a.py": BAD,
      "sub/pyproject.toml": '[project]\nname = "x"\n',
      "sub/b.py": BAD,
      "own/pyproject.toml": '[tool.pygloss.rules]\nis-literal = "off"\n',
      "own/c.py": BAD,
    });
    assert.deepEqual([found, stderr], [["a.py hint", "sub/b.py hint"], ""]);
  });

  it("leaves out what is excluded, but not what is named", async () => {
    const files = { "pyproject.toml": '[tool.pygloss]\nexclude = ["gen/"]\n', "a.py": BAD, "gen/b.py": BAD };
    assert.deepEqual((await codes(files)).found, ["a.py error"]);
    assert.deepEqual((await codes(files, "gen/b.py")).found, ["gen/b.py error"]);
  });

  it("leaves to other tools what those report, by the nearest file in which they are set up", async () => {
    const { found } = await codes({
      "pyproject.toml": '[tool.pygloss]\ndeferTo = ["ruff", "pylint"]\n',
      "a.py": BAD,
      "sub/ruff.toml": 'lint.select = ["E"]\n',
      "sub/b.py": BAD,
      "sub/deep/pylintrc": "[MAIN]\ndisable=literal-comparison\n",
      "sub/deep/c.py": BAD,
      "sub/deep/all/.ruff.toml": 'lint.select = ["ALL"]\n',
      "sub/deep/all/d.py": BAD,
    });
    assert.deepEqual(found, ["sub/deep/c.py error"]);
  });

  it("has levels by file, and for standard input under its name", async () => {
    const files = { "pyproject.toml": '[tool.pygloss.per-file-rules]\n"tests/" = { is-literal = "off" }\n' };
    assert.deepEqual((await codes({ ...files, "a.py": BAD, "tests/b.py": BAD })).found, ["a.py error"]);
    const piped = await run(folder(files), ["check", "--stdin-filename", "tests/new.py"], { input: BAD });
    assert.equal(piped.status, 0);
  });

  it("minds the Python that the project runs on, also in a hover", async () => {
    const project = '[project]\nrequires-python = ">=3.10,<3.12"\n';
    const files = {
      "pyproject.toml": project,
      "a.py": "import imp\nimport parser\n",
      "b.py": "match x:\n    case 1: pass\n",
    };
    assert.deepEqual((await codes(files)).found, []);
    const newer = { ...files, "pyproject.toml": project.replace("<3.12", "<4") };
    assert.deepEqual((await codes(newer)).found, ["a.py error"]);
    const hover = async (toml: string) =>
      (await run(folder({ ...files, "pyproject.toml": toml }), ["hover", "b.py:1:1"])).stdout;
    assert.doesNotMatch(await hover(project), /since/);
    assert.match(await hover(project.replace("3.10", "3.8")), /\(since Python 3\.10\)/);
  });

  it("gives way to the command line", async () => {
    const files = { "pyproject.toml": '[tool.pygloss.rules]\nis-literal = "off"\n', "a.py": BAD };
    assert.deepEqual((await codes(files)).found, []);
    assert.deepEqual((await codes(files, "--select", "is-literal")).found, ["a.py error"]);
  });

  it("names file and line of each mistake once, does the rest, and says 2", async () => {
    const files = {
      "pyproject.toml":
        '[project]\nname = "x"\n[tool.pygloss]\nexclud = []\n[tool.pygloss.rules]\nis-literal = "hint"\n',
      "a.py": BAD,
      "b.py": BAD,
    };
    const { status, stderr, found } = await codes(files);
    assert.equal(stderr, "pygloss: pyproject.toml:4: there is no key exclud; did you mean exclude?\n");
    assert.deepEqual([status, found], [2, ["a.py hint", "b.py hint"]]);
  });

  it("does not remember findings of another configuration", async () => {
    const { writeFileSync } = await import("node:fs");
    const cwd = folder({ "a.py": BAD, "b.py": BAD, "pyproject.toml": "[tool.pygloss]\n" });
    const env = { PYGLOSS_CACHE_DIR: folder() };
    assert.match((await run(cwd, ["check"], { env })).stdout, /Found 2 findings/);
    writeFileSync(`${cwd}/pyproject.toml`, '[tool.pygloss.rules]\nis-literal = "off"\n');
    assert.match((await run(cwd, ["check"], { env })).stdout, /Nothing found/);
  });
});
