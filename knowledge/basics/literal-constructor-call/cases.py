import builtins
import functools
from collections import defaultdict
from dataclasses import dataclass, field

empty = list()
#^ list()
nothing = tuple()
#^ tuple()
options = dict()
#^ dict()
spaced = dict ()
#^ dict ()
alias = dict
aliased = alias()
#^ alias()
qualified = builtins.list()
#^ builtins.list()


def keywords(depth):
    a = dict(width=3, height=depth)
    #^ dict(width=3, height=depth)
    b = dict(
        #^ dict(
        # how deep
        depth = depth,
        names=["a"],  # and which
    )
    print("%(depth)s" % dict(depth=depth).copy())
    #^ dict(depth=depth)
    return dict(nested=dict(inner=1), f=lambda x: x)
    #^ dict(nested=dict(inner=1), f=lambda x: x)
    #^ dict(inner=1)


def displays(a, b):
    yield list([a, b])
    #^ list([a, b])
    yield list((a, b))
    #^ list((a, b))
    yield list((a,))
    #^ list((a,))
    yield list(())
    #^ list(())
    yield tuple([a, b])
    #^ tuple([a, b])
    yield tuple([a])
    #^ tuple([a])
    yield tuple([*a])
    #^ tuple([*a])
    yield tuple((a,))
    #^ tuple((a,))
    yield tuple([])
    #^ tuple([])
    yield dict({"a": 1, **b})
    #^ dict({"a": 1, **b})
    yield dict({})
    #^ dict({})
    yield 1 if a in set(["x", "y"]) else 2
    #^ set(["x", "y"])
    yield set((a, *b))
    #^ set((a, *b))
    yield set([])
    #^ set([])
    yield tuple([
        #^ tuple([
        a  # the only one
    ])
    yield list(  # kept as it is
        #^ list(  # kept as it is
        [a]
    )
    yield a.walk(tuple(
        #^ tuple(
        [a, b],
    ))


def formatted(a):
    return f"{list()} {dict(a=1)} {len(set([a]))} {tuple([a])}"
    #^ list()
    #^ dict(a=1)
    #^ set([a])
    #^ tuple([a])


def no_literal(rows, pairs, base, extra):
    yield set()
    yield list(rows), tuple(rows), set(rows), dict(pairs)
    yield dict(**extra)
    yield dict(base, depth=3)
    yield dict({"a": 1}, depth=3)
    yield dict(depth=3, **extra)
    yield list(*rows)
    yield list([row for row in rows])
    yield list(row for row in rows)
    yield tuple([row for row in rows])
    yield set({1, 2})
    yield frozenset([1, 2])
    yield dict([("a", 1)])
    yield tuple("ab"), list("ab"), list({1: 2}), tuple({1})


normalized = dict(ﬁ=1)


@dataclass
class Factory:
    rows: list = field(default_factory=list)
    table = defaultdict(dict)
    make = functools.partial(dict, a=1)


class Sub(dict):
    pass


def others(app):
    app.list()
    app.dict(a=1)
    return Sub(), Sub(a=1)


def shadowed(list, dict):
    return list(), dict(a=1)


def local():
    def tuple():
        return 3

    return tuple()


def matched(value):
    match value:
        case list() | dict() | tuple([]):
            return value


def named(value):
    return set([item := 1, value])


def shown():
    return f"{list()=}"
            #^ list()


def entered(a, b):
    with tuple([a, b]):
         #^ tuple([a, b])
        pass
    assert tuple([a, b])
           #^ tuple([a, b])
    assert (tuple([a]) == b)
            #^ tuple([a])
