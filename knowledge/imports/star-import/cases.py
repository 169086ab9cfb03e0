from os.path import *
#^ *
import os
import tkinter
from collections import OrderedDict, defaultdict as Default
from typing import Self

limit = 3
print("from math import *", limit * 2, *[1], **{})


def here(path, *names, **options):
    first, *rest = names
    return join(path, *rest, first), exists(path), os.path.isfile(path), OrderedDict(isdir=path)


class Folder(Default):
    sep = "/"

    def isabs(self) -> Self:
        return [basename(name) for name in self if splitext(name)[1]] and self.isabs()

    def kind(self, value):
        match value:
            case os.path.sep:
                return sep
            case Folder(lexists=1):
                return tkinter.END
            case other:
                return other
