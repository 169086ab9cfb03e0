"""A small job runner: counting in threads, retries, callbacks."""

import functools
import hashlib
from threading import Lock, Thread


def count_primes(limit):
    count = 0
    for number in range(2, limit):
        for divisor in range(2, int(number**0.5) + 1):
            if number % divisor == 0:
                break
        else:
            count += 1
    return count


class Counter:
    def __init__(self):
        self._lock = Lock()
        self.done = 0

    def add(self, amount=1):
        with self._lock:
            self.done += amount


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return function(*args, **kwargs)
                except OSError as error:
                    last = error
            raise last

        return wrapper

    return decorate


@retry(times=3)
def fingerprint(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def run_all(limits):
    workers = [Thread(target=count_primes, args=(limit,)) for limit in limits]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def handlers(names):
    callbacks = []
    for name in names:
        callbacks.append(lambda event: print(name, event))
    return callbacks


if __name__ == "__main__":
    run_all([200_000, 300_000])
