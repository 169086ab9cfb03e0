import assert from "node:assert/strict";
import { OUTPUT } from "../../client/python/limits.ts";
import { readFence } from "../../client/src/viewer/fence.ts";
import { type PageRun, type RunOnPage, wasmPython } from "../support/python.ts";

describe("what can be run on a page", () => {
  const check = (info: string, code: string, expected: Partial<ReturnType<typeof readFence>>) => {
    const fence = readFence(info, code);
    assert.deepEqual({ ...fence, ...expected }, fence);
  };

  it("is said by the words of an example", () => {
    check("python", "x = 1", { language: "python", role: undefined, reason: undefined, lack: undefined });
    check("python better system", "x = 1", { role: "better", lack: undefined });
    check("python trap norun: needs a better network", "x", { role: "trap", reason: "needs a better network" });
    check("", "x", { language: "text" });
  });

  it("is seen in its code", () => {
    check("python", "import threading\nthreading.Thread(target=f).start()", { lack: "threads" });
    check("python system", ">>> from threading import Thread\n>>> Thread(target=f).start()", { lack: "threads" });
    check("python", "with ThreadPoolExecutor() as pool: ...", { lack: "threads" });
    check("python", "import subprocess", { lack: "processes" });
    check("python", "os.fork()", { lack: "processes" });
    check("python", "import urllib.request", { lack: "network" });
    check("python", 'name = input("Name? ")', { lack: "keyboard" });
    check("python", "import resource, time", { lack: "modules" });
    check("python", "import threading\nlock = threading.Lock()", { lack: undefined });
    check("python", "user_input(1); notes = 'resource'", { lack: undefined });
  });

  it("is any session that the tests of notes run on the same Python", () => {
    check("python", ">>> import subprocess", { lack: undefined });
    check("python system", ">>> import subprocess", { lack: "processes" });
  });
});

describe("an example run on a page", () => {
  let python: RunOnPage;
  before(async () => {
    python = (await wasmPython()).runOnPage;
  });
  const check = (source: string, isSession: boolean, output: string, rest: Partial<PageRun> = {}) =>
    assert.deepEqual(python(source, isSession), { lack: undefined, isFull: false, ...rest, output });

  it("prints what it prints, as a script", () => {
    check("print('a')\n'not shown'\nprint('b')", false, "a\nb\n");
    check("import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('out')", false, "out\nerr\nout\n");
    check("print(__name__)", false, "__main__\n");
    check("", false, "");
  });

  it("is a session when it has prompts, and what was answered is no program", () => {
    check(">>> x = 1\n>>> x + 1\n'old'\n>>> None\n", true, ">>> x = 1\n>>> x + 1\n2\n>>> None\n");
    check(
      ">>> for x in 'ab':\n...     print(x)\n...\na\nb\n>>> 3",
      true,
      ">>> for x in 'ab':\n...     print(x)\na\nb\n>>> 3\n3\n",
    );
  });

  it("is a session without prompts when somebody has edited it", () => {
    check("x = 1\n\nx + 1; 5\n", true, ">>> x = 1\n>>> x + 1; 5\n2\n5\n");
    check(
      "# why\n@staticmethod\ndef f():\n    pass\n\n7",
      true,
      ">>> # why\n... @staticmethod\n... def f():\n...     pass\n>>> 7\n7\n",
    );
    check("# nothing", true, "");
  });

  it("goes on behind an error in a session, and ends there in a script", () => {
    const error = (line: number, code: string, marks: string) =>
      `Traceback (most recent call last):\n  File "<example>", line ${line}, in <module>\n    ${code}\n    ${marks}\nZeroDivisionError: division by zero\n`;
    check(
      "1 / 0\n\n\n2 / 0\n3",
      true,
      `>>> 1 / 0\n${error(1, "1 / 0", "~~^~~")}>>> 2 / 0\n${error(4, "2 / 0", "~~^~~")}>>> 3\n3\n`,
    );
    check("1 / 0\nprint(3)", false, error(1, "1 / 0", "~~^~~"));
  });

  it("shows errors without anything of ours", () => {
    check("x = = 1", false, '  File "<example>", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n');
    check("x = = 1", true, '  File "<example>", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n');
    const { output } = python("import asyncio\nasync def main(): 1 / 0\nasyncio.run(main())", false);
    assert.match(output, /line 3, in <module>.*line 2, in main.*ZeroDivisionError/s);
    assert.doesNotMatch(output, /run\.py|pyodide/);
  });

  it("ends when it says so", () => {
    check("import sys\nprint(1)\nsys.exit('enough')\nprint(2)", false, "1\nenough\n");
    check(">>> raise SystemExit\n>>> 2", true, ">>> raise SystemExit\n");
  });

  it("has an event loop of its own", () => {
    check(
      "import asyncio\nasync def say(n):\n    await asyncio.sleep(n / 100)\n    print(n)\nasync def main():\n    await asyncio.gather(say(2), say(1))\nasyncio.run(main())",
      false,
      "1\n2\n",
    );
  });

  it("tells what Python lacks", () => {
    const lack = (source: string) => python(source, false).lack;
    assert.equal(lack("import numpy"), "modules");
    assert.equal(lack("import threading\nthreading.Thread(target=print).start()"), "threads");
    assert.equal(lack("import subprocess\nsubprocess.run('ls')"), "processes");
    assert.equal(lack("import os\nos.fork()"), "processes");
    assert.equal(lack("from multiprocessing import Pool\nPool()"), "processes");
    assert.equal(lack("input()"), "keyboard");
    assert.equal(lack("raise OSError(2, 'no')"), undefined);
    assert.equal(python(">>> import numpy", true).lack, undefined, "of a session that is as its note has it");
    assert.equal(python("import numpy", true).lack, "modules");
  });

  it("leaves nothing for the next", () => {
    check("x = 1", false, "");
    assert.match(python("x", false).output, /NameError/);
  });

  it("prints so much and no more", () => {
    const long = python("print('x' * 1000000)", false);
    assert.equal(long.output.length, OUTPUT);
    assert.ok(long.isFull);
    const many = python("for n in range(100000): print(n)", false);
    assert.ok(many.isFull && many.output.length < OUTPUT / 2, `${many.output.length} characters in short lines`);
    check("print('x' * 1000)", false, `${"x".repeat(1000)}\n`);
  });
});
