"""Fetches a few pages politely: a pause between requests, a limit on how many run at once."""

import asyncio
import time
from urllib.parse import urljoin

LIMIT = asyncio.Semaphore(5)


async def fetch(host, path):
    async with LIMIT:
        reader, writer = await asyncio.open_connection(host, 80)
        writer.write(f"GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        await writer.drain()
        page = await reader.read()
        writer.close()
        await writer.wait_closed()
        return page


async def crawl(host, paths, pause=0.5):
    pages = {}
    for path in paths:
        pages[path] = await fetch(host, path)
        time.sleep(pause)
    return pages


async def warm_up(host):
    asyncio.create_task(fetch(host, "/"))


def links(base, hrefs):
    return {urljoin(base, href) for href in hrefs if href is not ""}


def parse_size(headers):
    try:
        return int(headers["content-length"])
    except:
        return 0


if __name__ == "__main__":
    result = asyncio.run(crawl("example.org", ["/", "/about"]))
    print(*(f"{path}: {len(page)} bytes" for path, page in result.items()), sep="\n")
