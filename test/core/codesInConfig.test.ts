import assert from "node:assert/strict";
import { listedCodeAt } from "../../server/src/core/config/codesInConfig.ts";
import type { ConfigFileName } from "../../server/src/core/config/config.ts";
import { explainCode } from "../../server/src/core/notes/explainCode.ts";
import type { Tool } from "../../server/src/core/notes/note.ts";
import { testGloss } from "../support/gloss.ts";

describe("codes in configurations", () => {
  /** What is found at the mark ‸: whose it is, and which. */
  function at(name: ConfigFileName, marked: string): string | null {
    const offset = marked.indexOf("‸");
    const text = marked.replace("‸", "");
    const found = listedCodeAt(offset, name, text);
    if (found) assert.equal(text.slice(found.span.start, found.span.end), found.code);
    return found && `${found.tool} ${found.code}`;
  }

  it("are found where a tool reads them", () => {
    for (const [name, marked, expected] of [
      ["pyproject.toml", '[tool.ruff.lint]\nselect = ["E", "B‸006"]\n', "ruff B006"],
      ["pyproject.toml", '[tool.ruff]\nlint.select = [\n  "E",  # "F"\n  "PL‸W",\n]\n', "ruff PLW"],
      ["pyproject.toml", "[tool.ruff]\nextend-ignore = ['‸E501']\n", "ruff E501"],
      ["pyproject.toml", '[tool.ruff.lint.per-file-ignores]\n"tests/*" = ["S1‸01"]\n', "ruff S101"],
      ["pyproject.toml", '[tool.ruff.lint]\nper-file-ignores = { "a/b.py" = ["S101", "D‸"] }\n', "ruff D"],
      ["pyproject.toml", '[tool.pylint."messages control"]\ndisable = ["C0114", "W01‸02"]\n', "pylint W0102"],
      ["pyproject.toml", '[tool.pylint]\ndisable = "bare-except, line-‸too-long"\n', "pylint line-too-long"],
      ["pyproject.toml", "[tool.pyright]\nreportOptional‸Call = false\n", "pyright reportOptionalCall"],
      ["pyproject.toml", '[tool.bandit]\nskips = ["B10‸1"]\n', "bandit B101"],
      ["ruff.toml", '[lint]\nselect = ["‸B"]\n', "ruff B"],
      [".ruff.toml", 'ignore = ["E50‸1"]\r\n', "ruff E501"],
      [".flake8", "[flake8]\nextend-ignore = E203,W5‸03\n", "flake8 W503"],
      ["setup.cfg", "[flake8]\nper-file-ignores =\n    tests/*: S101, B‸006\n    # all of it\n", "flake8 B006"],
      ["tox.ini", "[tox]\nenvlist = py\n[pycodestyle]\nignore: E2‸26\n", "flake8 E226"],
      [".pylintrc", "[MESSAGES CONTROL]\ndisable=missing-docstring,\n        W010‸2\n", "pylint W0102"],
      ["setup.cfg", "[pylint.messages control]\ndisable = C01‸14 ; why not\n", "pylint C0114"],
    ] as const) {
      assert.equal(at(name, marked), expected, marked);
    }
  });

  it("are not found elsewhere", () => {
    for (const [name, marked] of [
      ["pyproject.toml", '[tool.ruff.lint]\nse‸lect = ["B006"]\n'],
      ["pyproject.toml", '[tool.ruff.lint]\nselect = ["E"]  # B0‸06\n'],
      ["pyproject.toml", '[tool.other]\nselect = ["B0‸06"]\n'],
      ["pyproject.toml", '[tool.ruff]\nsrc = ["B‸"]\n'],
      ["pyproject.toml", '[tool.ruff.lint.per-file-ignores]\n"E‸/a.py" = ["S101"]\n'],
      ["pyproject.toml", '[tool.pyright]\nexclude = ["report‸X"]\n'],
      ["ruff.toml", '[tool.ruff.lint]\nselect = ["B‸"]\n'],
      [".flake8", "[other]\nignore = E2‸03\n"],
      ["setup.cfg", "[flake8]\nper-file-ignores =\n    E‸/a.py: S101\n"],
      ["setup.cfg", "[flake8]\n# ignore = E2‸03\n"],
      ["setup.cfg", "[metadata]\ndisable = C01‸14\n"],
    ] as const) {
      assert.equal(at(name, marked), null, marked);
    }
  });

  it("are found in what is just being written", () => {
    assert.equal(at("pyproject.toml", '[tool.ruff.lint]\nselect = ["E", "B‸006\n'), "ruff B006");
    const unclosed = '[tool.ruff.lint]\nignore = ["E"\nselect = ["B‸"]\n';
    assert.equal(at("pyproject.toml", unclosed), "ruff B");
  });

  it("may be the beginning of several, which have something in common", async () => {
    const gloss = await testGloss();
    const explain = (code: string, tool?: Tool) => explainCode(gloss, code, () => null, tool);
    assert.match((await explain("B", "ruff")) ?? "", /^\*\*B\*\*: flake8-bugbear: /);
    assert.match((await explain("B00", "flake8")) ?? "", /^\*\*B00\*\*: flake8-bugbear: /);
    assert.match((await explain("PLW06", "ruff")) ?? "", /^\*\*PLW06\*\*: warnings that Ruff took from Pylint\.$/);
    assert.match((await explain("W", "pylint")) ?? "", /^\*\*W\*\*: warnings: code/);
    assert.match((await explain("E4", "ruff")) ?? "", /imports/);
    assert.match((await explain("W")) ?? "", /pycodestyle.*\n\n\*\*W\*\*: warnings: code/);
    assert.equal(await explain("B", "pylint"), null);
    assert.equal(await explain("B999", "ruff"), null, "a whole code that we do not know");
    assert.equal(await explain("BX", "ruff"), null);
    assert.match((await explain("bare-except", "pylint")) ?? "", /^\*\*/, "our rule is called as Pylint's is");
  });
});
