import collections as c
import dataclasses
import enum
import threading
import typing
import typing as t
from collections import defaultdict
from typing import Final, Generic, NamedTuple, TypeVar

from framework import Model

T = TypeVar("T")


class Basket:
    #^ []

    def __init__(self):
        self.items = []  # what was put in

    def add(self, item):
        self.items.append(item)


class Scores:
    """Keep the docstring first."""

    limit = 3
    #^ {}

    def __init__(self, name):
        """And this one."""
        self.points: dict[str, int] = {}
        self.name = name

    def score(self, name):
        self.points[name] = self.limit
        del self.points["nobody"]


class Counted(threading.Thread):
    seen: typing.ClassVar = c.Counter()
    #^ c.Counter()
    groups: typing.ClassVar = defaultdict(list)
    #^ defaultdict(list)

    def run(self):
        self.seen["run"] += 1
        self.groups.setdefault("a", [])


class Stack(Generic[T]):
    #^ [n for n in range(3)]

    def __init__(this):
        this.extra = [n for n in range(3)]
        this.content = [
    #^ [
        1,
    ]  # one to begin with
        super().__init__()

    def grow(this, more):
        this.content += more
        this.extra.sort()


class Dog:
    tricks: typing.ClassVar = []
    #^ []


rex = Dog()
rex.tricks.append("roll")


def made_in_function():
    first = 1

    class Inner:
        #^ [first]

        def __init__(self):
            self.items = [first]

        def add(self):
            self.items.append(1)

    return Inner


class ReadOnly:
    table = {"a": 1}
    names = []

    def get(self, key):
        return self.table[key] * 2, self.table["a"] + 1, self.names


class Declared:
    known: typing.ClassVar[list] = []
    fixed: Final = []
    quoted: "t.ClassVar[dict[str, int]]" = {}
    TABLE = {}
    __slots__ = []
    _fields_ = []

    def change(self):
        self.known.append(1)
        self.fixed.append(1)
        self.quoted["a"] = 1
        self.TABLE["a"] = 1
        self._fields_.append(1)


class Own:
    items = []
    lazy = []

    def __init__(self):
        self.items = []

    def fill(self):
        self.items.append(1)
        if not self.lazy:
            self.lazy = [1]
        self.lazy.append(2)


class PlugIn:
    known = []
    by_name = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.known.append(cls)
        cls.by_name[cls.__name__] = cls


class Counted:
    made = []

    def __new__(cls):
        self = super().__new__(cls)
        cls.made.append(self)
        return self


class OwnOfBase:
    def __init__(self):
        self.items = []


class OwnInBase(OwnOfBase):
    items = []

    def fill(self):
        self.items.append(1)


class OwnUnpacked:
    items = []

    def __init__(self):
        self.items, self.count = [], 0

    def fill(self):
        self.items.append(1)


class Shared:
    cache = {}
    plugins = []
    counts = {}
    commands = []
    found = {}
    by_type = {}

    @classmethod
    def register(cls, plugin):
        cls.plugins.append(plugin)

    def use(self, key):
        self.cache[key] = 1
        self.plugins.clear()
        print(type(self).counts)
        self.counts.clear()
        self.commands.append(key)
        self.by_type[self.__class__] = key

    def look_up(self, key):
        if key not in self.found:
            self.found[key] = key * 2
        return self.found[key]


Shared.commands.append("help")


class InBody:
    handlers = []
    handlers.append(print)

    def add(self, handler):
        self.handlers.append(handler)


class Article(Model):
    tags = []

    def tag(self, word):
        self.tags.append(word)


@dataclasses.dataclass
class Point:
    data = []

    def add(self):
        self.data.append(1)


class Color(enum.Enum):
    RED = 1
    names = []

    def add(self):
        self.names.append(1)


class Pair(NamedTuple):
    left: list = []

    def add(self):
        self.left.append(1)


class WithMeta(metaclass=Model):
    items = []

    def add(self):
        self.items.append(1)


class Immutable:
    items = ()
    names = frozenset()

    def add(self, item):
        self.items += (item,)
        self.names |= {item}


class ShadowedName:
    def list():
        return ()

    items = list()

    def add(self, item):
        self.items.append(item)


class OtherObject:
    items = []

    def add(self, other):
        other.items.append(1)

    @staticmethod
    def put(self):
        self.items.append(1)


class Documented:
    #^ []
    """What was added."""

    def __init__(self):
        self.items = []

    def add(self):
        self.items.append(1)


class OwnOutside:
    items = []


rented = OwnOutside()
rented.items = []
rented.items.append(1)


class OwnByNew:
    items = []

    def __new__(cls):
        instance = super().__new__(cls)
        instance.items = []
        return instance

    def fill(self):
        self.items.append(1)


class Slotted:
    __slots__ = ("name",)
    items: typing.ClassVar = []
    #^ []

    def __init__(self, name):
        self.name = name

    def fill(self):
        self.items.append(1)


filled = 0


class CountsItself:
    items: typing.ClassVar = [filled]
    #^ [filled]

    def __init__(self):
        global filled
        filled += 1

    def fill(self):
        self.items.append(1)
