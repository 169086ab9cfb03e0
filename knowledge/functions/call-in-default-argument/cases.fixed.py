import datetime
import datetime as dt
import os
import random
import re
import time
import uuid
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime as stamp
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from random import choice
from time import time as now
from typing import Sequence
from uuid import uuid4

from fastapi import Depends, Query


def log(text, at=None):
    #^ time.time()
    """Says when."""
    if at is None:
        at = time.time()
    print(at, text)


def typed(text, at: float | None = None, day: dt.date | None = None):
    #^ now()
    #^ datetime.date.today()
    if at is None:
        at = now()
    if day is None:
        day = datetime.date.today()
    print(at, day, text)


def continued(
    item,
    key=None,
    label=None,
):
    if key is None:
        key = (uuid
        #^ uuid
        .uuid4())
    if label is None:
        label = str(
            uuid4()
            #^ uuid4()
        )
    return item, key, label


async def keyword_only(*, key=None, deadline=None):
    #^ uuid4()
    #^ stamp.now()
    if key is None:
        key = str(uuid4())
    if deadline is None:
        deadline = stamp.now() + timedelta(days=1)
    return key, deadline


class Client:
    def __init__(self, name=None, seed=None, pick=None):
        #^ uuid.uuid4()
        #^ random.random()
        #^ choice("ab")
        if name is None:
            name = uuid.uuid4().hex
        if seed is None:
            seed = random.random()
        if pick is None:
            pick = choice("ab")
        self.name = name, seed, pick

    def where(
        self,
        folder=None,  # of the moment
        #^ os.getcwd()
        home=None,
        #^ os.getenv("HOME", "/")
        out=None,
        #^ open("log.txt")
    ):
        if folder is None:
            folder = os.getcwd()
        if home is None:
            home = os.getenv("HOME", "/")
        if out is None:
            out = open("log.txt")
        return folder, home, out


def one_line(at=time.time()): return at
#^ time.time()


def rebinds(time=time.time()):
    #^ time.time()
    return time


def make_rows():
    rows = []
    rows.append(3)
    return rows


def make_table(flag):
    if flag:
        return {}
    return dict(a=1)


@dataclass
class Options:
    depth: int = 3


class Stack(list):
    pass


class Counter:
    def __init__(self):
        self.count = 0

    def add(self):
        self.count += 1


def local(rows=None, table=None, options=None, stack=None, counter=None):
    #^ make_rows()
    #^ make_table(True)
    #^ Options()
    #^ Stack([1])
    #^ Counter()
    if rows is None:
        rows = make_rows()
    if table is None:
        table = make_table(True)
    if options is None:
        options = Options()
    if stack is None:
        stack = Stack([1])
    if counter is None:
        counter = Counter()
    return rows, table, options, stack, counter


@dataclass(frozen=True)
class Frozen:
    depth: int = 3


class Missing:
    def __repr__(self):
        return "missing"

    def __hash__(self):
        self.hash = 3
        return 3

    def walk(self, other):
        other.depth = self.depth


class Color(Enum):
    RED = 1

    def paint(self):
        return self.value


def make_pair():
    return (1, 2)


def make_either(flag):
    if flag:
        return []
    return ()


def make_lazily():
    yield []
    return []


async def make_later():
    return []


@lru_cache
def make_once():
    return []


def make_nothing():
    return


def constants(
    a=int("3"),
    b=frozenset({1}),
    c=re.compile("x"),
    d=Path("."),
    e=timedelta(days=1),
    f=Decimal("1.5"),
    g=itemgetter(1),
    h=tuple([1]),
    i=Frozen(),
    j=Missing(),
    k=Color(1),
    l=make_pair(),
    m=make_either(True),
    n=make_lazily(),
    o=make_later(),
    p=make_once(),
    q=make_nothing(),
    r=random.Random(3),
    s=len(make_rows()),
    t=datetime.datetime(2020, 1, 1),
    u=time.time,
    v=OrderedDict([(1, 2)]),
):
    return a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v


def injected(db=Depends(make_rows), q=Query(default=None), key=lambda: time.time()):
    return db, q, key


def marked(day=Query(datetime.date.today())):
    #^ datetime.date.today()
    return day


def memo(_start=time.time(), _table=make_rows()):
    return _start, _table


def promised(rows: Sequence[int] = make_rows()):
    return len(rows)


def outer():
    def inner(started=time.time()):
        return started

    return inner


snapshot = lambda at=time.time(): at


def shadowed():
    return 3


class Other:
    time = 3

    def read(self, at=time.time()):
        return at


def given(text, at=None):
    return log(text, at=time.time() if at is None else at)


made = 0


def counting(stack=Stack([made])):
    #^ Stack([made])
    if stack:
        global made
        made += 1
    return stack
