"""Runs one example: a session statement by statement and with its prompts, anything else as a script."""

import ast
import asyncio
import linecache
import re
import sys
import time
import traceback
import types

NAME = "<example>"
PROMPTED = re.compile(r"^>>> ?(.*(?:\n\.\.\.(?: .*|$))*)", re.MULTILINE)


def run(source, is_session):
    """Prints what the example prints. Returns the key of what Python lacks here when the example failed for that."""
    sys.stdout.reconfigure(line_buffering=True)
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    error = None
    try:
        for code, mode in parts(source, is_session):
            error = execute(code, mode, main.__dict__) or error
            if isinstance(error, SystemExit):
                break
    except SyntaxError as unreadable:
        show(unreadable)
    sys.stdout.flush()
    sys.stderr.flush()
    # A session as it is shown may fail on purpose.
    return None if is_session and PROMPTED.search(source) else lacking(error)


def parts(source, is_session):
    """What is executed at once, each behind as many empty lines as stand before it, so that lines are counted as shown."""
    pieces = typed(source) if is_session else [source]
    text = "".join(pieces)
    linecache.cache[NAME] = (len(text), None, text.splitlines(keepends=True), NAME)
    line = 0
    for piece in pieces:
        if is_session:
            first, *more = piece.strip().splitlines()
            print(f">>> {first}", *(f"... {one}" for one in more), sep="\n")
        yield "\n" * line + piece, "single" if is_session else "exec"
        line += piece.count("\n")


def typed(source):
    """The statements of a session: behind their prompts, or without prompts as somebody edited them."""
    prompted = [re.sub(r"^\.\.\. ?", "", text, flags=re.MULTILINE) + "\n" for text in PROMPTED.findall(source)]
    if prompted:
        return prompted
    lines = [line + "\n" for line in source.splitlines()]
    # Two statements may share a line.
    starts = sorted({first_line(node) for node in ast.parse(source, NAME).body})
    ends = [*starts[1:], len(lines)] if starts else []
    return ["".join(lines[start:end]) for start, end in zip([0, *starts[1:]], ends)]


def first_line(node):
    return min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))]) - 1


def execute(code, mode, names):
    try:
        exec(compile(code, NAME, mode), names)
    except BaseException as error:
        if not isinstance(error, SystemExit):
            show(error)
        elif isinstance(error.code, str):
            print(error.code, file=sys.stderr)
        return error


def show(error):
    """As Python shows it, without the frames of this file."""
    sys.stdout.flush()
    trace = error.__traceback__
    while trace and trace.tb_frame.f_code.co_filename != NAME:
        trace = trace.tb_next
    traceback.print_exception(error.with_traceback(trace))


def lacking(error):
    match error:
        case ModuleNotFoundError(name="_multiprocessing") | NotImplementedError():
            return "processes"
        case ModuleNotFoundError():
            return "modules"
        case RuntimeError() if str(error) == "can't start new thread":
            return "threads"
        case OSError(errno=52 | 138):
            return "processes"
        case EOFError():
            return "keyboard"


class Loop(asyncio.BaseEventLoop):
    """An event loop that waits by sleeping: nothing here comes from outside and could wake it."""

    def __init__(self):
        super().__init__()
        self._selector = self

    def select(self, timeout):
        time.sleep(timeout or 0)
        return []

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = Loop


# Pyodide's own loop is the browser's, which cannot turn while a program runs.
asyncio._set_running_loop(None)
asyncio.events._set_event_loop_policy(Policy())
asyncio.run = asyncio.runners.run
time.sleep = time.sleep.__wrapped__

# What leads out of Python. The worker forgets them as well, so that they are not found again.
for name in "js", "pyodide_js":
    sys.modules.pop(name, None)
