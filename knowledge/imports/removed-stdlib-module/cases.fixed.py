import asyncio.compat
#^ asyncio.compat
import cgi, os, telnetlib as telnet
#^ cgi
#^ telnetlib
import distutils.util
#^ distutils.util
import importlib
#^ imp
import shlex as p
#^ pipes
import symbol
#^ symbol
import sys
from crypt import crypt, mksalt
#^ crypt
from setuptools import Extension, setup as run
#^ distutils.core
from distutils.version import LooseVersion
#^ distutils.version
from importlib import reload as again
#^ imp
from lib2to3.pgen2 import driver
#^ lib2to3.pgen2
from shlex import quote
#^ pipes
from tkinter import Tk, tix
#^ tix

importlib.reload(os), p.quote("a b"), again(sys), symbol.sym_name, quote("c d"), run(ext_modules=[Extension])


def late():
    import asyncore
    #^ asyncore
    import parser
    #^ parser

    parser.suite("x = 1")
    return asyncore, os.path


def own():
    import pipes
    #^ pipes
    import imp as old
    #^ imp

    importlib = None
    old.find_module("os"), old.reload(os)
    return pipes.Template(), pipes.quote(importlib)


def moved(word):
    import shlex
    #^ pipes

    return [shlex.quote(word) for letter in word]


def taken(word):
    import pipes
    #^ pipes

    return [pipes.quote(shlex) for shlex in word]


def taken_further_in():
    import pipes
    #^ pipes

    return lambda shlex: pipes.quote(shlex)


class Shell:
    import pipes
    #^ pipes

    word = pipes.quote("a b")

    def quoted(self, word):
        return self.pipes.quote(word)


import pipes
#^ pipes
__all__ = ["pipes"]
pipes.quote("a b")


try:
    import smtpd
except ImportError:
    smtpd = None

try:
    import json
except ModuleNotFoundError:
    import uu as json

try:
    import xdrlib
except Exception:
    xdrlib = None

try:
    import nis
    #^ nis
except ValueError:
    nis = None

if sys.version_info < (3, 13):
    import cgitb
else:
    cgitb = None

OLD = sys.version_info[:2] < (3, 12)
if OLD:
    from imp import find_module


def guarded():
    if sys.hexversion >= 0x030D0000:
        return None
    import imghdr

    return imghdr


def also_guarded():
    from contextlib import suppress

    with suppress(ImportError):
        import spwd

        return spwd
    with suppress(KeyError):
        import spwd
        #^ spwd


def skipped():
    import pytest

    pytest.importorskip("msilib")
    import msilib.schema

    return msilib.schema


def own_modules():
    import chunk
    import formatter
    import parser
    import symbol
    from crypt import decrypt
    from parser import Parser, parse
    from pipes import Pipe

    chunk.Chunk(1), formatter.Formatter(), parser.parse(""), symbol.Symbol("x")
    return decrypt, Parser, parse, Pipe, symbol


from . import imp as mine
from .cgi import escape
from .distutils import core
from asyncio import events
from imports import imp as another
from mypackage.imp import reload
from tkinter import ttk

import mypackage.cgi
import imports
import setuptools
import distutils.errors
#^ distutils.errors
