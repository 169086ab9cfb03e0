"""Decorators."""
import functools as ft
from contextlib import contextmanager
from functools import partial, update_wrapper


def loud(f):
    @ft.wraps(f)
    def wrapper(*args, **kwargs):
        #^ wrapper
        return f(*args, **kwargs).upper()

    return wrapper


def typed(func: "Callable", *, times: int = 3):
    """Calls again."""

    @ft.wraps(func)
    async def again(*args, **kwargs):
        #^ again
        for _ in range(times):
            result = await func(*args, **kwargs)
        return result

    again.times = times
    return again


class Client:
    def checked(f):
        @ft.wraps(f)
        def wrapper(self, *args):
            #^ wrapper
            return f(self, *args)

        return wrapper

    @checked
    def read(self, name):
        return name


def described(f):
    def run(*args, **kwargs):
        """Runs it without a window."""
        return f(*args, **kwargs)

    return run


def used(f):
    @ft.wraps(f)
    def one(x):
        #^ one
        return f(x)

    return one


@used
def half(x):
    return x / 2


def assigned(f):
    cache = {}

    @ft.wraps(f)
    def lookup(x):
        #^ lookup
        if x not in cache:
            cache[x] = f(x)
        return cache[x]

    return lookup


def double(x):
    return 2 * x


double = assigned(double)


def repeat(times):
    def decorate(f):
        @ft.wraps(f)
        def wrapper(*args, **kwargs):
            #^ wrapper
            for _ in range(times):
                f(*args, **kwargs)

        return wrapper

    return decorate


def injected(database):
    def decorate(f):
        @ft.wraps(f)
        def wrapper(request):
            #^ wrapper
            return f(request, database)

        return wrapper

    return decorate


@injected("main")
def view(request, database):
    return request, database


class Route:
    def before(self, f):
        @ft.wraps(f)
        def run(*args, **kwargs):
            #^ run
            self.log()
            return f(*args, **kwargs)

        return run

    @staticmethod
    def after(f=None):
        if f is None:
            return Route.after

        @ft.wraps(f)
        def run(*args, **kwargs):
            #^ run
            return f(*args, **kwargs)

        return run


def either(f):
    if f.is_slow:
        @ft.wraps(f)
        def wrapper(*args, **kwargs):
            #^ wrapper
            return f(*args, **kwargs)
    else:
        @ft.wraps(f)
        def wrapper(*args, **kwargs):
            #^ wrapper
            return [f(*args, **kwargs)]
    return wrapper


def polite(f):
    @ft.wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return wrapper


def updated(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    update_wrapper(wrapper, f)
    return wrapper


def returned(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return update_wrapper(wrapper, f)


def named(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    wrapper.__name__ = f.__name__
    return wrapper


def documented(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    wrapper.__dict__.update(f.__dict__)
    return wrapper


def kept(f, wrappers=[]):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    wrappers.append(wrapper)
    return wrapper


def bound(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    return partial(wrapper, 3)


def given_out(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)

    def show():
        return wrapper

    return show


def registered(f):
    def show():
        return f.__name__

    f.show = show
    return f


def named_only(f):
    def show(*args):
        return f.__name__, args

    return show


def compose(f, g):
    def both(*args):
        return f(g(*args))

    return both


def callback(f, button):
    def clicked(*args):
        return f(button, *args)

    return clicked


def adder(n):
    def add(x):
        return x + n

    return add


def make_caller(f):
    def caller(x):
        return f(x, 3)

    return caller


def singleton(cls):
    def get(*args):
        return cls(*args)

    return get


def classy(thing):
    def make(*args):
        return thing(*args)

    return make


@classy
class Thing:
    pass


def typed_class(thing: type):
    def make(*args):
        return thing(*args)

    return make


@contextmanager
def managed(f):
    def wrapper(*args):
        return f(*args)

    yield wrapper


def shadowed(f):
    def wrapper(f, *args):
        return f(*args)

    return wrapper


def rebound(f):
    f = prepared(f)

    def wrapper(*args):
        return f(*args)

    return wrapper


def later(f):
    def wrapper(*args):
        return lambda: f(*args)

    return wrapper


class Wrapped:
    def __call__(self, f, *args):
        return f(*args)


def prepared(f):
    return f


def wrap_function(f):
    def checked(x, *args):
        y = f(x, *args)
        assert y == y
        return y

    return checked


def search(callback, filters):
    def guard(call):
        def run(node):
            return [one for one in call(node) if one in filters]

        return run

    callback = guard(callback)
    for one in filters:
        callback = search(callback)
    return callback


def in_a_test(feed):
    errors = []

    def log_errors(f):
        def wrapper(*args, **kwargs):
            try:
                f(*args, **kwargs)
            except OSError as error:
                errors.append(error)

        return wrapper

    start(log_errors(feed))
    return errors
