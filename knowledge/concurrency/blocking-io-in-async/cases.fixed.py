import asyncio
import os
import pathlib
import socket
import sqlite3
import subprocess
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from subprocess import check_output as output

import httpx
import requests
import requests as rq


async def web(url):
    answer = await asyncio.to_thread(requests.get, url, timeout=3)
    #^ requests.get
    text = (await asyncio.to_thread(rq.post, url)).text
    #^ rq.post
    await asyncio.to_thread(requests.request,
    #^ requests.request
        "GET",  # the method
        url,
    )
    requests.get(url, stream=True)
    #^ requests.get
    urllib.request.urlopen(url).read()
    #^ urllib.request.urlopen
    return answer, text, (await asyncio.to_thread(httpx.get, url)).json()["a"]
    #^ httpx.get


async def sessions(url):
    session = requests.Session()
    await asyncio.to_thread(session.get, url)
    #^ session.get
    with httpx.Client() as client:
        await asyncio.to_thread(client.post, url)
        #^ client.post
    async with httpx.AsyncClient() as client2:
        await client2.get(url)


async def processes():
    await asyncio.to_thread(subprocess.run, ["ls"])
    #^ subprocess.run
    lines = (await asyncio.to_thread(output, ["ls"])).splitlines()
    #^ output
    await asyncio.to_thread(os.system, "ls")
    #^ os.system
    await asyncio.to_thread(subprocess.Popen(["ls"]).wait)
    #^ subprocess.Popen(["ls"]).wait
    child = subprocess.Popen(["ls"])
    await asyncio.to_thread(child.wait)
    #^ child.wait
    await asyncio.to_thread(os.waitpid, child.pid, 0)
    #^ os.waitpid
    os.waitpid(child.pid, os.WNOHANG)
    child.poll()
    child.wait(timeout=0)
    return lines


async def files(path: Path):
    with open("a") as file:
        #^ open
        file.read()
    text = await asyncio.to_thread(Path("a").read_text, encoding="utf-8")
    #^ Path("a").read_text
    await asyncio.to_thread(path.write_text, text.upper())
    #^ path.write_text
    with pathlib.Path("b").open() as file:
        #^ pathlib.Path("b").open
        return file
    name = await asyncio.to_thread(input)
    #^ input
    return f"{await asyncio.to_thread(input, 'name?')} {name}"
    #^ input


async def places(items):
    class Inner:
        name = input()
        #^ input

    def nested(default=input()):
        #^ input
        return default

    lazy = (requests.get(item) for item in items)
    #^ requests.get
    ready = [await asyncio.to_thread(requests.get, item) for item in items]
    #^ requests.get
    return lazy, ready, Inner, nested


async def network():
    database = sqlite3.connect("a.db")
    #^ sqlite3.connect
    connection = socket.socket()
    await asyncio.to_thread(connection.recv, 1024)
    #^ connection.recv
    lock = threading.Lock()
    await asyncio.to_thread(lock.acquire)
    #^ lock.acquire
    lock.acquire(blocking=False)
    lock.acquire(timeout=1)
    lock.acquire(False)
    return database


async def futures(work):
    with ThreadPoolExecutor() as pool:
        first = pool.submit(work)
        print(await asyncio.wrap_future(first))
        #^ first.result
        (await asyncio.wrap_future(pool.submit(work))).close()
        #^ pool.submit(work).result
        second = pool.submit(work)
        await asyncio.wrap_future(second)
        second.result()
        third = pool.submit(work)
        if third.done():
            third.result()
        for future in as_completed([work]):
            future.result()
        task = asyncio.create_task(work())
        await task
        return task.result()


def synchronous(url):
    requests.get(url)
    open("a")
    input()


async def elsewhere(url, pool):
    await asyncio.to_thread(requests.get, url)
    await asyncio.get_running_loop().run_in_executor(None, open, "a")

    def work():
        return requests.get(url)

    await asyncio.to_thread(work)
    await asyncio.to_thread(lambda: input())
    pool.get(url)
    pool.submit(work).result()


async def asynchronous(reader, lock: asyncio.Lock):
    process = await asyncio.create_subprocess_exec("ls")
    await process.wait()
    await lock.acquire()
    await reader.read()
    subprocess.Popen(["ls"])


async def shadowed(requests, open, input, Path):
    requests.get("a")
    open("a")
    input()
    Path("a").read_text()


class Local:
    async def open(self):
        self.open()
        self.result()
        os.path.join("a")
        os.environ.get("a")


async def told_not_to_block():
    listener = socket.socket()
    listener.setblocking(False)
    listener.accept()
