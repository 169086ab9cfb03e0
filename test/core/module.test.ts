import assert from "node:assert/strict";
import { ask, prepareToAsk, qualifiedName, typeName } from "../support/ask.ts";

const resolves = (name: string | null, ...texts: string[]) => {
  for (const text of texts) assert.equal(qualifiedName(text), name, text);
};

const typed = (name: string | null, ...texts: string[]) => {
  for (const text of texts) assert.equal(typeName(text), name, text);
};

describe("Module", () => {
  before(prepareToAsk);

  it("follows imports however they are written", () => {
    resolves(
      "threading.Thread",
      "import threading\n«threading.Thread»()",
      "import threading as t\n«t.Thread»()",
      "from threading import Thread\n«Thread»()",
      "from threading import Thread as T\n«T»()",
      "from threading import (\n    Lock,\n    Thread,\n)\n«Thread»",
      "import threading\nT = threading.Thread\n«T»()",
      "import threading\nt = threading\nT = t.Thread\n«T»()",
      "def f():\n    import threading\n    «threading.Thread»()",
      "try:\n    from threading import Thread\nexcept ImportError:\n    Thread = None\n«Thread»",
      "if TYPE_CHECKING:\n    from threading import Thread\n«Thread»",
      "import threading\n(«threading.Thread»)",
    );
    resolves(
      "os.path.join",
      "import os.path\n«os.path.join»",
      "from os import path\n«path.join»",
      "import os.path as p\n«p.join»",
    );
    resolves(".sibling.name", "from .sibling import name\n«name»");
    resolves("..pkg", "from .. import pkg\n«pkg»");
  });

  it("knows builtins until something in the file takes their name", () => {
    resolves(
      "builtins.open",
      "«open»(p)",
      "def f():\n    return «open»(p)",
      "class A:\n    def open(self): return «open»(p)",
    );
    resolves(
      null,
      "from os import *\n«open»(p)",
      "def open(): ...\n«open»(p)",
      "def f(open):\n    «open»(p)",
      "open = 3\ndef f():\n    «open»",
      "for open in x:\n    «open»",
      "with x as open:\n    «open»",
      "try: ...\nexcept E as open:\n    «open»",
      "[«open» for open in x]",
      "if (open := f()):\n    «open»",
      "lambda open: «open»",
      "match x:\n    case [open, *rest]:\n        «open»",
      "class A:\n    open = 3\n    y = «open»",
      "def f():\n    global open\n    open = 3\n«open»",
      "def f[open](x: «open»): ...",
      "f(«open»=3)",
      "x.«open»",
    );
  });

  it("is silent where bindings disagree", () => {
    resolves(
      null,
      "import a\nimport b as a\n«a»",
      "from time import sleep\nsleep = fake\n«sleep»",
      "try:\n    import json5 as json\nexcept ImportError:\n    import json\n«json»",
      "def f():\n    import a\n    def g():\n        nonlocal a\n        a = 3\n    «a»",
      "a = b\nb = a\n«a»",
    );
    resolves("m.open", "from m import open\ndel open\n«open»");
  });

  it("has Python's scopes", () => {
    resolves("m.x", "from m import x\nclass A:\n    x = 3\n    def f(self): return «x»");
    resolves("m.x", "from m import x\ny = [x for x in «x»]");
    resolves("m.x", "from m import x\ndef f(x=«x»): ...");
    resolves("m.x", "from m import x\n@«x»\ndef x(): ...".replace("def x", "def y"));
    resolves("m.x", "from m import x\nclass A(«x»):\n    x = 3");
    resolves(null, "from m import x\ny = [«x» for x in z]");
    resolves(null, "from m import x\ny = [z for z in w for x in z if «x»]");
    resolves("m.x", "from m import x\ndef f(a: «x», x=1): ...");
    resolves("m.x", "from m import x\ndef f():\n    def g():\n        return «x»");
  });

  it("knows what made a value, where the file shows it", () => {
    typed("builtins.list", "x = []\n«x»", "«[n for n in y]»", "def f(x: list[int]): «x»", "x = y = []\n«y»");
    typed("builtins.open", "with open(p) as f:\n    «f»", "f = open(p)\n«f»");
    typed("queue.Queue", "import queue\ndef f(q: queue.Queue): «q»", "from queue import Queue\nq: Queue = make()\n«q»");
    typed(
      "threading.Lock",
      "import threading\nclass A:\n    def __init__(self):\n        self.l = threading.Lock()\n    def f(self):\n        «self.l»",
    );
    typed(".Pool", "class Pool: ...\nx = Pool()\n«x»");
    typed(null, "x = []\nx = {}\n«x»", "def f(x): «x»", "for x in y: «x»", "x, y = [], []\n«x»", "x = await f()\n«x»");
  });

  it("finds definitions and references", () => {
    const line = (text: string) =>
      ask(text, (module, node) => (module.definitionOf(node)?.startPosition.row ?? -1) + 1);
    assert.equal(line("def f(): ...\n«f»()"), 1);
    assert.equal(line("class A:\n    def m(self): ...\n    def n(self): «self.m»()"), 2);
    assert.equal(line("class A:\n    def m(s): ...\n    @staticmethod\n    def n(s): «s.m»()"), 0);
    assert.equal(line("f = lambda: 1\n«f»()"), 1);
    assert.equal(line("def f(): ...\ndef f(): ...\n«f»()"), 0);
    assert.equal(line("def n(self): «self.m»()"), 0);
    const uses = (text: string) =>
      ask(text, (module, node) => {
        const scope = module.lookup(node.text, module.scopeOf(node));
        return scope ? module.references(node.text, scope).map((one) => one.startPosition.row + 1) : [];
      });
    assert.deepEqual(uses("«x» = 1\nprint(x)\ndef f(x): x\ndef g(): x\ny.x\nf(x=1)\nxx"), [1, 2, 4]);
    assert.deepEqual(uses("from x import x as x\nfrom x import x\nimport y.x\nimport x as y\n«x»"), [1, 2, 5]);
  });
});
