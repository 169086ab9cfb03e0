import asyncio
import time
import time as clock
from time import sleep
from time import sleep as pause


async def attribute():
    time.sleep(1)
    #^ time.sleep


async def alias():
    clock.sleep(0.5)
    #^ clock.sleep
    pause(2)
    #^ pause


async def imported():
    for _ in range(3):
        sleep(1)
        #^ sleep


class Client:
    async def poll(self):
        with self.lock:
            time.sleep(1)
            #^ time.sleep


async def in_expression():
    return time.sleep(1) or 3
    #^ time.sleep


async def in_comprehension():
    [sleep(n) for n in range(3)]
    #^ sleep


def synchronous():
    time.sleep(1)


async def fine():
    await asyncio.sleep(1)


async def nested_function():
    def work():
        time.sleep(1)

    await asyncio.to_thread(work)


async def nested_lambda():
    await asyncio.to_thread(lambda: time.sleep(1))


async def reference():
    await asyncio.to_thread(time.sleep, 1)


async def default(wait=time.sleep(0)):
    return wait


async def shadowed(sleep):
    sleep(1)


async def look_alike(self):
    self.time.sleep(1)


time.sleep(0)


async def class_body():
    class Slow:
        time.sleep(1)
        #^ time.sleep
