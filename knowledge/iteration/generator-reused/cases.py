import collections
import itertools
import io
from builtins import map as lazily
from collections import Counter as Tally


def twice(numbers):
    squares = (n * n for n in numbers)
    total = sum(squares)
    return [square / total for square in squares]
                                         #^ squares


def loops(lines):
    stripped = map(str.strip, lines)
    for line in stripped:
        print(line)
    for line in stripped:
                #^ stripped
        print(line)


def mean(values):
    positive = filter(None, values)
    return sum(positive) / len(list(positive))
                                    #^ positive


def spread(values):
    numbers = lazily(float, values)
    return max(numbers) - min(numbers)
                              #^ numbers


def produce(n):
    while n:
        yield n
        n -= 1


def local_generator():
    numbers = produce(3)
    print(*numbers)
    print(*numbers)
           #^ numbers


class Tree:
    def walk(self):
        yield self

    def count(self):
        nodes = self.walk()
        names = ", ".join(node.name for node in nodes)
        return names, Tally(nodes)
                            #^ nodes


def pairs(a, b):
    both = zip(a, b)
    table = dict(both)
    if any(x == y for x, y in both):
                              #^ both
        return table


def backwards(items):
    order = reversed(items)
    first = tuple(order)
    if first:
        return sorted(order)
                      #^ order


def numbered(items):
    lines = enumerate(items)
    rest = {i for i, _ in lines}
    return rest, [*lines]
                   #^ lines


def explicit(items):
    it = iter(items)
    collections.Counter(it)
    frozenset(it)
              #^ it


def file_twice(path):
    with open(path) as lines:
        count = sum(1 for _ in lines)
        for line in lines:
                    #^ lines
            print(count, line)


def file_by_name(path):
    lines = io.open(path)
    head = list(lines)
    return head, set(lines)
                     #^ lines


def conditional_first(items, verbose):
    ready = (item for item in items if item.ready)
    if verbose:
        print(list(ready))
    for item in ready:
                #^ ready
        item.run()


def conditional_second(items, verbose):
    ready = (item for item in items if item.ready)
    for item in ready:
        item.run()
    if verbose:
        print(len(list(ready)))
                       #^ ready


def in_a_loop(rows, names):
    wanted = (name.lower() for name in names)
    for row in rows:
        for name in wanted:
                    #^ wanted
            print(row, name)


def in_a_comprehension(rows, names):
    wanted = map(str.lower, names)
    return [(row, name) for row in rows for name in wanted]
                                                    #^ wanted


def in_a_condition_of_one(rows, names):
    wanted = map(str.lower, names)
    return [row for row in rows if row in list(wanted)]
                                               #^ wanted


everywhere = (n for n in range(3))
print(list(everywhere))
print(list(everywhere))
           #^ everywhere


def stored(numbers):
    squares = [n * n for n in numbers]
    return sum(squares), list(squares)


def made_anew(numbers):
    squares = (n * n for n in numbers)
    total = sum(squares)
    squares = (n * n for n in numbers)
    return total, list(squares)


def once(numbers):
    squares = (n * n for n in numbers)
    return sum(squares)


def exclusive(items, as_set):
    ready = (item for item in items if item)
    if as_set:
        return set(ready)
    return list(ready)


def exclusive_branches(items, kind):
    ready = (item for item in items if item)
    if kind == 1:
        result = set(ready)
    elif kind == 2:
        result = list(ready)
    else:
        result = tuple(ready)
    return result


def flags(items, a, b):
    ready = (item for item in items if item)
    if a:
        print(list(ready))
    if b:
        print(set(ready))


def either(items, a):
    ready = (item for item in items if item)
    return list(ready) if a else set(ready)


def partly(items):
    it = iter(items)
    first = next(it)
    for item in it:
        print(first, item)


def header(items):
    it = iter(items)
    for item in it:
        if item == "---":
            break
    for item in it:
        print(item)


def exactly_one(items):
    it = iter(items)
    return any(it) and not any(it)


def is_subsequence(a, b):
    it = iter(b)
    return all(x in it for x in a)


def found_then_rest(items):
    it = iter(items)
    if any(item == "---" for item in it):
        return list(it)


def copies(items):
    ready = (item for item in items if item)
    a, b = itertools.tee(ready)
    return list(a), list(b)


def slices(items):
    it = iter(items)
    return list(itertools.islice(it, 3)), list(it)


def grouped(items):
    it = iter(items)
    return list(zip(it, it))


def rewound(path):
    with open(path) as lines:
        count = sum(1 for _ in lines)
        lines.seek(0)
        for line in lines:
            print(count, line)


def followed(path, wait):
    with open(path) as lines:
        while True:
            for line in lines:
                print(line)
            wait()


def first_pass_only(rows, names):
    wanted = (name.lower() for name in names)
    for row in rows:
        for name in wanted:
            print(row, name)
        break


def when_it_is_met(rows, names):
    wanted = (name.lower() for name in names)
    for row in rows:
        if row == "names":
            for name in wanted:
                print(row, name)


def after_others(rows, names):
    wanted = (name.lower() for name in names)
    for row in rows:
        if row != "names":
            continue
        print(list(wanted))


def made_in_the_loop(rows):
    for row in rows:
        cells = (cell.strip() for cell in row)
        print(list(cells))


def first_iterable(names):
    wanted = map(str.lower, names)
    return [name for name in wanted if name]


def of_some_rows(rows, names):
    wanted = map(str.lower, names)
    return [list(wanted) for row in rows if row == "names"]


def tried(items, save):
    ready = (item for item in items if item)
    try:
        save(list(ready))
    except OSError:
        save(list(ready))


def shadowed(map, list, items):
    lazy = map(str, items)
    return list(lazy), list(lazy)


def somebody_elses(items):
    lazy = items.map(str)
    return list(lazy), list(lazy)


def sequences(n):
    numbers = range(n)
    return list(numbers), sum(numbers)


def no_generator(n):
    return [n]


def calls_no_generator():
    numbers = no_generator(3)
    return list(numbers), sum(numbers)


def compared(items):
    it = iter(items)
    list(it)
    return max(it, 3)


def never_both(items):
    ready = (item for item in items if item)
    for item in ready:
        return item
    raise LookupError


def kept_for_later(items):
    ready = (item for item in items if item)
    later = (str(item) for item in ready)
    return list(ready), later


def by_another(items):
    ready = (item for item in items if item)
    total = sum(ready)

    def rest():
        return list(ready)

    return total, rest


def never_returns(items, stop):
    ready = (item for item in items if item)
    if stop:
        print(list(ready))
        raise SystemExit
    return list(ready)


def proves_that_nothing_is_left(self, items):
    it = iter(items)
    assert list(it) == items
    self.assertEqual(list(it), [])
    assert list(it) == []


def of_a_file_that_is_rewound(lines):
    it = iter(lines)
    count = sum(1 for _ in it)
    lines.seek(0)
    return count, list(it)


def rewound_by_another(path, rewind):
    with open(path) as lines:
        count = sum(1 for _ in lines)
        rewind(lines)
        return count, list(lines)


def waits_for_more(path):
    with open(path) as lines:
        for line in lines:
            print(line)
        while True:
            for line in lines:
                print(line)


class Again:
    def __iter__(self):
        return self


def begins_again():
    it = iter(Again())
    return list(it), list(it)
