import collections
import contextlib
import dataclasses
import dataclasses as dc
from collections import OrderedDict, deque
from dataclasses import InitVar, dataclass
from dataclasses import InitVar as IV
from typing import ClassVar

import attr
import attrs
from attrs import define
from pydantic.dataclasses import dataclass as model


@dataclass
class Basket:
    items: list = []  # kept
    #^ []
    counts: "dict[str, int]" = {}
    #^ {}
    tags: set[str] = {"new"}
    #^ {"new"}
    squares: list[int] = [n * n for n in range(3)]
    #^ [n * n for n in range(3)]


@dataclasses.dataclass(order=True)
class Queue:
    waiting: deque = deque()
    #^ deque()
    limited: deque = deque(maxlen=3)
    #^ deque(maxlen=3)
    seen: dict = collections.Counter()
    #^ collections.Counter()
    names: list = list()
    #^ list()
    rows: list = [
    #^ [
        # the first row
        [1, 2],
    ]


@dc.dataclass
class Explicit:
    items: list = dc.field(default=[], repr=False)
    #^ []
    other: dict = dc.field(default=OrderedDict())
    #^ OrderedDict()


@dataclass
class Point:
    x: int = 0


class Counter:
    def __init__(self):
        self.n = 0

    def count(self):
        self.n += 1


class ByValue:
    def __eq__(self, other):
        return isinstance(other, ByValue)


@dataclass
class Shape:
    origin: Point = Point()
    #^ Point()
    corner: Point = Point(x=1)
    #^ Point(x=1)
    counter: Counter = Counter()
    #^ Counter()
    value: ByValue = ByValue()
    #^ ByValue()
    start: InitVar[list] = []
    #^ []
    quoted: "InitVar[list]" = []
    #^ []
    aliased: "IV[list]" = []
    #^ []
    dotted: "dc.InitVar" = []
    #^ []


@define
class Modern:
    items: list = []
    #^ []
    other: list = attrs.field(default=[])
    #^ []


@attr.s
class Classic:
    items = attr.ib(default={})
    #^ {}
    first = attr.ib([])
    #^ []
    ignored: list = []


@attr.s(auto_attribs=True)
class Auto:
    items: list = []
    #^ []


@dataclass
class ClassNames:
    first = 1
    items: list = [first]
    #^ [first]


@dataclass(frozen=True)
class Frozen:
    x: int = 0


class Constant:
    def __init__(self, x):
        self.x = x


class Hashed:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


@dataclass
class Fine:
    known: ClassVar[list] = []
    quoted: "ClassVar[list]" = []
    items: list = dataclasses.field(default_factory=list)
    size: InitVar[int] = 3
    pair: tuple = ()
    names: frozenset = frozenset()
    text: str = str()
    frozen: Frozen = Frozen()
    constant: Constant = Constant(1)
    hashed: Hashed = Hashed()
    none: list = dataclasses.field(default=None)
    unannotated = []


class NotDecorated:
    items: list = []


@model
class Copied:
    items: list = []


def shadowed(dataclass):
    @dataclass
    class Local:
        items: list = []

    return Local


def shadowed_builtin():
    def list():
        return ()

    @dataclass
    class Local:
        items: tuple = list()

    return Local


def test_refused(self):
    with self.assertRaises(ValueError):

        @dataclass
        class Refused:
            items: list = []


with contextlib.suppress(ValueError):

    @dataclass
    class Suppressed:
        items: list = []
