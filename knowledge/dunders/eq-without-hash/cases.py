import enum
import functools
import unittest
from collections import UserDict
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from framework import Base


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        #^ __eq__
        if not isinstance(other, Point):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def length(self):
        return 1


@functools.total_ordering
class Version:
    def __eq__(self, other: "Version") -> bool:
        #^ __eq__
        return (self.major, self.minor) == (other.major, other.minor)

    def __lt__(self, other):
        return (self.major, self.minor) < (other.major, other.minor)


class Unknown(Base):
    def __eq__(self, other):
        #^ __eq__
        return type(self) is type(other) and other.name == self.name


class Loose:
    def __eq__(self, other):
        #^ __eq__
        return self.x == other.x or self.y == other.y


class Listed:
    def __init__(self):
        self.items = []

    def __eq__(self, other):
        #^ __eq__
        return self.items == other.items


class _Private:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        #^ __eq__
        return self.key == other.key


table = {}
entry = _Private(1)
table[entry] = 1


class _InSet:
    def __eq__(self, other):
        #^ __eq__
        return self.key == other.key


seen = {_InSet(), 3}


class Hashed:
    def __hash__(self):
        return 1


class LosesIt(Hashed):
    def __eq__(self, other):
        #^ __eq__
        return self.key == other.key


class WithHash:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


class Inherits:
    def __eq__(self, other):
        return True

    __hash__ = Hashed.__hash__


class Explicit:
    __hash__ = None

    def __eq__(self, other):
        return True


class SetLater:
    def __eq__(self, other):
        return True


SetLater.__hash__ = object.__hash__


@dataclass(frozen=True)
class Data:
    x: int

    def __eq__(self, other):
        return self.x == other.x


@Base.register
class Registered:
    def __eq__(self, other):
        return True


class Color(enum.Enum):
    RED = 1

    def __eq__(self, other):
        return self.value == other


class Pair(NamedTuple):
    x: int

    def __eq__(self, other):
        return True


class Comparable(Protocol):
    def __eq__(self, other: Any) -> bool: ...


class Case(unittest.TestCase):
    def __eq__(self, other):
        return True


class Settings(UserDict):
    def __eq__(self, other):
        return True


class Row(list):
    def __eq__(self, other):
        return True


class Bag:
    def __eq__(self, other):
        return self.items == other.items

    def append(self, item):
        self.items.append(item)


class Refuses:
    def __eq__(self, other):
        raise TypeError("not comparable")


class Child(Explicit):
    def __eq__(self, other):
        return False


class Meta(metaclass=Base):
    def __eq__(self, other):
        return True


class _Internal:
    def __eq__(self, other):
        return True


internal = [_Internal()]


def local():
    class Local:
        def __eq__(self, other):
            return True

    return Local


class NotEqual:
    def __ne__(self, other):
        return True

    def method(self):
        def __eq__(other):
            return True

        return __eq__


class _Expected:
    def __eq__(self, other):
        return True


def test_unhashable(self):
    with self.assertRaises(TypeError):
        hash(_Expected())
