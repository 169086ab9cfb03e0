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
    items: list = dataclasses.field(default_factory=list)  # kept
    #^ []
    counts: "dict[str, int]" = dataclasses.field(default_factory=dict)
    #^ {}
    tags: set[str] = dataclasses.field(default_factory=lambda: {"new"})
    #^ {"new"}
    squares: list[int] = dataclasses.field(default_factory=lambda: [n * n for n in range(3)])
    #^ [n * n for n in range(3)]


@dataclasses.dataclass(order=True)
class Queue:
    waiting: deque = dataclasses.field(default_factory=deque)
    #^ deque()
    limited: deque = dataclasses.field(default_factory=lambda: deque(maxlen=3))
    #^ deque(maxlen=3)
    seen: dict = dataclasses.field(default_factory=collections.Counter)
    #^ collections.Counter()
    names: list = dataclasses.field(default_factory=list)
    #^ list()
    rows: list = dataclasses.field(default_factory=lambda: [
    #^ [
        # the first row
        [1, 2],
    ])


@dc.dataclass
class Explicit:
    items: list = dc.field(default_factory=list, repr=False)
    #^ []
    other: dict = dc.field(default_factory=OrderedDict)
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
    origin: Point = dataclasses.field(default_factory=Point)
    #^ Point()
    corner: Point = dataclasses.field(default_factory=lambda: Point(x=1))
    #^ Point(x=1)
    counter: Counter = dataclasses.field(default_factory=Counter)
    #^ Counter()
    value: ByValue = dataclasses.field(default_factory=ByValue)
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
    items: list = attrs.field(factory=list)
    #^ []
    other: list = attrs.field(factory=list)
    #^ []


@attr.s
class Classic:
    items = attr.ib(factory=dict)
    #^ {}
    first = attr.ib(factory=list)
    #^ []
    ignored: list = []


@attr.s(auto_attribs=True)
class Auto:
    items: list = attr.ib(factory=list)
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
