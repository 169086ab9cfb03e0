import concurrent.futures
import concurrent.futures as cf
import multiprocessing.pool
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, ProcessPoolExecutor
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool

import requests


def is_prime(n):
    for d in range(2, n):
        if n % d == 0:
            return False
    return True


def fetch(url):
    return requests.get(url)


def nap(n):
    for _ in range(n * n):
        time.sleep(n)


def with_map(numbers):
    with ProcessPoolExecutor(max_workers=4) as pool:
        #^ ThreadPoolExecutor
        return list(pool.map(is_prime, numbers))


def with_submit(numbers):
    with concurrent.futures.ProcessPoolExecutor() as pool:
        #^ concurrent.futures.ThreadPoolExecutor
        futures = [pool.submit(is_prime, n) for n in numbers]
        return [future.result() for future in as_completed(futures)]


def assigned(numbers):
    pool = cf.ThreadPoolExecutor()
    #^ cf.ThreadPoolExecutor
    pool.submit(lambda: is_prime(10**9 + 7))


def chained(numbers):
    return multiprocessing.Pool(4).map(is_prime, numbers)
    #^ ThreadPool


def dummy(numbers):
    with multiprocessing.Pool(4) as pool:
        #^ Pool
        return pool.starmap(is_prime, [(n,) for n in numbers])


class Service:
    def __init__(self):
        self.pool = ThreadPoolExecutor(thread_name_prefix="svc")
        #^ ThreadPoolExecutor

    def ask(self, n):
        return self.pool.submit(is_prime, n)


def downloads(urls):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(fetch, urls))


def naps(numbers):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(nap, numbers))


def mixed(urls, numbers):
    with ThreadPoolExecutor() as pool:
        pool.map(fetch, urls)
        pool.map(is_prime, numbers)


def builtin(numbers):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(str, numbers))


def imported(numbers):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(time.sleep, numbers))


def handed_on(numbers):
    return ThreadPoolExecutor()


def processes(numbers):
    with concurrent.futures.ProcessPoolExecutor() as pool:
        return list(pool.map(is_prime, numbers))


def real_pool(numbers):
    with multiprocessing.pool.Pool() as pool:
        return pool.map(is_prime, numbers)


def shadowed(ThreadPoolExecutor, numbers):
    with ThreadPoolExecutor() as pool:
        return pool.map(is_prime, numbers)


def other_name(numbers, pool):
    with ThreadPoolExecutor() as other:
        return pool.map(is_prime, numbers), other
