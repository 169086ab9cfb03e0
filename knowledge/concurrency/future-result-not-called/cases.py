import concurrent.futures
import multiprocessing as mp
import threading
from concurrent.futures import ThreadPoolExecutor as Pool, as_completed
from threading import Timer


def work(n):
    return n


with concurrent.futures.ThreadPoolExecutor() as executor:
    futures = [executor.submit(work, n) for n in range(3)]
    for f in as_completed(futures):
        print(f.result)
        #^ f.result
        print("failed", f.exception, sep=": ")
        #^ f.exception
        print(f"{f.result} and {f.exception!r:>10}")
        #^ f.result
        #^ f.exception
    for g in futures:
        if g.exception:
            #^ g.exception
            raise g.exception()
        elif not g.result:
            #^ g.result
            continue
        assert g.result == 3
        #^ g.result
        g.result
        #^ g.result


def assigned(pool: Pool):
    future = pool.submit(work, 1)
    answer = future.result
    #^ future.result
    print(answer)
    print([one.result is None for one in concurrent.futures.as_completed([future])])
    #^ one.result


def statements():
    thread = threading.Thread(target=work)
    thread.start
    #^ thread.start
    thread.join  # wait for it
    #^ thread.join
    Timer(1, work).start
    #^ Timer(1, work).start
    workers = [mp.Process(target=work) for _ in range(4)]
    for worker in workers:
        worker.start
        #^ worker.start
    for worker in workers:
        worker.join; print()
        #^ worker.join
    with open("a") as file:
        file.read
        #^ file.read
    other = open("b")
    other.close
    #^ other.close


class Job:
    def __init__(self):
        self.thread = threading.Thread(target=work)

    def stop(self):
        self.thread.join
        #^ self.thread.join


def called(pool: Pool):
    future = pool.submit(work, 1)
    print(future.result(), future.exception())
    if future.exception() or future.done():
        return future.result
    get = future.result
    print(get())
    passed_on(future.result)
    results = [one.result for one in as_completed([future])]
    callback = future.result
    print(callback)
    passed_on(callback)
    finish = future.exception
    return results, lambda: finish


def stored(thread: threading.Thread):
    begin = thread.start
    print(thread.join)
    if thread.join:
        begin()
    atexit = [thread.join, open("a").read]
    for step in atexit:
        step()


def unknown(future, thread, file, tasks):
    print(future.result)
    thread.join
    file.close
    for task in tasks:
        print(task.result)
    row = tasks.submit(work)
    print(row.result)


class Future:
    result = 3

    def start(self):
        self.result
        self.start


def look_alikes(test, loop):
    print(Future().result)
    path = "a"
    path.join
    print(threading.Thread(target=work).name)
    with test.assertRaises(AttributeError):
        open("a").read
    try:
        open("a").read
    except AttributeError:
        pass


def shadowed(as_completed, print, fs):
    for f in as_completed(fs):
        print(f.result)
    for f in concurrent.futures.as_completed(fs):
        print(f.result)


def mixed(fs, other):
    for f in concurrent.futures.as_completed(fs):
        pass
    for f in other:
        print(f.result)
