import atexit
import functools
import multiprocessing as mp
import signal
import threading
from concurrent import futures
from concurrent.futures import ThreadPoolExecutor
from threading import Thread as T, Timer


def work(n=0, m=1):
    print(n, m)


def total(numbers):
    if not numbers:
        return None
    return sum(numbers) + 1


def listed(path, deep=False):
    names = [path]
    return names if deep else (path, deep)


def on_signal(*arguments):
    print(arguments)


def when_done(future=None):
    print(future)


threading.Thread(target=work)
#^ work()
T(target=work, args=(1,), daemon=True).start()
#^ work(1)
T(None, work, args=(1,), kwargs={"m": 2})
#^ work(1, m=2)
mp.Process(
    name="total",
    target=total, args=([1, 2],),  # comment
    #^ total([1, 2])
)
T(target=total(numbers=[]), args=(3,))
#^ total(numbers=[])
Timer(1, work)
#^ work()
Timer(1, function=listed, args=("a", "b"))
#^ listed("a", "b")
signal.signal(signal.SIGINT, on_signal)
#^ on_signal()
signal.signal(signal.SIGINT, handler=work(3))
#^ work(3)
atexit.register(work, "bye", m=2)
#^ work("bye", m=2)


def exact(n, *, m):
    print(n, m)


def stops(*, n=0):
    print(n)


options = {}
T(target=work, args=(1, 2))
#^ work()
T(None, work, "worker", [1], {"m": 2})
#^ work()
Timer(1, work, (), kwargs={"n": 2})
#^ work()
T(target=when_done(), args=(1, 2))
#^ when_done()
T(target=stops(), args=(1,))
#^ stops()
T(target=work(), args=(1,), kwargs={"n": 2})
#^ work()
T(target=work(), kwargs={"size": 2})
#^ work()
T(target=work(), args=options)
#^ work()
T(target=work(), **options)
#^ work()
Timer(1, work(), (1, *options))
#^ work()
atexit.register(work, m=3)
#^ work()
atexit.register(work(), size=3)
#^ work()
signal.signal(signal.SIGTERM, exact(1, m=2))
#^ exact(1, m=2)
signal.signal(signal.SIGTERM, handler=stops())
#^ stops()


class Pool:
    def __init__(self):
        self.pool = ThreadPoolExecutor()

    def run(self, numbers):
        self.pool.submit(work, 1)
        #^ work(1)
        self.pool.submit(self.step, 1)
        #^ self.step(1)
        self.pool.submit(work, 2)
        #^ work()
        self.pool.submit(work(1), 2)
        #^ work(1)
        with futures.ProcessPoolExecutor() as executor:
            executor.map(work, numbers)
            #^ work()
            executor.map(when_done(), numbers, numbers)
            #^ when_done()
            future = executor.submit(total, numbers)
            future.add_done_callback(when_done)
            #^ when_done()
            executor.submit(stream())
            #^ stream()
        return T(target=coroutine())
        #^ coroutine()

    def step(self, n):
        self.n = n

    def target(self):
        raise NotImplementedError

    def hook(self):
        return None

    def others(self, other):
        T(target=self.target())
        T(target=self.hook())
        T(target=other.step())


def stream():
    yield 1


async def coroutine():
    return work


def factory():
    def inner():
        pass

    return inner


def lambdas():
    return lambda: 3


def partial(n):
    return functools.partial(work, n)


def passes_on(function):
    return function


def sometimes(flag):
    if flag:
        return None
    return work


def stub():
    """To be replaced."""


@functools.cache
def decorated():
    print("made")


T(target=factory())
T(target=lambdas())
T(target=partial(1))
T(target=passes_on(work))
T(target=sometimes(True))
T(target=stub())
T(target=decorated())
T(target=unknown())
T(target=functools.partial(work, 1))
T(target=work, args=(1,))
T(target=lambda: work())
T(name=listed("a"))
Timer(work(), work)
atexit.register(work, total([]))
signal.signal(signal.SIGINT, signal.SIG_DFL)


def look_alikes(queue, pool, Thread):
    queue.submit(work())
    pool.map(work(), [])
    Thread(target=work())
    map(work(), [])


def shadowed():
    def work():
        return lambda: None

    return T(target=work())
