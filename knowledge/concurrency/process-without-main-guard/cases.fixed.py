"""Scripts that start processes."""

import asyncio
import multiprocessing
import multiprocessing as mp
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Process

LIMIT = 10


def work(n=LIMIT):
    return n


count = 3
process = Process(target=work)
if __name__ == "__main__":
    process.start()
    #^ process.start
    process.join()


class Runner:
    def run(self):
        Process(target=work).start()


# The pool.
with Pool(4) as pool:
    #^ Pool
    print(
        pool.map(work, [1, 2]),  # all of them

    )


def later():
    return kept


kept = mp.Manager()
#^ mp.Manager


def main():
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(work, [1])))


if __name__ == "__main__":
    main()
    #^ main


async def amain():
    workers = [mp.Process(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()


if __name__ == "__main__":
    asyncio.run(amain())
    #^ amain


def sequential():
    pass


if __name__ == "__main__":
    workers = [Process(target=work) for _ in range(count)]
    # Start them all.
    for worker in workers:
        if worker:
            worker.start()
            #^ worker.start


def in_between():
    pass


text = """
lines
"""
multiprocessing.Pool().map(work, text)
#^ multiprocessing.Pool


def between():
    executor = ProcessPoolExecutor()
    return executor


if __name__ == "__main__":
    print(list(ProcessPoolExecutor().map(work, [1])))
    #^ ProcessPoolExecutor


def guarded():
    if __name__ == "__main__":
        Process(target=work).start()


guarded()
between()
idle = ProcessPoolExecutor()
unstarted = Process(target=work)
amain()


def uses_idle():
    return idle.submit(work)


def generator():
    yield Pool()


generator()


class Holder:
    pool = Pool()

    def start(self):
        return Pool()


def look_alikes(Pool, Process):
    Pool()
    Process().start()


look_alikes(list, list)
sys.start = lambda: Pool()

if __name__ == "__main__":
    main()
    process = Process(target=work)
    process.start()
    with Pool() as pool:
        pool.map(work, [1])
elif sys.argv:
    Pool()

if mp.parent_process() is None:
    mp.Manager()

if __name__ != "__main__":
    sys.exit()

mp.Pool().map(work, [1])
main()
