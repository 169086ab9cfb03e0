"""Names that hide builtins."""
import os as dir
#^ dir
import sys
from codecs import open
from os import getcwd as getcwd, path as filter
#^ filter
from typing import overload, override

list = [1, 2]
#^ list
list = [3]
input: str = ""
#^ input

for id in list:
    #^ id
    print(id)

with open("x") as file, open("y") as hash:
    #^ hash
    pass


def sum(rows):
    #^ sum
    return rows


class type:
    #^ type
    id = 3

    def filter(self):
        return self.id

    def find(self, id, *, format=None, **vars):
        #^ id
        #^ format
        #^ vars
        return id, format

    max = min


def annotated(object: int, bytes: str = "", *any):
    #^ object
    #^ bytes
    #^ any
    return object, bytes


key = lambda set, all=3: set + all
#^ set
#^ all


def local(rows, other):
    max_ = rows[0]
    #^ max
    for max_ in rows:
        print(max_)
    min_, (next_, *iter_) = rows
    #^ min
    #^ next
    #^ iter
    with other() as range_:
        #^ range
        print(range_, f"{max_}", other(max=max_))
    if (len_ := other()) and len_:
        #^ len
        print(len_)
    import sys as ord_
    #^ ord

    def inner():
        return min_, [next_ for _ in rows]

    return inner, ord_


def bound_twice(rows):
    def map(x):
        #^ map
        return x

    zip = rows
    #^ zip
    zip_ = zip
    return map, zip, zip_


def by_text():
    hex = 3
    #^ hex
    return "{hex}".format(**locals())


def declared():
    global chr
    chr = 3
    bin: int
    return chr


def attribute(self):
    abs_ = self.abs
    #^ abs
    return abs_ + 1


def fast(rows, tuple=tuple, isinstance=isinstance, repr=repr):
    return tuple(rows), isinstance, repr


def underscored(_, __debug__x, id_, copyright, license, exit, credits):
    sentinel = 3
    return _, id_, sentinel


def comprehensions(rows):
    print([ascii for ascii in rows], {oct: 1 for oct in rows})
    rows.pow = 3
    rows["round"] = 3
    return dict(iter=rows, callable=3)


def errors():
    try:
        return 3
    except OSError as slice:
        return slice


class Base:
    @override
    def get(self, id, type):
        return id, type

    @overload
    def read(self, compile: int): ...

    eval: int
    exec = 3


try:
    unicode
except NameError:
    str = bytes
    xrange, complex = range, str

try:
    from itertools import izip as zip
except ImportError:
    pass

if sys.version_info < (3,):
    reversed = None

    def ascii(x):
        return x

open = dir.open
print = sys.stdout.write
property: object

__all__ = ["any", "enumerate"]


def any(rows):
    return rows


class enumerate:
    pass


def shown_with_its_name(rows):
    sum = rows[0]
    #^ sum
    return f"{sum=}"


def evaluated_inside(rows):
    list = rows
    #^ list
    return lambda: eval("list[0]"), list


def found_in_a_text(df, row):
    """The max is not looked for here."""
    max_ = row["max"]
    #^ max
    min_ = 3
    #^ min
    return df.query("price < @max"), min_


def of_a_frame(rows):
    bytes = 3
    #^ bytes
    return rows.format(**sys._getframe().f_locals), bytes


def handed_on(rows):
    bool = rows
    #^ bool
    return bool.apply(locals)
