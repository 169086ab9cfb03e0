import functools
import math
import queue
import threading
import threading as th
import time
import urllib.request
import zlib
from threading import Thread
from threading import Thread as Worker

import numpy as np
import somewhere

jobs = queue.Queue()


def count_primes(limit):
    found = 0
    for n in range(2, limit):
        for d in range(2, math.isqrt(n) + 1):
            if n % d == 0:
                break
        else:
            found += 1
    return found


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def through_helper(n):
    print(count_primes(n))


def sum_of_squares():
    return sum(n * n for n in range(10_000_000))


def spin(n):
    while n > 0:
        n -= 1


threading.Thread(target=count_primes, args=(10_000,)).start()
#^ threading.Thread
th.Thread(None, fib, args=(30,)).start()
#^ th.Thread
Worker(target=lambda: spin(10**8)).start()
#^ Worker
threads = [Thread(target=through_helper, args=(n,)) for n in range(4)]
#^ Thread
Thread(target=functools.partial(count_primes, 100)).start()
#^ Thread
Thread(target=sum_of_squares).start()
#^ Thread


class Miner:
    def start(self):
        Thread(target=self.mine).start()
        #^ Thread

    def mine(self):
        nonce = 0
        while nonce * nonce % 7919 != 1:
            nonce += 1
        self.nonce = nonce


class Counter(Thread):
    #^ Counter
    def run(self):
        total = 0
        for n in range(10_000_000):
            total += n
        self.total = total


def download(urls):
    for n in range(len(urls)):
        urllib.request.urlopen(urls[n] + 1)


def compress(blocks):
    for n in range(100_000):
        zlib.compress(blocks[n * 2])


def matrix(n):
    for i in range(n * 1000):
        np.dot(i, i)


def consume():
    total = 0
    while True:
        total += jobs.get()


def wait(n):
    while n > 0:
        time.sleep(1)
        n -= 1


def save(numbers):
    with open("numbers") as file:
        for n in range(10_000):
            file.write(n * 2)


def unknown(n):
    for i in range(n):
        somewhere.do(i * i)


def short():
    for n in range(10):
        print(n * n)


def no_loop():
    return 3 * 7


def reads(lines):
    total = 0
    for line in lines:
        total += len(line)
    return total


def through_waiting_helper(n):
    for i in range(n * n):
        wait(i)


for silent in (download, compress, matrix):
    Thread(target=silent).start()
Thread(target=download, args=([],)).start()
Thread(target=compress).start()
Thread(target=matrix).start()
Thread(target=consume).start()
Thread(target=wait).start()
Thread(target=save).start()
Thread(target=unknown).start()
Thread(target=short).start()
Thread(target=no_loop).start()
Thread(target=reads).start()
Thread(target=through_waiting_helper).start()
Thread(target=somewhere.crunch).start()
Thread().start()


class Poller(Thread):
    def run(self):
        while not self.stopped.wait(1):
            self.polls += 1


def sort_arrays(a):
    n = 0
    while n < 1000:
        a.sort()
        n += 1


def sort_a_list():
    a = [3, 2, 1]
    n = 0
    while n < 1000:
        a.sort()
        n += 1


threading.Thread(target=sort_arrays, args=(data,)).start()
threading.Thread(target=sort_a_list).start()
#^ threading.Thread


def shadowed(Thread):
    Thread(target=count_primes)


class threads_look_alike:
    Thread = somewhere.Thread

    def start(self):
        self.Thread(target=count_primes)


@compiled(nogil=True)
def elsewhere(n):
    total = 0
    for i in range(n):
        total += i
    return total


threading.Thread(target=elsewhere, args=(5,)).start()
