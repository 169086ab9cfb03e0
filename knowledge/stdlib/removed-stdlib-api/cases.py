import asyncio
import asyncio as aio
import collections
import importlib.abc, importlib.util, threading
import itertools
import os
import re
import string
import sys, typing.io
#^ typing.io
import thread
import time as clock
import unittest
from asyncio import coroutine, Queue
#^ coroutine
from collections import OrderedDict, Mapping, namedtuple
#^ Mapping
from collections import Sequence as Row
#^ Sequence
from collections import (
    deque,
    MutableMapping as Table,  # what we fill
    #^ MutableMapping
    Iterable,
    #^ Iterable
)
from configparser import SafeConfigParser
#^ SafeConfigParser
from fractions import Fraction, gcd
#^ gcd
from importlib import util
from inspect import getargspec, signature
#^ getargspec
from time import clock as ticks, sleep
#^ clock
from typing.re import Match
#^ typing.re


def attributes(value, path):
    isinstance(value, collections.Mapping), isinstance(value, collections.OrderedDict)
    #^ collections.Mapping
    isinstance(value, (collections.Set, collections.abc.Set))
    #^ collections.Set
    sys.setcheckinterval(1000), sys.setswitchinterval(0.01)
    #^ sys.setcheckinterval
    clock.clock(), clock.perf_counter()
    #^ clock.clock
    os.getcwdu() + string.letters + string.ascii_letters
    #^ os.getcwdu
    #^ string.letters
    util.set_loader(path), importlib.util.module_for_loader(path), importlib.util.find_spec(path)
    #^ util.set_loader
    #^ importlib.util.module_for_loader
    thread.start_new_thread(path, ())
    #^ thread.start_new_thread
    list(itertools.izip(value, path)), itertools.izip_longest(value, path)
    #^ itertools.izip
    #^ itertools.izip_longest
    re.template(path)
    #^ re.template
    return unittest.makeSuite(value), getargspec(value), importlib.abc.Traversable
    #^ unittest.makeSuite
    #^ importlib.abc.Traversable


@asyncio.coroutine
#^ asyncio.coroutine
def generator(lock):
    yield from aio.sleep(1, loop=lock)
    #^ loop=lock
    yield from aio.wait_for(lock, 1, loop=None)
    #^ loop=None
    Queue(maxsize=3, loop=lock), aio.Lock(loop=lock)
    #^ loop=lock
    #^ loop=lock
    aio.ensure_future(lock, loop=lock), aio.Future(loop=lock), aio.sleep(1), lock.sleep(loop=1)


class Worker(threading.Thread):
    def stop(self):
        return self.isAlive() and self.is_alive()
        #^ self.isAlive


class Probe(threading.Thread):
    def isAlive(self):
        return True

    def stop(self):
        return self.isAlive()


def threads(pod):
    worker = threading.Thread(target=threads)
    other = Worker()
    if worker.isAlive() or other.isAlive() or threading.current_thread().isAlive():
        #^ worker.isAlive
        #^ other.isAlive
        #^ threading.current_thread().isAlive
        return Probe().isAlive()
    return pod.isAlive(), worker.is_alive()


try:
    from collections.abc import Callable
except ImportError:
    from collections import Callable

try:
    callable
except NameError:
    from collections import Callable

try:
    tick = clock.clock
except AttributeError:
    tick = clock.perf_counter

if sys.version_info >= (3, 8):
    now = clock.perf_counter
else:
    now = clock.clock

interval = sys.getcheckinterval() if hasattr(sys, "getcheckinterval") else None
letters = getattr(string, "letters", string.ascii_letters)


def by_version(text):
    if sys.version_info[0] == 2:
        return text.translate(string.maketrans("a", "b"))
    return hasattr(os, "getcwdu") and os.getcwdu()


has = hasattr(clock, "clock")
if has:
    print(clock.clock())


def asserted():
    if not has:
        print(clock.clock())
    assert sys.version_info[:2] < (3, 8)
    return clock.clock()


def asserted_newer():
    assert sys.version_info >= (3, 6)
    return clock.clock()
    #^ clock.clock


def restored():
    import locale

    locale.format = locale.format_string
    return locale.format("%d", 3)


collections.Hashable = collections.abc.Hashable
from collections import Hashable, Sized
#^ Sized

collections.Sized = collections.abc.Sized


def shadowed(collections, sys):
    return collections.Mapping, sys.getcheckinterval()


def rebound(value):
    string = value.text
    return string.letters, value.string.letters, value.collections.Mapping


def own():
    from .inspect import getargspec
    from .collections import Mapping
    from mypackage.collections import Sequence
    from mypackage import time

    return getargspec, Mapping, Sequence, time.clock()


def never_a_module():
    import collections.Mapping
    from string.letters import upper

    return collections, upper
