import collections
import threading
from abc import ABC, abstractmethod
from html.parser import HTMLParser as Parser
from threading import Thread

from framework import Mystery


class Account:
    def __init__(self, owner, *, limit=0):
        self.owner = owner
        self.limit = limit
        self.entries = []

    def deposit(self, amount):
        self.entries.append(amount)

    def name(self):
        return self.owner


class Savings(Account):
    def __init__(self, owner, rate, limit):
        #^ __init__
        """Keep the docstring first."""
        self.owner = owner
        self.rate = rate


class Young(Savings):
    def __init__(self, age):
        #^ __init__
        self.age = age


class Reader(Account):
    def __init__(self):
        #^ __init__
        self.owner = "nobody"

    def total(self):
        return sum(self.entries)


class Positional:
    def __init__(self, first, second=1, third=2, /, fourth=3):
        self.all = [first, second, third, fourth]

    def total(self):
        return sum(self.all)


class Given(Positional):
    def __init__(self, first, second, fourth):
        #^ __init__
        self.first = first


class PassedOver(Positional):
    def __init__(self, first, third):
        #^ __init__
        self.first = first


class Worker(threading.Thread):
    def __init__(self, job):
        #^ __init__
        self.job = job

    def run(self):
        self.job()


class Links(Parser):
    def __init__(self):
        #^ __init__
        self.links = []


class Registry(collections.UserDict):
    def __init__(self, name):
        #^ __init__
        self.name = name


class Called(Account):
    def __init__(self, owner):
        super().__init__(owner)


class CalledByName(Account):
    def __init__(self, owner):
        Account.__init__(self, owner)


class CalledTheOldWay(Account):
    def __init__(self, owner):
        super(CalledTheOldWay, self).__init__(owner)


class AllByItself(Account):
    def __init__(self):
        self.owner = "me"
        self.entries = []


class Overrides(Account):
    def __init__(self):
        self.rate = 1

    def deposit(self, amount):
        pass

    def name(self):
        return ""


class ClassLevel(Account):
    owner = "bank"
    entries = ()

    def __init__(self):
        self.rate = 1


class Refuses(Account):
    def __init__(self):
        raise TypeError("not for you")


class CopiesState(Account):
    def __init__(self, other):
        self.__dict__.update(other.__dict__)


class NullAccount(Account):
    def __init__(self):
        pass


class Cautious:
    def __init__(self):
        self.maybe = 1

    def use(self):
        return self.maybe if hasattr(self, "maybe") else None


class FromCautious(Cautious):
    def __init__(self):
        self.other = 1


class Resettable:
    def __init__(self):
        self.count = 0

    def reset(self):
        self.count = 0

    def use(self):
        return self.count


class FromResettable(Resettable):
    def __init__(self):
        self.reset()


class Nothing:
    def __init__(self):
        pass

    def use(self):
        return self.value


class FromNothing(Nothing):
    def __init__(self):
        self.other = 1


class NeverRead:
    def __init__(self):
        self.unused = 1


class FromNeverRead(NeverRead):
    def __init__(self):
        self.other = 1


class FromElsewhere(Mystery):
    def __init__(self):
        self.other = 1


class WithMixin(Account, Mystery):
    def __init__(self):
        self.other = 1


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius


class Problem(Exception):
    def __init__(self, code):
        self.code = code


class Anything:
    def __init__(self):
        self.data = {}

    def __getattr__(self, name):
        return self.data[name]


class FromAnything(Anything):
    def __init__(self):
        self.other = 1


class StartedDifferently(Thread):
    def __init__(self):
        self.started = False

    def start(self):
        self.started = True


class Data(collections.UserList):
    def __init__(self, items):
        self.data = items


def shadowed(Thread):
    class Local(Thread):
        def __init__(self):
            self.other = 1

    return Local


class Noted:
    def __init__(self):
        self.entries = []

    def add(self, entry):
        self.entries.append(entry)


class PreparedElsewhere(Noted):
    def __init__(self):
        prepare(self)
