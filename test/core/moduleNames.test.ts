import { prepareToAsk, qualifiedName, table } from "../support/ask.ts";

/** What the name between «» means: by its full name, or null where the file does not tell. */
const names = (title: string, rows: readonly (readonly [string, string, string | null])[]) =>
  describe(title, () => table(qualifiedName, rows));

describe("names of one file", () => {
  before(prepareToAsk);

  names("class scopes", [
    ["are not seen by methods", "from m import x\nclass A:\n    x = 3\n    def f(self): return «x»", "m.x"],
    ["are not seen by lambdas", "from m import x\nclass A:\n    x = 3\n    f = lambda self: «x»", "m.x"],
    ["are not seen by nested classes", "from m import x\nclass A:\n    x = 3\n    class B:\n        y = «x»", "m.x"],
    ["are seen by their own body", "from m import x\nclass A:\n    x = 3\n    y = «x»", null],
    ["may hold imports", "class A:\n    from m import x\n    y = «x»", "m.x"],
    ["keep imports from methods", "class A:\n    from m import x\n    def f(self): return «x»", null],
    ["are seen by defaults", "class A:\n    from m import x\n    def f(self, y=«x»): ...", "m.x"],
    ["are seen by decorators", "class A:\n    from m import x\n    @«x»\n    def f(self): ...", "m.x"],
    ["are seen by annotations", "class A:\n    from m import x\n    def f(self, y: «x»): ...", "m.x"],
    ["end before bases are read", "from m import x\nclass A(«x»):\n    x = 3", "m.x"],
    ["end before keywords are read", "from m import x\nclass A(metaclass=«x»):\n    x = 3", "m.x"],
  ]);

  names("comprehensions", [
    ["bind their targets", "from m import x\n[«x» for x in y]", null],
    ["keep their targets", "from m import x\n[x for x in y]\n«x»", "m.x"],
    ["read the first iterable outside", "from m import x\n[x for x in «x»]", "m.x"],
    ["read later iterables inside", "from m import x\n[z for z in w for x in «x»]", null],
    ["read conditions inside", "from m import x\n[z for x in w if «x»]", null],
    ["nest", "from m import x\n[[«x» for z in y] for x in w]", null],
    ["nest the first iterable, too", "from m import x\n[[z for z in «x»] for x in w]", null],
    ["do not see the class around them", "from m import x\nclass A:\n    x = 3\n    y = [«x» for z in w]", "m.x"],
    ["see its names in the first iterable", "class A:\n    from m import x\n    y = [z for z in «x»]", "m.x"],
    ["may be generators", "from m import x\nsum(«x» for x in y)", null],
    ["may make dictionaries", "from m import x\n{k: «x» for k, x in y}", null],
  ]);

  names("global and nonlocal", [
    ["global reads the module's name", "from m import x\ndef f():\n    global x\n    «x»", "m.x"],
    [
      "global passes functions in between",
      "from m import x\ndef f(x):\n    def g():\n        global x\n        «x»",
      "m.x",
    ],
    ["global rebinds for everybody", "from m import x\ndef f():\n    global x\n    x = 3\n«x»", null],
    ["global may import", "def f():\n    global x\n    import x\ndef g(): «x»", "x"],
    ["global in a class body", "from m import x\nclass A:\n    global x\n    x = 3\n«x»", null],
    ["global takes a builtin's name", "def f():\n    global open\n    open = 3\n«open»", null],
    ["a loop variable may be global", "from m import x\ndef f():\n    global x\n    for x in y: ...\n«x»", null],
    [
      "nonlocal reads the function around",
      "def f():\n    from m import x\n    def g():\n        nonlocal x\n        «x»",
      "m.x",
    ],
    [
      "nonlocal rebinds there",
      "def f():\n    from m import x\n    def g():\n        nonlocal x\n        x = 3\n    «x»",
      null,
    ],
    [
      "nonlocal stays with the function that has the name",
      "from m import x\ndef f():\n    «x»\n    def g():\n        x = 1\n        def h():\n            nonlocal x\n            x = 2",
      "m.x",
    ],
  ]);

  names("walrus", [
    ["binds", "from m import x\nif (x := f()): ...\n«x»", null],
    ["is an alias as good as any", "import m\nprint(y := m.x)\n«y»", "m.x"],
    ["binds outside of a comprehension", "from m import x\n[(x := y) for y in z]\n«x»", null],
    ["binds outside of all of them", "from m import x\n[[(x := y) for y in w] for w in z]\n«x»", null],
    ["binds in the function around", "from m import x\ndef f():\n    [(x := y) for y in z]\n«x»", "m.x"],
    ["binds in a lambda", "from m import x\nf = lambda: (x := 3)\n«x»", "m.x"],
    ["of a default binds outside of the function", "from m import x\ndef f(y=(x := 3)): ...\n«x»", null],
    ["may be global", "from m import x\ndef f():\n    global x\n    (x := 3)\n«x»", null],
  ]);

  names("except ... as", [
    ["binds in the handler", "from m import x\ntry: ...\nexcept E as x:\n    «x»", null],
    ["unbinds at its end", "from m import x\ntry: ...\nexcept E as x: ...\n«x»", "m.x"],
    ["does not reach the code before", "from m import x\n«x»\ntry: ...\nexcept E as x: ...", "m.x"],
    ["reaches blocks in the handler", "from m import x\ntry: ...\nexcept E as x:\n    if y:\n        «x»", null],
    ["may reach functions called from it", "from m import x\ntry: ...\nexcept E as x: ...\ndef f(): «x»", null],
    ["takes a builtin's name", "try: ...\nexcept E as open:\n    «open»(p)", null],
    ["may have a star", "from m import x\ntry: ...\nexcept* E as x:\n    «x»", null],
    ["is local to its function", "def f():\n    try: ...\n    except E as open: ...\n    «open»", null],
  ]);

  names("match", [
    ["captures", "from m import x\nmatch y:\n    case x:\n        «x»", null],
    ["captures in sequences", "from m import x\nmatch y:\n    case [1, x, *_]: ...\n«x»", null],
    ["captures rests", "from m import x\nmatch y:\n    case [1, *x]: ...\n«x»", null],
    ["captures values of mappings", 'from m import x\nmatch y:\n    case {"k": x}: ...\n«x»', null],
    ["captures rests of mappings", 'from m import x\nmatch y:\n    case {"k": 1, **x}: ...\n«x»', null],
    ["captures in classes", "from m import x\nmatch y:\n    case A(x): ...\n«x»", null],
    ["captures keywords' values", "from m import x\nmatch y:\n    case A(a=x): ...\n«x»", null],
    ["captures behind as", "from m import x\nmatch y:\n    case (1 | 2) as x: ...\n«x»", null],
    ["captures in tuples", "from m import x\nmatch y:\n    case 1, x: ...\n«x»", null],
    ["does not capture keywords", "from m import x\nmatch y:\n    case A(x=1): ...\n«x»", "m.x"],
    ["does not capture classes", "from m import x\nmatch y:\n    case x(1): ...\n«x»", "m.x"],
    ["does not capture values", "from m import x\nmatch y:\n    case x.V: ...\n«x»", "m.x"],
    ["does not capture the wildcard", "from m import f as _\nmatch y:\n    case _: ...\n«_»", "m.f"],
    ["reads its subject", "from m import x\nmatch «x»:\n    case 1: ...", "m.x"],
    ["reads guards", "from m import x\nmatch y:\n    case z if «x»: ...", "m.x"],
  ]);

  names("type parameters", [
    ["are seen in annotations", "from m import T\ndef f[T](x: «T»): ...", null],
    ["are seen in the body", "from m import T\ndef f[T](x):\n    «T»", null],
    ["are seen in bases", "from m import T\nclass A[T](B[«T»]): ...", null],
    ["are seen in methods", "from m import T\nclass A[T]:\n    def f(self, x: «T»): ...", null],
    ["are not seen behind", "from m import T\ndef f[T](x: T): ...\n«T»", "m.T"],
    ["are not seen by defaults' names", "from m import x\ndef f[T](y=«x»): ...", "m.x"],
    ["may have bounds", "from m import B\ndef f[T: «B»](x): ...", "m.B"],
    ["may be many", "from m import T\ndef f[*T, **P](x: «T»): ...", null],
    ["belong to aliases, too", "from m import T\ntype X[T] = list[«T»]", null],
    ["see the class they stand in", "class A:\n    from m import x\n    def f[T](self, y: «x»): ...", "m.x"],
    ["do not let the body see it", "class A:\n    from m import x\n    def f[T](self): «x»", null],
    ["an alias is a name", "from m import X\ntype X = int\n«X»", null],
  ]);

  names("star imports", [
    ["make builtins uncertain", "from m import *\n«open»", null],
    ["in functions, too", "from m import *\ndef f(): «open»", null],
    ["in branches", "if y:\n    from m import *\n«open»", null],
    ["leave the names of the file", "from m import *\nfrom n import open\n«open»", "n.open"],
  ]);

  names("del", [
    ["is no other meaning", "from m import x\n«x»\ndel x", "m.x"],
    ["makes a name local", "from m import x\ndef f():\n    del x\n    «x»", null],
    ["of several", "from m import x\ndef f():\n    del (y, x)\n    «x»", null],
    ["of an attribute is none", "from m import x\ndef f():\n    del x.y\n    «x»", "m.x"],
  ]);

  names("augmented assignment", [
    ["is another meaning", "from m import x\nx += 1\n«x»", null],
    ["makes a name local", "from m import x\ndef f():\n    x += 1\n    «x»", null],
    ["of an attribute is none", "import m\nm.x += 1\n«m.y»", "m.y"],
  ]);

  names("imports", [
    ["by name", "import time\n«time.sleep»", "time.sleep"],
    ["of a part bind the first name", "import a.b\n«a.c»", "a.c"],
    ["of two parts agree", "import a.b, a.c\n«a.b.f»", "a.b.f"],
    ["of a part under a name", "import a.b as c\n«c.f»", "a.b.f"],
    ["from a package", "from a import b\n«b.c»", "a.b.c"],
    ["under another name", "from a import b as c\n«c»", "a.b"],
    ["take the old name away", "from a import open as c\n«open»", "builtins.open"],
    ["from this package", "from . import b\n«b.c»", ".b.c"],
    ["from further up", "from ...a import b\n«b»", "...a.b"],
    ["in brackets", "from a import (\n    b,  # one\n    c as d,\n)\n«d»", "a.c"],
    ["in a function stay there", "def f():\n    import m\n«m»", null],
    ["in a function are seen by its functions", "def f():\n    import m\n    def g(): «m»", "m"],
    ["of builtins", "import builtins\n«builtins.open»", "builtins.open"],
    ["in a condition", "if y:\n    import m\n«m»", "m"],
    ["in both branches agree", "if y:\n    from m import x\nelse:\n    from m import x\n«x»", "m.x"],
    ["in both branches disagree", "if y:\n    from m import x\nelse:\n    from n import x\n«x»", null],
    ["for type checkers", "if TYPE_CHECKING:\n    from m import x\ndef f(y: «x»): ...", "m.x"],
    ["for type checkers, and at run time", "if typing.TYPE_CHECKING:\n    import m\nelse:\n    m = load()\n«m»", null],
    ["that may fail", "try:\n    import m\nexcept ImportError:\n    m = None\n«m.x»", "m.x"],
    ["that may fail in any way", "try:\n    import m\nexcept (OSError, AttributeError):\n    m = None\n«m»", "m"],
    ["that fail to another module", "try:\n    import m\nexcept ImportError:\n    import n as m\n«m»", null],
    ["that fail to the same module", "try:\n    from m import x\nexcept ImportError:\n    from m import x\n«x»", "m.x"],
    ["that fail to a function", "try:\n    from m import x\nexcept ImportError:\n    def x(): ...\n«x»", null],
    ["that did not fail", "try:\n    import m\nexcept OSError:\n    pass\nelse:\n    m = None\n«m»", null],
  ]);

  names("re-binding", [
    ["follows assignments", "import m\nx = m.f\ny = x\n«y»", "m.f"],
    ["follows modules", "import m\nn = m\n«n.f»", "m.f"],
    ["follows chains", "import m\na = b = m.f\n«a»", "m.f"],
    ["follows annotated assignments", "import m\na: Any = m.f\n«a»", "m.f"],
    ["passes declarations", "x: Any\nfrom m import x\n«x»", "m.x"],
    ["follows builtins", "o = open\n«o»", "builtins.open"],
    ["follows into functions", "import m\nx = m.f\ndef g(): «x»", "m.f"],
    ["stops at two meanings", "import m\nx = m.f\nx = m.g\n«x»", null],
    ["stops at calls", "import m\nx = m.f()\n«x»", null],
    ["stops at parts", "import m\nx, y = m.f\n«x»", null],
    ["stops at loops", "import m\nfor m in y: ...\n«m»", null],
    ["stops at circles", "a = b\nb = a\n«a»", null],
    ["stops at parameters", "import m\ndef f(m): «m»", null],
    ["stops at star parameters", "import m\ndef f(*m): «m»", null],
    ["stops at keyword-only parameters", "import m\ndef f(*, m=1): «m»", null],
    ["stops at lambdas' parameters", "import m\nlambda m: «m»", null],
    ["stops at functions", "import m\ndef m(): ...\n«m»", null],
    ["stops at classes", "import m\nclass m: ...\n«m»", null],
    ["stops at with", "import m\nwith y as m: ...\n«m»", null],
    ["stops at with, in brackets", "import m\nwith (y as m, z as w): ...\n«m»", null],
    ["stops at parts in with", "import m\nwith y as (m, w): ...\n«m»", null],
    ["is not done by keywords", "import m\nf(m=1)\n«m»", "m"],
    ["is not done by attributes", "import m\nx.m = 1\n«m»", "m"],
    ["is not done by items", "import m\nm[0] = 1\n«m»", "m"],
  ]);
});
