import contextlib
import io
import json
import pickle
import shutil
import socket
import subprocess
import tarfile
import zipfile
from json import load
from pathlib import Path
from unittest import mock


def chained(path, folder: Path):
    text = open("notes.txt").read()
    #^ open
    data = open("notes.bin", "rb").read()
    #^ open
    text = open(path, encoding="utf-8").read().strip()
    #^ open
    text = io.open("notes.txt", mode="r", errors="ignore").read()
    #^ io.open
    lines = open(path, newline="").readlines()
    #^ open
    open(path, "w").write(text)
    #^ open
    text = Path(path).open().read()
    #^ Path(path).open
    text = folder.open("rb").read()
    #^ folder.open
    names = zipfile.ZipFile(path).namelist()
    #^ zipfile.ZipFile
    tarfile.open(path).extractall(folder)
    #^ tarfile.open
    print(lines, data, names, "log", file=open(path, "a"))
    #^ open
    return text or open(path).read()
    #^ open


def given(path, data):
    config = json.load(open(path))
    #^ open
    config.update(load(open(path, "rb")))
    #^ open
    pickle.dump(
        data,
        open(path, "wb"),
        #^ open
    )
    json.dump(data(), open(path, "w"))
    #^ open
    shutil.copyfileobj(open(path), open(data))
    #^ open
    #^ open
    return sorted(open(path))
    #^ open


def iterated(path, stream):
    for line in open(path):  # as it is
        #^ open
        print(line, """
    two
    rows""", file=stream)

        if line:
            break
    else:
        print("none")
    words = [line.split() for line in open(path)]
    #^ open
    return words


def never_closed(path):
    handle = open(path)  # all of it
    #^ open
    text = handle.read()
    # and back
    return text.splitlines()


def closed_if_all_goes_well(path, data):
    out = open(path, "w")
    #^ open
    for row in data:
        out.write(row)

    out.close()
    print("done")


def closed_in_between(path):
    source = open(
    #^ open
        path,
        encoding="utf-8",
    )
    text = source.read()
    source.close()  # done
    return text, source.name


def again(path):
    source = open(path)
    #^ open
    text = source.read()
    source.close()
    source = open(path, "w")
    #^ open
    source.write(text.upper())
    source.close()


def ask(host):
    connection = socket.socket()
    #^ socket.socket
    connection.connect((host, 80))
    connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
    return connection.recv(100)


def one_line(path): source = open(path); return source.read()
#^ open


def annotated(path):
    source: io.TextIOWrapper = open(path)
    #^ open
    return source.read()


def in_branch(path):
    if path:
        source = open(path)
        #^ open
    else:
        source = open("default")
        #^ open
    return source.read()


def managed(path):
    with open(path) as source:
        text = source.read()
    with contextlib.closing(socket.socket()) as connection:
        connection.connect(path)
    with contextlib.ExitStack() as stack:
        source = stack.enter_context(open(path))
    source = open(path)
    with source:
        text = source.read()
    return text


def tried(path):
    source = open(path)
    try:
        return source.read()
    finally:
        source.close()


def handled(path):
    source = open(path)
    try:
        text = source.read()
    except OSError:
        source.close()
        raise
    source.close()
    return text


def handed_over(path, queue):
    log = open(path)
    subprocess.run(["ls"], stdout=log)
    source = open(path)
    queue.put(source)
    other = open(path)
    return other


def given_away(path):
    first = open(path)
    yield first
    second = open(path)
    third = [second]
    print(third)
    fourth = open(path)
    alias = fourth
    print(alias)
    return open(path), subprocess.Popen("ls", stdout=open(path))


class Reader:
    def __init__(self, path):
        self.source = open(path)
        source = open(path)
        self.other = source

    def close(self):
        self.source.close()

    def later(self, path):
        source = open(path)
        return lambda: source.read()

    def lines(self, path):
        source = open(path)
        return (line for line in source)


def others(path):
    source = open(path)
    source.detach()
    open(path, "w").close()
    new = open(path, "w")
    new.close()
    maybe = open(path) if path else None
    lock = open(path)
    inner = zipfile.ZipFile(path)
    member = inner.open("x")
    return open(path).name, maybe, member


def reopened(path):
    source = None
    if path:
        source = open(path)
    print(source.read())


def outer(path):
    global shared
    shared = open(path)
    shared.read()


def shadowed(open, path):
    return open(path).read()


def look_alike(path, zip, folder):
    folder.open().read()
    zip.open("x").read()
    text = Door().open().read()
    return text


class Door:
    def open(self):
        return self


def can_open(path):
    try:
        new = socket.socket()
    except OSError:
        return False
    else:
        new.close()
    return True


@mock.patch("builtins.open")
def mocked(path, opened):
    with mock.patch("builtins.open", opened):
        text = open(path).read()
    source = open(path)
    return source.read() + text


def expected(path, test):
    with test.assertRaises(OSError):
        open(path).read()


print(open("notes.txt").readlines())
#^ open


class Constants:
    lines = open("notes.txt").readlines()
    #^ open


module_level = open("notes.txt")
print(module_level.read())


def twice(a, b):
    file = open(a)
         #^ open
    text = file.read()
    file.close()
    file = open(b)
         #^ open
    return text + file.read()
