import collections
import collections as c
import typing as t
from collections import defaultdict
from collections.abc import Sequence
from types import MappingProxyType


def positional(item, bucket=None):
    #^ []
    if bucket is None:
        bucket = []
    bucket.append(item)


def keyword_only(*, seen=None):
    #^ {"a"}
    if seen is None:
        seen = {"a"}
    seen.add("b")


async def coroutine(cache=None):
    #^ {}
    if cache is None:
        cache = {}
    cache["k"] = 1


late = lambda x, acc=[]: acc.append(x)
#^ []


def constructors(a=None, b=None, d=None, e=None):
    #^ list()
    #^ c.defaultdict(int)
    #^ defaultdict(list)
    #^ [n for n in range(3)]
    if a is None:
        a = list()
    if b is None:
        b = c.defaultdict(int)
    if d is None:
        d = defaultdict(list)
    if e is None:
        e = [n for n in range(3)]
    a.append(b), d, e


def annotated(names: list[str] | None = None, index: "dict[str, int] | None" = None, extra: list | None = None):
    #^ []
    #^ {}
    #^ []
    """Keep the docstring first."""
    # and the comment
    if names is None:
        names = []
    if index is None:
        index = {}
    if extra is None:
        extra = []
    return names, index, extra


def broken_promise(names: Sequence[str] | None = None):
    #^ []
    if names is None:
        names = []
    names.append("more")


def broken_by_targets(a: Sequence | None = None, b: Sequence | None = None, c: Sequence | None = None, d: Sequence | None = None):
    #^ []
    #^ []
    #^ []
    #^ []
    if a is None:
        a = []
    if b is None:
        b = []
    if c is None:
        c = []
    if d is None:
        d = []
    for a[0] in "abc":
        (b[0], *c[1:]) = "abc"
    with open("file") as d[0]:
        pass


class Basket:
    default = 3

    def fill(self, items=[default]):
        #^ [default]
        return items


def one_line(a=[]): return a
#^ []


def multi_line(
    options=None,
):
    if options is None:
        options = {
        #^ {
            # what most callers want
            "depth": 3,
        }
    return options


def annotated_inside(options: dict[str, Any] | None = None, hooks: list[Callable[[], None]] | None = None):
    #^ {}
    #^ []
    if options is None:
        options = {}
    if hooks is None:
        hooks = []
    return options, hooks


def further_left(
    options=None,
):
    if options is None:
        options = {
        #^ {
            "text": """
as it is
""",

            "depth":
        3,
        }
    return options


def fine(a=None, b=(), d=frozenset(), e=MappingProxyType({}), f="x", g=0):
    return a, b, d, e, f, g


def promised(names: Sequence[str] = []):
    return len(names)


def promised_among_targets(names: Sequence[str] = [], numbers: Sequence[int] = []):
    for name in names[1:]:
        first, second = names[0], numbers[0] + 1
    with open(names[0]) as file:
        file.write(first + second)


def promised_mapping(names: t.Mapping[str, int] = {}):
    return names["a"]


def memo(n, _memo={}):
    return _memo.setdefault(n, n)


def shadowed():
    def list():
        return ()

    def inner(a=list()):
        return a

    return inner


def call_not_default(a):
    return collections.OrderedDict(a=[])


def look_alike(a=c.namedtuple("P", "x"), b=t.cast(int, 3)):
    return a, b


def argument():
    return positional(1, bucket=[])


def promised_in_quotes(item: "Sequence[int]" = []):
    return len(item)


def promised_or_none(item: t.Optional[Sequence] = [], other: Sequence[int] | None = []):
    return len(item or other)
