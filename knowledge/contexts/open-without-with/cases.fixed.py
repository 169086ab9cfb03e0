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
    text = Path("notes.txt").read_text()
    #^ open
    data = Path("notes.bin").read_bytes()
    #^ open
    text = Path(path).read_text(encoding="utf-8").strip()
    #^ open
    text = Path("notes.txt").read_text(errors="ignore")
    #^ io.open
    with open(path, newline="") as handle:
        lines = handle.readlines()
    #^ open
    with open(path, "w") as handle:
        handle.write(text)
    #^ open
    text = Path(path).read_text()
    #^ Path(path).open
    text = folder.read_bytes()
    #^ folder.open
    with zipfile.ZipFile(path) as handle:
        names = handle.namelist()
    #^ zipfile.ZipFile
    with tarfile.open(path) as handle:
        handle.extractall(folder)
    #^ tarfile.open
    with open(path, "a") as handle:
        print(lines, data, names, "log", file=handle)
    #^ open
    return text or Path(path).read_text()
    #^ open


def given(path, data):
    with open(path) as file:
        config = json.load(file)
    #^ open
    with open(path, "rb") as file:
        config.update(load(file))
    #^ open
    with open(path, "wb") as file:
        pickle.dump(
            data,
            file,
            #^ open
        )
    json.dump(data(), open(path, "w"))
    #^ open
    with open(path) as file:
        with open(data) as handle:
            shutil.copyfileobj(file, handle)
    #^ open
    #^ open
    with open(path) as file:
        return sorted(file)
    #^ open


def iterated(path, stream):
    with open(path) as handle:
        for line in handle:  # as it is
            #^ open
            print(line, """
    two
    rows""", file=stream)

            if line:
                break
        else:
            print("none")
    with open(path) as handle:
        words = [line.split() for line in handle]
    #^ open
    return words


def never_closed(path):
    with open(path) as handle:  # all of it
        #^ open
        text = handle.read()
    # and back
    return text.splitlines()


def closed_if_all_goes_well(path, data):
    with open(path, "w") as out:
        #^ open
        for row in data:
            out.write(row)

    print("done")


def closed_in_between(path):
    with open(
    #^ open
        path,
        encoding="utf-8",
    ) as source:
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
    with socket.socket() as connection:
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


with open("notes.txt") as file:
    print(file.readlines())
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
