import asyncio
import contextlib
import os
import pytest
import sys
import time
from contextlib import asynccontextmanager, contextmanager as cm
from contextlib import contextmanager


@contextmanager
def closed(path):
    handle = connect(path)
    try:
        yield handle
        #^ yield handle
    finally:
        handle.close()


@contextlib.contextmanager
def committed(path):
    db = connect(path)
    cursor = db.cursor()
    try:
        result = yield cursor  # the block runs here
        #^ yield cursor

        # only after success
        db.commit()

    finally:
        cursor.close()
        # and what it is on
        db.close(
            """
    in any case
        """,
        )


@asynccontextmanager
async def asynchronous():
    pool = await connect()
    try:
        yield (
        #^ yield (
            pool
        )
    finally:
        await pool.aclose()


@cm
def changed_folder(path):
    old = os.getcwd()
    os.chdir(path)
    try:
        yield
        #^ yield
    finally:
        os.chdir(old)


@cm
def redirected(stream):
    old = sys.stdout
    sys.stdout = stream
    try:
        yield stream
        #^ yield stream
    finally:
        sys.stdout = old


class Tree:
    @contextmanager
    def nested(self, key):
        self.depth += 1
        self.busy = True
        try:
            yield self.depth
            #^ yield self.depth
        finally:
            self.depth -= 1
            self.busy = False

    @contextmanager
    def busy_only(self):
        self.busy = True
        try:
            yield
            #^ yield
        finally:
            self.busy = False

    @contextmanager
    def remembered(self, key, value):
        self.items[key] = value
        try:
            yield
            #^ yield
        finally:
            if key:
                del self.items[key]


@contextmanager
def one_line(x): yield x; x.close()
#^ yield x


@contextmanager
def branches(path):
    if path:
        handle = connect(path)
        yield handle
        #^ yield handle
    else:
        handle = None
        yield None
    if handle:
        handle.close()


@contextmanager
def twice(path):
    yield path
    yield path
    #^ yield path


@contextmanager
def falls_through(path):
    if not path:
        yield None
    with connect(path) as handle:
        yield handle
        #^ yield handle


@contextmanager
def returns_early(handle):
    yield handle
    #^ yield handle
    handle.close()
    return


@contextmanager
def guarded(path):
    handle = connect(path)
    try:
        yield handle
    finally:
        handle.close()


@contextmanager
def handled(db):
    try:
        yield db
    except ValueError:
        db.rollback()
        raise
    db.close()


@contextmanager
def within(path):
    with connect(path) as handle:
        yield handle
        handle.close()


@contextmanager
def nothing_behind(path):
    os.makedirs(path)
    yield path


@contextmanager
def only_success(db):
    yield db
    db.commit()


@contextmanager
def measured(name):
    start = time.perf_counter()
    print("start", name)
    yield
    seconds = time.perf_counter() - start
    print("end", name, seconds)
    assert seconds < 3


@contextmanager
def raised_later(handle):
    handle.error = None
    yield
    if handle.error:
        handle.close()
        raise handle.error


@contextmanager
def state(result):
    result.ok = False
    yield
    result.ok = True


@contextmanager
def either(path):
    if path is None:
        yield sys.stdin
    else:
        with connect(path) as handle:
            yield handle


@contextmanager
def returned(path):
    if path is None:
        yield sys.stdin
        return
    with connect(path) as handle:
        yield handle


@contextmanager
def same_condition(path):
    if path is None:
        yield sys.stdin
    print(path)
    if path is not None:
        yield path


@contextmanager
def retried(path):
    for _ in range(3):
        try:
            yield path
            return
        except OSError:
            continue
    yield None


@contextmanager
def alternative(path):
    try:
        handle = connect(path)
        yield handle
    except OSError:
        yield None


@contextmanager
def delegated(path):
    yield from generator(path)
    path.close()


def generator(path):
    handle = connect(path)
    yield handle
    handle.close()


@pytest.fixture
def fixture():
    handle = connect("x")
    yield handle
    handle.close()


@pytest.fixture()
@contextmanager
def fixture_manager():
    handle = connect("x")
    yield handle
    handle.close()


def shadowed(contextmanager):
    @contextmanager
    def inner(path):
        handle = connect(path)
        yield handle
        handle.close()


@contextmanager
def nested_function(path):
    def generator():
        handle = connect(path)
        yield handle
        handle.close()

    yield generator
