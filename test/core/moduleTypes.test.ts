import { prepareToAsk, table, typeName } from "../support/ask.ts";

/** What made the value between «», or null where the file does not show it. */
const types = (title: string, rows: readonly (readonly [string, string, string | null])[]) =>
  describe(title, () => table(typeName, rows));

const inClass = (body: string) => `import threading\nclass A:\n${body.replace(/^/gm, "    ")}`;

describe("types that the file shows", () => {
  before(prepareToAsk);

  types("names", [
    ["bound to displays", "x = []\n«x»", "builtins.list"],
    ["bound to comprehensions", "x = {k: 1 for k in y}\n«x»", "builtins.dict"],
    ["bound to generators", "x = (k for k in y)\n«x»", "types.GeneratorType"],
    ["bound to literals", "x = b''\n«x»", "builtins.bytes"],
    ["bound to calls", "from queue import Queue as Q\nx = Q()\n«x»", "queue.Queue"],
    ["bound to classes of the file", "class A: ...\nx = A()\n«x»", ".A"],
    ["bound to names", "x = []\ny = x\n«y»", "builtins.list"],
    ["bound by a walrus", "if (x := []): «x»", "builtins.list"],
    ["bound in one of two ways", "x = [] if y else [1]\n«x»", "builtins.list"],
    ["bound in two ways", "x = [] if y else {}\n«x»", null],
    ["bound twice alike", "x = []\nx = list(y)\n«x»", "builtins.list"],
    ["bound twice unlike", "x = []\nx = {}\n«x»", null],
    ["that grow stay what they are", "x = []\nx += y\n«x»", "builtins.list"],
    ["that count may change", "x = 0\nx += y\n«x»", null],
    ["bound in with", "with open(p) as f: «f»", "builtins.open"],
    ["bound in with, among others", "with (a as b, open(p) as f): «f»", "builtins.open"],
    ["bound in async with", "async def g():\n    async with S() as s: «s»\nfrom m import S", "m.S"],
    ["of exceptions", "try: ...\nexcept OSError as e: «e»", "builtins.OSError"],
    ["of several exceptions", "try: ...\nexcept (OSError, E) as e: «e»", null],
    ["of exceptions that are gone", "try: ...\nexcept OSError as e: ...\n«e»", null],
    ["bound in loops", "for x in y: «x»", null],
    ["bound in loops over displays", "for x in [[], list(y)]: «x»", "builtins.list"],
    ["bound in loops over unlike items", "for x in [[], None]: «x»", null],
    ["bound in loops over comprehensions", "z = [[] for _ in y]\nfor x in z: «x»", "builtins.list"],
    ["bound in loops over what gets more", "z = [[] for _ in y]\nz.append(y)\nfor x in z: «x»", null],
    ["bound in loops over what is changed", "z = [[] for _ in y]\nz[0] = y\nfor x in z: «x»", null],
    ["bound in comprehensions", "[«x» for x in ([], [])]", "builtins.list"],
    ["bound in loops, in part", "for x, y in [[], []]: «x»", null],
    ["bound to parts", "x, y = [], []\n«x»", null],
    ["that were awaited", "import m\nx = await m.f()\n«x»", null],
    ["of a shadowed class", "def f(list):\n    x = list()\n    «x»", null],
    ["given the result of their own method", "x = []\nx = x.sort()\n«x»", "builtins.list"],
    ["of another scope", "x = []\ndef f(): «x»", "builtins.list"],
    ["of parameters", "def f(x): «x»", null],
  ]);

  types("annotations", [
    ["of parameters", "from queue import Queue\ndef f(q: Queue): «q»", "queue.Queue"],
    ["with parameters of their own", "def f(x: list[int]): «x»", "builtins.list"],
    ["of parameters with defaults", "def f(x: list = None): «x»", "builtins.list"],
    ["of variables", "from queue import Queue\nq: Queue = make()\n«q»", "queue.Queue"],
    ["without a value", "from queue import Queue\nq: Queue\n«q»", "queue.Queue"],
    ["that say too little", "def f(x: list | None): «x»", null],
    ["of star parameters", "def f(*x: list): «x»", "builtins.tuple"],
    ["of double star parameters", "def f(**x): «x»", "builtins.dict"],
    ["that mean type parameters", "def f[list](x: list): «x»", null],
  ]);

  const pool = "from concurrent.futures import as_completed, ThreadPoolExecutor as P\n";
  types("results of methods", [
    ["that make futures", `${pool}with P() as p:\n    f = p.submit(g)\n    «f»`, "concurrent.futures.Future"],
    ["in comprehensions", `${pool}p = P()\nfor f in [p.submit(g) for x in y]: «f»`, "concurrent.futures.Future"],
    ["through as_completed", `${pool}for f in as_completed(fs): «f»`, "concurrent.futures.Future"],
    ["of something unknown", "f = p.submit(g)\n«f»", null],
  ]);

  const set = (value: string) =>
    inClass(`def __init__(self, q: threading.Event):\n    ${value}\ndef f(self): «self.x»`);
  types("attributes", [
    ["set in __init__", set("self.x = threading.Lock()"), "threading.Lock"],
    ["set from a parameter", set("self.x = q"), "threading.Event"],
    ["that are annotated", set("self.x: threading.Lock = make()"), "threading.Lock"],
    ["set in a chain", set("y = self.x = []"), "builtins.list"],
    ["set twice unlike", set("self.x = []; self.x = {}"), null],
    ["that are None at first", set("self.x = None; self.x = threading.Lock()"), "threading.Lock"],
    ["that are always None", set("self.x = None"), "None"],
    ["set to parts", set("self.x, y = [], []"), null],
    ["set to parts, too", set("self.x = []; self.x, y = f()"), null],
    ["set by a loop", set("self.x = []\n    for self.x in y: ..."), null],
    ["set by with", set("self.x = []\n    with y as self.x: ..."), null],
    ["set nowhere", set("self.y = []"), null],
    ["set in another method", inClass("def f(self): «self.x»\ndef g(this): this.x = []"), "builtins.list"],
    ["set in a closure", inClass("def f(self):\n    def g(): self.x = []\n    «self.x»"), "builtins.list"],
    ["set by the class", inClass("x = threading.Lock()\ndef f(self): «self.x»"), "threading.Lock"],
    ["declared by the class", inClass("x: threading.Lock\ndef f(self): «self.x»"), "threading.Lock"],
    ["set by the class and differently later", inClass("x = []\ndef f(self): self.x = {}; «self.x»"), null],
    ["that are methods", inClass("def x(self): ...\ndef f(self): «self.x»"), null],
    ["of attributes", inClass("def f(self): self.a.b = []; «self.a.b»"), "builtins.list"],
    ["of something else", inClass("def f(self, o): o.x = []; «o.x»"), null],
    ["of another class", inClass("class B:\n    def f(self): self.x = []\ndef f(self): «self.x»"), null],
    ["outside of a class", "def f(self):\n    self.x = []\n    «self.x»", null],
  ]);
});
