import os
from collections import Counter, OrderedDict, defaultdict, deque
from typing import Dict, MutableMapping

import pandas as pd

registry = {}


def absent(ages: Dict[str, int], name, age, self):
    if name not in ages:
        #^ if name not in ages
        ages[name] = 0
    if not name in ages:
        #^ if not name in ages
        ages[name] = age
    if not (name in ages):
        #^ if not (name in ages)
        ages[name] = self.age
    if "x" not in registry: registry["x"] = -1  # stays
    #^ if "x" not in registry
    if (name, age) not in registry:
        #^ if (name, age) not in registry
        registry[name, age] = [name]
    if self.name not in registry:
        #^ if self.name not in registry
        registry[self.name] = dict
    if "HOME" not in os.environ:
        #^ if "HOME" not in os.environ
        os.environ["HOME"] = "/"


def keywords(*args, **kwargs):
    if "depth" not in kwargs:
        #^ if "depth" not in kwargs
        kwargs["depth"] = 3  # what most want
    if "names" not in kwargs:
        #^ if "names" not in kwargs
        # a list of them
        kwargs["names"] = []
    return kwargs


def groups(words, table, key):
    found = OrderedDict()
    for word in words:
        if key not in found:
            #^ if key not in found
            found[key] = []
        found[key].append(word)
    for word in words:
        if word not in found:
            #^ if word not in found
            found[word] = defaultdict(list)
        found[word][key].append(len(word))
    for word in words:
        if word in table:
            #^ if word in table
            table[word].append(key)
        else:
            table[word] = [key]
    for word in words:
        if word not in found:
            #^ if word not in found
            found[word] = {word.upper()}
        else:
            found[word].add(word.upper())
    if key not in table:
        #^ if key not in table
        table[key] = deque()
    queue = table[key]
    if key not in table:
        #^ if key not in table
        table[key] = {}
    # behind a comment
    queue.append(table[key])
    if key not in found:
        #^ if key not in found
        found[key] = 3
    return found[key]


def attempts(words: dict, key, x):
    try:
        words[key].append(x)
        #^ words[key]
    except KeyError:
        words[key] = [x]
    try:
        value = words[key]
        #^ words[key]
    except KeyError:
        value = words[key] = []
    try:
        words[key]
        #^ words[key]
    except KeyError:
        words[key] = None
    return value


class Cache:
    def __init__(self):
        self.pages = {}
        self.counts = Counter()
        self.lists = defaultdict(list)

    def get(self, url):
        if url not in self.pages:
            #^ if url not in self.pages
            self.pages[url] = None
        if url not in self.counts:
            self.counts[url] = 0
        if url not in self.lists:
            self.lists[url] = []
        return self.pages[url]


def costly(pages: dict, url, other):
    if url not in pages:
        pages[url] = fetch(url)
    if url not in pages:
        pages[url] = [fetch(url)]
    if url not in pages:
        pages[url] = other[url]
    if url not in pages:
        pages[url] = f"{other}"
    if url not in pages:
        pages[url] = list(other)
    if url not in pages:
        pages[url] = other = []
    try:
        page = pages[url]
    except KeyError:
        page = pages[url] = fetch(url)
    try:
        pages[url].append(fetch(url))
    except KeyError:
        pages[url] = [fetch(url)]


def more_happens(pages: dict, url, other: dict):
    if url not in pages:
        pages[url] = 1
        other[url] = 2
    if url not in pages:
        pages[url] = 1
    else:
        other[url] = 2
    if url not in pages:
        pages[url] = 1
    elif other:
        other[url] = 2
    if url in pages:
        pages[url] = 1
    if url not in pages:
        other[url] = 1
    if url not in pages:
        pages[other] = 1
    if url not in pages and other:
        pages[url] = 1
    if fetch(url) not in pages:
        pages[fetch(url)] = 1
    if url in pages:
        pages[url].append(1)
    else:
        pages[url] = [2]
    if url in pages:
        pages[url].append(1)
    else:
        pages[url] = {1}
    if url not in pages:
        pages[url] += 1
    try:
        pages[url]
    except (KeyError, TypeError):
        pages[url] = 1
    try:
        pages[url]
    except KeyError:
        pages[url] = 1
    else:
        other[url] = 1
    try:
        other = pages[url]
    except KeyError:
        pages[url] = 1


def no_dict(frame: pd.DataFrame, table, rows: MutableMapping):
    if "age" not in frame:
        frame["age"] = []
    if "age" not in table:
        table["age"] = 0
    if "age" not in table:
        table["age"] = ()
    other = pd.read_csv("x")
    if "age" not in other:
        other["age"] = {}
    if "age" not in rows:
        #^ if "age" not in rows
        rows["age"] = 0


def fetch(url):
    return url
