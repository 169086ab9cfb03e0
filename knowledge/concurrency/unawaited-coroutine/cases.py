import asyncio
import asyncio as aio
import functools
from asyncio import sleep, to_thread


async def fetch(url):
    return url


async def numbers():
    yield 1


async def forgotten():
    fetch("a")
    #^ fetch
    asyncio.sleep(1)
    #^ asyncio.sleep
    aio.wait_for(fetch("a"), 1)
    #^ aio.wait_for
    sleep(0)
    #^ sleep
    to_thread(print, "a")  # comment
    #^ to_thread
    aio.wait(
    #^ aio.wait
        [],
    )


def synchronous():
    fetch("a")
    #^ fetch
    if fetch:
        sleep(1)
        #^ sleep


class Client:
    async def connect(self):
        self.handshake()
        #^ self.handshake
        async with self.lock:
            self.handshake()
            #^ self.handshake

        class Inner:
            fetch("b")
            #^ fetch

    async def handshake(self):
        await fetch("a")

    @classmethod
    async def create(cls):
        return cls()

    def close(self):
        self.handshake()
        #^ self.handshake

        def later():
            self.create()
            #^ self.create

        return later

    def other(self, client):
        client.handshake()
        self.unknown()

        def inner(self):
            self.handshake()

        self.stream()
        self.wrapped()
        return inner

    async def stream(self):
        yield 1

    @functools.wraps(print)
    async def wrapped(self):
        pass

    @staticmethod
    def static(this):
        this.handshake()


def rebound(self):
    self.handshake()


fetch("a")
#^ fetch


async def awaited(group):
    await fetch("a")
    await asyncio.sleep(1)
    coro = fetch("a")
    await coro
    task = asyncio.create_task(fetch("a"))
    group.create_task(fetch("a"))
    numbers()
    return task, asyncio.wait_for(fetch("a"), 1)


@functools.cache
async def decorated():
    pass


async def twice():
    pass


def twice():
    pass


def silent():
    decorated()
    twice()
    asyncio.create_task
    asyncio.get_event_loop()
    return fetch("a")


def shadowed(fetch, asyncio):
    fetch("a")
    asyncio.sleep(1)


def local():
    def fetch():
        pass

    fetch()

    async def work():
        def numbers():
            yield 2

        numbers()

    return [work(), lambda: work()]


class Test:
    async def job(self):
        pass

    def test_warns(self):
        with self.assertWarns(RuntimeWarning):
            self.job()
        with self.assertWarnsRegex(RuntimeWarning, "never awaited"):
            fetch("a")


async def on_the_class(registry):
    Client.create()
    #^ Client.create
    Client.handshake(registry)
    #^ Client.handshake
    Client.static(registry)
    Client.stream(registry)
    Client.unknown()
    await Client.create()
    Wrapped.create()
    registry.create()


@functools.total_ordering
class Wrapped:
    @classmethod
    async def create(cls):
        return cls()


asyncio.run(fetch("a"))
asyncio.sleep
