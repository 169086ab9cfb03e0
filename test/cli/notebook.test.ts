import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { blankMagics } from "../../server/src/cli/files/magics.ts";
import { findCellSources, writeSource } from "../../server/src/cli/files/notebookJson.ts";
import { folder, run } from "./run.ts";

describe("magics", () => {
  const cases: [string, string][] = [
    ["%matplotlib inline\nx\n", "                  \nx\n"],
    ["!pip install 'x\\\n  more\ny", "               \\\n      \ny".replace("\\", " ")],
    ["df?\nf.g??  # why\nx = 'no?'", "   \n            \nx = 'no?'"],
    ["files = !ls *.py\n", "files = _       \n"],
    ["a, b = %timeit -o f()", "a, b = _             "],
    ["if x:\n    %time f()\n", "if x:\n    ...      \n"],
    ["x = (a\n  % b)\ny %= 3\nz = b % c\n", "x = (a\n  % b)\ny %= 3\nz = b % c\n"],
    ['"""\n%no magic\n!none\n"""', '"""\n%no magic\n!none\n"""'],
    ["%%bash\necho 'it\n", "      \n        \n"],
    ["%%time\nx is 3", "      \nx is 3"],
    ["f(\nx", "  \n "],
    ["'''\nx", "   \n "],
    ["s = 'open\nx", "s = 'open\nx"],
    ["", ""],
  ];
  for (const [cell, python] of cases) {
    it(JSON.stringify(cell), () => {
      assert.equal(blankMagics(cell), python);
      assert.equal(python.length, cell.length);
    });
  }
});

describe("the JSON of a notebook", () => {
  it("tells where the sources of cells stand", () => {
    const json =
      ' { "a" : [ {"cells":[1]}, "\\"]" ], "cells" : [ {"source": "x"}, {}, {"m":{"source":0}, "source" :["a", "b"] } ] } ';
    const spans = findCellSources(json);
    assert.deepEqual(
      spans.map((span) => span && json.slice(span.start, span.end)),
      ['"x"', undefined, '["a", "b"]'],
    );
    assert.deepEqual(findCellSources('{"cells": []}'), []);
  });

  it("keeps the form that a source had", () => {
    assert.equal(writeSource('"x\\n"', "y\nz"), '"y\\nz"');
    assert.equal(writeSource('[\n    "x"\n   ]', "y\nz"), '[\n    "y\\n",\n    "z"\n   ]');
    assert.equal(writeSource('["x"]', "y\nz\n"), '["y\\n", "z\\n"]');
    assert.equal(writeSource('["\\u00e9"]', "é🐍"), '["\\u00e9\\ud83d\\udc0d"]');
    assert.equal(writeSource('["é"]', "é🐍"), '["é🐍"]');
    assert.equal(writeSource('["x"]', ""), "[]");
    assert.equal(writeSource("[]", "x"), '["x"]');
  });
});

describe("pygloss check on notebooks", () => {
  const cell = (source: unknown, type = "code") => ({ cell_type: type, metadata: {}, source, outputs: [{ n: 1 }] });
  const notebook = (...cells: unknown[]) => ({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  const sleepy = notebook(
    cell(["# x is 3"], "markdown"),
    cell(["%pip install x\n", "import time as t"]),
    cell("🐍 = '🎈'; x is 3\nasync def f():\n    t.sleep(1)\n"),
  );

  it("carries names from cell to cell and says which cell", async () => {
    const cwd = folder({ "a.ipynb": JSON.stringify(sleepy) });
    const { status, stdout } = await run(cwd, ["check"]);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^a\.ipynb:cell 3:1:12: error .*\[is-literal\]\na\.ipynb:cell 3:3:5: warning .*\[blocking-sleep-in-async\]\n/,
    );
    const [finding] = JSON.parse((await run(cwd, ["check", "--format", "json"])).stdout);
    assert.deepEqual([finding.cell, finding.range.start], [3, { line: 0, character: 11 }]);
    assert.deepEqual(finding.fix.edits[0].range.start, { line: 0, character: 13 });
  });

  it("fixes in place, and changes not a byte more", async () => {
    for (const indent of [1, 4, "\t", 0]) {
      const before = `${JSON.stringify(sleepy, null, indent)}\n`;
      const cwd = folder({ "a.ipynb": before });
      await run(cwd, ["check", "--fix", "--select", "is-literal"]);
      assert.equal(readFileSync(join(cwd, "a.ipynb"), "utf8"), before.replace("; x is 3", "; x == 3"));
    }
  });

  it("does not read other languages", async () => {
    const other = { ...notebook(cell("x is 3")), metadata: { language_info: { name: "R" } } };
    const { status } = await run(folder({ "a.ipynb": JSON.stringify(other) }), ["check"]);
    assert.equal(status, 0);
  });

  it("says what is no notebook", async () => {
    for (const text of ["", "{", "[]", "null", '{"worksheets": []}', '{"cells": {}}']) {
      const { status, stdout, stderr } = await run(folder({ "a.ipynb": text }), ["check"]);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /^pygloss: a\.ipynb: is no notebook[^\n]*\n$/);
    }
    const odd = await run(folder({ "a.ipynb": JSON.stringify(notebook(null, 7, {}, cell(null), cell([]))) }), [
      "check",
    ]);
    assert.deepEqual([odd.status, odd.stderr], [0, ""]);
  });

  it("hovers in a cell", async () => {
    const cwd = folder({ "a.ipynb": JSON.stringify(sleepy) });
    const { status, stdout } = await run(cwd, ["hover", "a.ipynb:cell 3:3:7", "--json"]);
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout).findings, ["blocking-sleep-in-async"]);
    const { stderr } = await run(cwd, ["hover", "a.ipynb:3:7"]);
    assert.match(stderr, /in a notebook, say a\.ipynb:cell 1:LINE:COLUMN/);
  });
});
