import assert from "node:assert/strict";
import type { Finding } from "../../server/src/core/api.ts";
import type { Catalog } from "../../server/src/core/notes/catalog.ts";
import { applyEdits, chooseFixes, editsOf, fixAll } from "../../server/src/core/rules/apply.ts";
import { safeFix } from "../../server/src/core/rules/rule.ts";
import { t } from "../../server/src/core/words.ts";
import { withFile } from "../support/cases.ts";
import { glossWith, testGloss } from "../support/gloss.ts";

describe("fixes", () => {
  it("writes fixes that Python reads: behind a byte-order mark, `import*`, a form feed, and lines that end in a lone carriage return", async () => {
    const gloss = await testGloss();
    const fixed = (text: string) => fixAll(gloss, "x.py", text, ({ fixes }) => fixes[0]).text;
    assert.equal(
      fixed("\ufeffdef f(x: str):\n    return eval(x)\n"),
      "\ufeffimport ast\n\ndef f(x: str):\n    return ast.literal_eval(x)\n",
    );
    assert.equal(fixed("from opcode import*\nprint(opmap)\n"), "from opcode import opmap\nprint(opmap)\n");
    const opened = (inner: string) => `def f(p):\n    a = open(p)\n${inner}    a.close()\n`;
    const fed = opened("\f    a.read()\n");
    assert.equal(fixed(fed), fed);
    assert.equal(
      fixed(opened("    if p:\n  \f        a.read()\n")),
      "def f(p):\n    with open(p) as a:\n        if p:\n  \f            a.read()\n",
    );
    assert.match(
      fixed("import asyncio\rasync def f():\r    asyncio.create_task(g())  # c\r    await h()\r"),
      /g\(\)\) {2}# c\s+background_tasks\.add/,
    );
  });

  it("rewrites nothing whose code an f-string shows", async () => {
    const gloss = await testGloss();
    const shown = [
      'f"{x == None=}"',
      'f"{x is 5 = }"',
      'f"{list()=!r}"',
      'f"{(lambda: x == None)() = :>{w}}"',
      't"{x == None}"',
      'rT"{list()}"',
      "t\"{f'{list()}'}\"",
    ];
    for (const text of shown)
      assert.equal(fixAll(gloss, "x.py", `${text}\n`, ({ fixes }) => fixes[0]).applied, 0, text);
    assert.equal(fixAll(gloss, "x.py", 'f"{x == None}"\n', ({ fixes }) => fixes[0]).text, 'f"{x is None}"\n');
  });

  it("leaves a call of __import__ to somebody who has put his own there", async () => {
    const gloss = await testGloss();
    const count = (text: string) => fixAll(gloss, "x.py", text, ({ fixes }) => fixes[0]).applied;
    const call = '__import__("foo")\n';
    assert.equal(count(call), 1);
    assert.equal(count(`import builtins\nbuiltins.__import__ = tracking\n${call}`), 0);
    assert.equal(count(`with patch("builtins.__import__", tracking):\n    ${call}`), 0);
  });

  it("takes an assignment away safely only where a list is sorted", async () => {
    const gloss = await testGloss();
    const safely = (text: string) => fixAll(gloss, "x.py", text, ({ fixes }) => fixes.find(({ safe }) => safe)).text;
    assert.equal(safely("x = [2, 1]\nx = x.sort(reverse=True)\n"), "x = [2, 1]\nx.sort(reverse=True)\n");
    const mixed = "from random import shuffle as mix\n\n\ndef f(x):\n    ";
    assert.equal(safely(`${mixed}x = mix(x)\n    return x\n`), `${mixed}mix(x)\n    return x\n`);
    const unknown = "def f(x):\n    x = x.sort(reverse=True)\n    return x\n";
    assert.equal(safely(unknown), unknown);
  });

  it("does not end a comparison of None with a literal by turns", async () => {
    const { text, applied } = fixAll(await testGloss(), "x.py", "5 is None\n5 == None\n", ({ fixes }) => fixes[0]);
    assert.deepEqual([text, applied], ["5 is None\n5 == None\n", 0]);
  });

  it("advises a list of arguments only where a shell does nothing else", async () => {
    const gloss = await testGloss();
    const said = (command: string) =>
      withFile(gloss, "x.py", `import os\nos.system("${command}")\n`, (file) => file.findings()[0]?.message ?? "");
    assert.match(said("git status"), /a list of arguments needs none/);
    for (const command of ["ls | wc -l", "ls *.py", "echo $HOME", "cd /tmp && ls"])
      assert.match(said(command), /safe as long as no other text gets into it/, command);
  });

  it("calls no repair of `is` safe that lets False and True pass for 0 and 1, or meets a new object", async () => {
    for (const literal of ["0", "1", "0x0", "1.0", "(1)", "-0", "-0.0", "+1", "~-1", "(0,)", "(2, (True,))"]) {
      const text = `x is ${literal}\n`;
      const gloss = await testGloss();
      assert.equal(fixAll(gloss, "x.py", text, ({ fixes }) => fixes.find(({ safe }) => safe)).applied, 0, literal);
      assert.equal(fixAll(gloss, "x.py", text, ({ fixes }) => fixes[0]).applied, 1, literal);
    }
    // A tuple of names is a new object, so the comparison was never true.
    const made = fixAll(await testGloss(), "x.py", "x is (y, z)\n", ({ fixes }) => fixes.find(({ safe }) => safe));
    assert.equal(made.applied, 0);
    for (const literal of ["2", "-1", "~0", "(2, -1)", "'1'"]) {
      const text = `x is ${literal}\n`;
      const { applied } = fixAll(await testGloss(), "x.py", text, ({ fixes }) => fixes.find(({ safe }) => safe));
      assert.equal(applied, 1, literal);
    }
  });

  it("takes what nothing is said of for anything, an array as well", async () => {
    const safe = async (type: string, value: string) => {
      const text = `def f(x: ${type}, it):\n    y = ${value}\n    return y == None\n`;
      return fixAll(await testGloss(), "x.py", text, ({ fixes }) => fixes.find((fix) => fix.safe)).applied;
    };
    assert.equal(await safe("int", "x"), 1);
    assert.equal(await safe("object", "str(x)"), 1);
    for (const type of ["object", "any", "callable"]) assert.equal(await safe(type, "x"), 0, type);
    for (const value of ["getattr(it, 'x')", "next(it, None)", "max(it)", "eval(it)"])
      assert.equal(await safe("int", value), 0, value);
  });

  it("calls it safe to give a wrapper the original's signature only if it hands on all it takes", async () => {
    const safe = async (line: string, taken = "f") => {
      const text = `def d(${taken}):\n    def w(*args, **kwargs):\n        ${line}\n        return f(*args, **kwargs)\n    return w\n`;
      return fixAll(await testGloss(), "x.py", text, ({ fixes }) => fixes.find((fix) => fix.safe)).applied;
    };
    assert.equal(await safe("print(args, kwargs)"), 1);
    assert.equal(await safe("retry(lambda: f(*args, **kwargs))"), 1);
    assert.equal(await safe("pass", "f: Callable[[int], str]"), 1);
    assert.equal(await safe("pass", "f: Callable[[int], str] = None"), 0);
    for (const line of [
      "args = args[1:]",
      "kwargs.pop('x')",
      "del kwargs['x']",
      "kwargs |= {'x': 1}",
      "f(*args[1:])",
      "retry(lambda: f(1, *args, **kwargs))",
      "retry(lambda *args: f(*args, **kwargs))",
    ]) {
      assert.equal(await safe(line), 0, line);
    }
    // What the file decorates shows a docstring of the wrapper, which the line would take away.
    const described = "def d(f):\n    def w(*a, **k):\n        'Says it.'\n        return f(*a, **k)\n    return w\n";
    const text = `${described}@d\ndef g(): pass\n`;
    const [found] = withFile(await testGloss(), "x.py", text, (file) => file.findings());
    assert.equal(found?.fixes[0]?.safe, false);
  });

  it("gives no factory to what is no field of a dataclass, by whatever name a quoted annotation says so", async () => {
    const fixes = async (imports: string, annotation: string) => {
      const text = `${imports}\nfrom dataclasses import dataclass\n@dataclass\nclass A:\n    a: ${annotation} = []\n`;
      return fixAll(await testGloss(), "x.py", text, ({ fixes: [fix] }) => fix).applied;
    };
    const [classVar, initVar] = ["from typing import ClassVar as CV", "from dataclasses import InitVar as IV"];
    for (const quoted of ['"CV[list]"', "'CV'"]) assert.equal(await fixes(classVar, quoted), 0, quoted);
    assert.equal(await fixes("import typing as t", '"t.ClassVar[list]"'), 0);
    assert.equal(await fixes(initVar, '"IV[list]"'), 0);
    // There the quotes are two, so that dataclasses see a field of whatever type.
    assert.equal(await fixes(`from __future__ import annotations\n${initVar}`, '"IV[list]"'), 1);
    assert.equal(await fixes(`from __future__ import annotations\n${initVar}`, "IV[list]"), 0);
    assert.equal(await fixes(classVar, '"list"'), 1);
  });

  it("calls no setdefault safe that may be asked to hash what has no hash", async () => {
    const gloss = await testGloss();
    const filled = (body: string) => `def f(d: dict, k, p):\n    if k not in d:\n${body}`;
    for (const [body, isSafe] of [
      ["        d[k] = {1}\n", true],
      ["        d[k] = [p]\n", true],
      ["        d[k] = {p}\n", false],
      ["        d[k] = {p: 1}\n", false],
      ["        d[k] = [p]\n    else:\n        d[k].append(p)\n", true],
      ["        d[k] = {1}\n    else:\n        d[k].add(1)\n", true],
      ["        d[k] = {p}\n    else:\n        d[k].add(p)\n", false],
    ] as const) {
      const [found] = withFile(gloss, "x.py", filled(body), (file) => file.findings());
      assert.equal(found?.fixes[0]?.safe, isSafe, body);
    }
    // What an attribute gives may be another thing each time.
    for (const [key, isSafe] of [
      ["(k, 1)", true],
      ["k.x", false],
      ["(k, p.x)", false],
    ] as const) {
      for (const text of [
        `if ${key} not in d: d[${key}] = []`,
        `try: d[${key}]\n    except KeyError: d[${key}] = []`,
      ]) {
        const [found] = withFile(gloss, "x.py", `def f(d: dict, k, p):\n    ${text}\n`, (file) => file.findings());
        assert.equal(found?.fixes[0]?.safe, isSafe, text);
      }
    }
  });

  it("calls no repair safe that changes what another name for the object shows", async () => {
    for (const kept of ["kept = rows", "show(rows)", "pair = [rows]", "kept = (row for row in rows)"]) {
      const text = `def f(given):\n    rows = list(given)\n    ${kept}\n    best = rows.sort()\n    return best\n`;
      const { applied } = fixAll(await testGloss(), "x.py", text, ({ fixes }) => fixes.find(({ safe }) => safe));
      assert.equal(applied, 0, kept);
    }
    const alone =
      "def f(given):\n    rows = list(given)\n    rows.append(1)\n    best = rows.sort()\n    return best\n";
    const { applied } = fixAll(await testGloss(), "x.py", alone, ({ fixes }) => fixes.find(({ safe }) => safe));
    assert.equal(applied, 1);
  });

  it("keeps a task under no name that a star import may have brought", async () => {
    const gloss = await testGloss();
    const fixed = (inner: string, line = "") => {
      const text = `import asyncio\nfrom helpers import *\n\n\nasync def go():\n    ${inner}\n${line}`;
      return fixAll(gloss, "x.py", text, ({ fixes }) => fixes.find((fix) => fix.safe)).text;
    };
    assert.match(
      fixed("asyncio.create_task(work())\n    asyncio.create_task(work())"),
      /( {4}task = .*\s.*\s.*\s){2}$/,
    );
    assert.match(fixed("asyncio.create_task(task())"), / {4}background_task = asyncio/);
    for (const line of ["background_tasks.add(1)\n", "def f():\n    print(background_tasks)\n"])
      assert.doesNotMatch(fixed("asyncio.create_task(work())", line), /= /, line);
    assert.doesNotMatch(fixed("asyncio.create_task(work())\n    eval('task')"), /= /);
  });

  it("awaits the sleep of the loop that a file runs on, and calls it safe where no lock may be held", async () => {
    const gloss = await testGloss();
    const fixed = (imports: string, line = "time.sleep(1)") => {
      const text = `import time, ${imports}\n\n\nasync def f(lock):\n    ${line}\n`;
      return fixAll(gloss, "x.py", text, ({ fixes }) => fixes.find((fix) => fix.safe)).text;
    };
    for (const [imports, awaited] of [
      ["asyncio", "asyncio"],
      ["trio", "trio"],
      ["curio", "curio"],
      ["asyncio, anyio", "anyio"],
    ]) {
      assert.match(fixed(`${imports}`), new RegExp(` await ${awaited}\\.sleep\\(1\\)`), imports);
    }
    assert.match(fixed("trio, asyncio"), / {4}time\.sleep/);
    assert.match(fixed("asyncio", "with lock: time.sleep(1)"), / time\.sleep/);
    assert.match(fixed("asyncio", "async with lock: time.sleep(1)"), / await asyncio/);
    assert.match(fixed("asyncio", "lock.acquire()\n    time.sleep(1)\n    lock.release()"), / time\.sleep/);
    assert.match(fixed("asyncio", "await lock.acquire()\n    time.sleep(1)\n    lock.release()"), / await asyncio\.sl/);
  });

  it("calls no new name for a hidden builtin safe where a text may look for the old one", async () => {
    const gloss = await testGloss();
    const safe = (line: string) => {
      const text = `from os import *\n\n\ndef f(x):\n    max = x\n    ${line}\n    return max\n`;
      return fixAll(gloss, "x.py", text, ({ fixes }) => fixes.find((fix) => fix.safe)).applied;
    };
    for (const line of ['print(x["max"], "maximal")', "x.vars = dict(eval=3)"]) assert.equal(safe(line), 1, line);
    for (const line of ['x.query("a < @max")', "x.format(**locals())", "x(locals)", "x._getframe().f_locals"])
      assert.equal(safe(line), 0, line);
  });

  it("calls a copy to iterate over safe only where the loop does nothing but take away", async () => {
    const gloss = await testGloss();
    const fixes = (head: string, ...lines: string[]) => {
      const text = `def f(d, items):\n    for ${head}:\n${lines.map((line) => `        ${line}\n`).join("")}`;
      return withFile(gloss, "x.py", text, (file) => file.findings()[0]?.fixes.map(({ safe }) => safe) ?? []);
    };
    assert.deepEqual(fixes("k in d.keys()", "d.pop(k)", "del d[0]", "items[k] = 3", "items.append(k)"), [true]);
    assert.deepEqual(fixes("k, v in d.items()", "d.update(b=10)"), [false]);
    for (const line of ["d[9] = k", "d[k] += 1", "d.setdefault(3)", "d |= items"])
      assert.deepEqual(fixes("k in d.keys()", "d.pop(k)", line), [false], line);
    assert.deepEqual(fixes("i, x in enumerate(items)", "items.remove(x)"), [false]);
    for (const line of ["del items[i]", "items.pop(i)", "items.insert(i + 1, x)"])
      assert.deepEqual(fixes("i, x in enumerate(items)", line), [], line);
  });

  it("says of a default whether a positional argument can replace it", async () => {
    const title = async (parameters: string) =>
      withFile(await testGloss(), "x.py", `for n in x:\n    y.append(lambda ${parameters}: n)\n`, (file) =>
        file.findings().flatMap(({ fixes }) => fixes.map((fix) => fix.title)),
      );
    assert.match((await title("k=1")).join(), /one more positional argument would replace it/);
    for (const only of ["*, k=1", "*rest"]) assert.match((await title(only)).join(), /one more parameter/, only);
  });

  it("moves whole lines under a guard, or nothing", async () => {
    const pool = "import multiprocessing as mp\n~mp.Pool().map(work, [1])^\n";
    const fixed = async (before: string, behind: string) => {
      const text = pool.replace("~", before).replace("^", behind);
      return fixAll(await testGloss(), "x.py", text, ({ fixes }) => fixes[0]).applied;
    };
    assert.deepEqual([await fixed("", ""), await fixed("import os; ", ""), await fixed("", "; import os")], [1, 0, 0]);
  });

  it("takes no backslash at the end of a line for a part of the code", async () => {
    const gloss = await testGloss();
    for (const text of [
      "def f(x):\n    return x ==~ None\n",
      "def f(x):\n    return eval(~ x)\n",
      "def f(rows):\n    return open(~ rows).read()\n",
      "import threading\nthreading.Thread(target=print,~ args=(1,)).isAlive()\n",
    ]) {
      const rules = (one: string) => withFile(gloss, "x.py", one, (file) => file.findings().map(({ rule }) => rule));
      assert.notDeepEqual(rules(text.replace("~", "")), []);
      assert.deepEqual(rules(text.replace("~", " \\\n")), rules(text.replace("~", "")), text);
    }
  });

  it("does not add the same line for ever where the indentation is wrong", async () => {
    const text =
      "case typing import x\nclass Pair:\n    x: int\n\n            def __eq__(self, other):\n        return True\n";
    const { applied } = fixAll(await testGloss(), "x.py", text, ({ fixes }) => fixes.find(({ safe }) => safe));
    assert.equal(applied, 0);
  });

  it("offers no fix that contradicts itself or changes nothing", async () => {
    const entry = { id: "bad", severity: "hint", message: "bad", calls: [], query: "(none) @finding" } as const;
    const catalog: Catalog = { topics: [], notes: [], triggers: [], rules: [entry], paths: [] };
    const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text });
    const fix = () => [
      safeFix(t`twice`, edit(0, 3, "a"), edit(2, 4, "b")),
      safeFix(t`backwards`, edit(3, 1, "a")),
      safeFix(t`nothing`, edit(0, 4, "None")),
      safeFix(t`right`, edit(0, 4, "0")),
    ];
    const gloss = await glossWith({ catalog, rules: { bad: { fix } } });
    const titles = withFile(gloss, "x.py", "None\n", (file) => file.findings()[0]?.fixes.map(({ title }) => title));
    assert.deepEqual(titles, ["right"]);
  });

  it("applies fixes with the file's own line ends, and what overlaps in the next round", async () => {
    const gloss = await testGloss();
    const { text } = fixAll(
      gloss,
      "x.py",
      "def f(a=[], b={}):\r\n    return a, b\r\n",
      (finding) => finding.fixes[0] ?? null,
    );
    const body = "    if a is None:\r\n        a = []\r\n    if b is None:\r\n        b = {}\r\n    return a, b\r\n";
    assert.equal(text, `def f(a=None, b=None):\r\n${body}`);
  });

  it("chooses fixes that do not touch, wherever their edits stand", () => {
    const finding = (...places: [number, number][]): Finding => {
      const edits = places.map(([start, end]) => ({ span: { start, end }, text: "_" }));
      const span = { start: 0, end: 0 };
      const fixes = [{ title: "", safe: true, edits }];
      return { rule: "", severity: "hint", span, message: "", related: [], fixes };
    };
    const findings = [finding([5, 6], [0, 2]), finding([1, 3]), finding(), finding([3, 4])];
    const chosen = chooseFixes(findings, ({ fixes }) => fixes[0]);
    assert.equal(chosen.length, 2);
    assert.equal(applyEdits("abcdefg", editsOf(chosen), "\n"), "_c_e_g");
  });
});
