"""Tasks, kept and lost."""

import asyncio
import asyncio as aio
from asyncio import create_task, ensure_future as schedule


async def work(n=0):
    await asyncio.sleep(n)


async def statements():
    asyncio.create_task(work())
    #^ asyncio.create_task
    aio.create_task(  # a comment
    #^ aio.create_task
        work(1),
        name="one",
    )
    create_task(work())  # at the end
    #^ create_task
    schedule(work())
    #^ schedule
    if work:
        create_task(work()); print()
        #^ create_task


async def gathered():
    asyncio.gather(work(), work())
    #^ asyncio.gather
    _ = asyncio.gather(work())
    #^ asyncio.gather


async def of_that_name():
    asyncio.create_task(task())
    #^ asyncio.create_task


async def used_below():
    asyncio.create_task(work())
    #^ asyncio.create_task
    return await task


async def looks_at_names(text):
    asyncio.create_task(work())
    #^ asyncio.create_task
    return eval(text)


def loops():
    loop = asyncio.get_event_loop()
    loop.create_task(work())
    #^ loop.create_task
    asyncio.get_running_loop().create_task(work())
    #^ asyncio.get_running_loop().create_task
    loop.run_forever()


class Server:
    def __init__(self):
        self.loop = asyncio.new_event_loop()

    def start(self, task):
        self.loop.create_task(work(task))
        #^ self.loop.create_task

    async def restart(self, task, background_task):
        self.loop.create_task(work(task))
        #^ self.loop.create_task


async def overwritten():
    for n in range(3):
        _ = asyncio.create_task(work(n))
        #^ asyncio.create_task
    await asyncio.sleep(3)


async def last_statement():
    _ = asyncio.create_task(work())
    #^ asyncio.create_task


async def held_by_underscore():
    _ = asyncio.create_task(work())
    await asyncio.sleep(3)


async def used_underscore():
    _ = asyncio.create_task(work())
    return _


async def kept():
    task = asyncio.create_task(work())
    tasks = [asyncio.create_task(work()) for _ in range(3)]
    tasks.append(asyncio.ensure_future(work()))
    await asyncio.create_task(work())
    await asyncio.gather(*tasks)
    results = asyncio.gather(work())
    asyncio.create_task(work()).add_done_callback(print)
    other = asyncio.create_task(work())
    other.add_done_callback(tasks.remove)
    return task, results


async def grouped():
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
    async with asyncio.TaskGroup() as loop:
        loop.create_task(work())


def synchronous():
    asyncio.gather(work())


async def futures(loop):
    asyncio.ensure_future(loop.run_in_executor(None, print))
    asyncio.ensure_future(asyncio.wrap_future(loop))
    loop.create_task(work())


async def shadowed(create_task, asyncio):
    create_task(work())
    asyncio.create_task(work())


async def passed_on(loop):
    loop.call_soon(asyncio.create_task, work())
    callback = lambda: asyncio.create_task(work())
    return callback


class Test:
    async def test_refuses(self):
        with self.assertRaises(TypeError):
            asyncio.create_task(3)


_ = asyncio.get_event_loop().create_task(work())


async def class_body():
    class Results:
        asyncio.create_task(work())
        #^ asyncio.create_task
        asyncio.gather(work())
        #^ asyncio.gather


async def may_be_a_future(one):
    asyncio.ensure_future(one)


async def in_a_tuple():
    asyncio.create_task(work()),
    #^ asyncio.create_task
