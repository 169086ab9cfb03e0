import asyncio


def returned():
    try:
        return risky()
    finally:
        return 0
        #^ return 0


def only_clause_left():
    try:
        total = risky()
    except ValueError:
        total = 0
    return None  # in any case
        #^ return None


def with_clean_up(lock):
    try:
        risky()
    finally:
        lock.release()
    return -1
        #^ return -1


def computed(result):
    try:
        result = risky()
    except ValueError:
        pass
    finally:
        return result
        #^ return result


def bare_return():
    while True:
        try:
            risky()
        except ValueError:
            log()
        finally:
            # nothing more to do
            return
            #^ return


def one_line():
    try: return risky()
    except ValueError: log()
    return True
    #^ return True


def formatted(name):
    try:
        risky()
    except ValueError:
        log()
    finally:
        return f"done {name}"
        #^ return f"done {name}"


def left_loops(jobs):
    for job in jobs:
        try:
            job()
        finally:
            break
            #^ break
    while jobs:
        try:
            jobs.pop()()
        finally:
            if jobs:
                continue
                #^ continue


def behind_inner_loop(jobs):
    for job in jobs:
        try:
            job()
        finally:
            for _ in range(3):
                log()
            else:
                break
                #^ break


def deep():
    try:
        risky()
    finally:
        with opened() as file:
            for line in file:
                if line:
                    return line
                    #^ return line


def nested_try():
    try:
        risky()
    finally:
        try:
            log()
        finally:
            return 1
            #^ return 1


async def asynchronous():
    try:
        await asyncio.sleep(1)
    finally:
        return 0
        #^ return 0


def nested_function():
    try:
        risky()
    finally:

        def undo():
            return 1

        class Undo:
            def run(self):
                return 2

        register(undo, Undo, lambda: 3)


def inner_loop(jobs):
    try:
        risky()
    finally:
        for job in jobs:
            if not job:
                continue
            if job.last:
                break
        while jobs:
            if jobs.pop():
                break


def elsewhere():
    try:
        return risky()
    except ValueError:
        return 0
    else:
        return 1
    finally:
        log()
    return 2


def raised():
    try:
        risky()
    finally:
        raise RuntimeError


def generator():
    try:
        yield 1
    finally:
        yield 2
