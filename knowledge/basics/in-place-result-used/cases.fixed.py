import os
import random
import random as rnd
from random import shuffle
from typing import Dict, List

import numpy as np
import pandas as pd


def sorting(rows: list, names: List[str], others):
    a = sorted(rows)
    #^ rows.sort()
    b = sorted(names, key=len, reverse=True)  # longest first
    #^ names.sort(key=len, reverse=True)
    c = sorted(others, key=len)
    #^ others.sort(key=len)
    rows.sort()
    #^ rows.sort()
    for row in list(reversed(rows)):
        #^ rows.reverse()
        print(row)
    print(sorted(rows), *[x for x in list(reversed(names))])
    #^ rows.sort()
    #^ names.reverse()
    print(sep=sorted(rows))
    #^ rows.sort()
    first = sorted(rows)[0]
    #^ rows.sort()
    names.sort().reverse()
    #^ names.sort()
    return a, b, c, first, rows


def made(path, base, extra):
    files = sorted(os.listdir(path))
    #^ os.listdir(path).sort()
    pair = list(reversed(list(extra)))
    #^ list(extra).reverse()
    options = dict(base)
    options.update(extra)
    #^ dict(base).update(extra)
    merged = {**base}.update(merged=extra)
    #^ {**base}.update(merged=extra)
    again = sorted(sorted(base),
        #^ sorted(base).sort(
        # the second time
        key=len,
    )
    if (found := [n for n in base].append(3)):
        #^ [n for n in base].append(3)
        print(found)
    return files, pair, options, merged, again


def changing(extra):
    items = [1]
    seen = set()
    ages: Dict[str, int] = {}
    items.append(3)
    a = items
    #^ items.append(3)
    b = (items.extend(extra))
    #^ items.extend(extra)
    seen.add(3)
    #^ seen.add(3)
    f, g, h = seen.remove(3), seen.clear(), ages.clear()
    print(seen.clear(), seen.remove(3), ages.clear(), seen.pop())
    #^ seen.clear()
    #^ seen.remove(3)
    #^ ages.clear()
    c = ages.update(extra); d = 3
    #^ ages.update(extra)
    items.append(1).append(2)
    #^ items.append(1)
    rnd.shuffle(items)
    e = items
    #^ rnd.shuffle(items)
    print(shuffle(items))
    #^ shuffle(items)
    return a, b, c, d, e


def returned(extra):
    result = [n for n in extra]
    return sorted(result)
    #^ result.sort()


def returned_shuffled(extra):
    result = list(extra)
    return random.shuffle(result)
    #^ random.shuffle(result)


class Pile:
    def __init__(self):
        self.items = []

    def show(self):
        names = sorted(self.items)
        #^ self.items.sort()
        return names

    def append(self, item):
        return self.items.append(item)

    def order(self, rows: list):
        return rows.sort()

    def ranked(self):
        rows = self.show()
        return rows.sort(key=len)

    def shown(self):
        return self.show().sort(key=len)


def statements(rows: list, seen: set, others):
    rows.sort()
    rows.append(3)
    random.shuffle(rows)
    rows and rows.sort()
    [rows.append(x) for x in others]
    unique = [x for x in others if not (x in seen or seen.add(x))]
    key = lambda x: rows.append(x)
    ordered = rows.sort() or rows
    _ = rows.append(3)
    assert rows.sort() is None
    return unique, key, ordered


def early(rows: list):
    errors = []

    def fail(text):
        return errors.append(text)

    if not rows:
        return rows.append(3)
    return fail, errors


def of_their_kind(path):
    frame = pd.DataFrame(path)
    frame = frame.append(3)
    return frame.update(3)


def unknown(graph, query, frame, cursor):
    graph = graph.reverse()
    a = query.reverse()
    b = frame.sort()
    c = cursor.sort("name")
    d = cursor.sort([("name", 1)])
    e = cursor.append(3)
    f = cursor.update(x=3)
    return graph, a, b, c, d, e, f


def frames(path):
    frame = pd.DataFrame(path)
    array = np.array(path)
    a = frame.sort(key=3)
    b = array.sort(key=3)
    c = "x".update(3)
    return a, b, c


def returns_something(rows: list, ages: dict):
    last = rows.pop()
    copy = rows.copy()
    place = rows.index(3)
    age = ages.pop("x")
    kept = ages.setdefault("x", 3)
    return last, copy, place, age, kept


def tested(self, rows: list):
    self.assertIsNone(rows.sort())
    with self.assertRaises(TypeError):
        for row in rows.sort():
            print(row)


def shadowed(shuffle, rows):
    order = shuffle(rows)
    return order


class Sorted:
    def order(self):
        mine = self.order()
        return mine.append


class Kept:
    def __init__(self, given):
        rows = list(given)
        self.rows = rows
        self.best = sorted(rows)
        #^ rows.sort()

    def given_away(self, given):
        rows = list(given)
        self.rows = rows
        return rows.sort()


def shuffled_copy(rows):
    mixed = random.shuffle(list(rows))
            #^ random.shuffle(list(rows))
    return mixed


class Joined:
    def join(self, rows):
        self.rows = list(rows).append(self.rows)
                    #^ list(rows).append(self.rows)
