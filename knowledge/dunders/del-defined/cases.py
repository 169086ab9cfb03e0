import warnings


class Connection:
    def __init__(self, socket):
        self.socket = socket

    def __del__(self):
        #^ __del__
        self.socket.close()


class Counter:
    alive = 0

    def __del__(self):
        #^ __del__
        Counter.alive -= 1


class Decorated:
    @staticmethod
    def __del__(self):
        #^ __del__
        print("gone")


class Managed:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.__del__()

    def __del__(self):
        #^ __del__
        raise RuntimeError


class Warns:
    def __del__(self):
        if not self.closed:
            warnings.warn("unclosed", ResourceWarning, source=self)


class WarnsByDefault:
    def __del__(self, _warn=warnings.warn):
        if self.transport is not None:
            _warn(f"unclosed {self!r}", ResourceWarning, source=self)


class WarnsWithAnObject:
    def __del__(self):
        if self.closed:
            return
        warnings.warn(ResourceWarning("unclosed"))


class WarnsIfItCan:
    def __del__(self):
        try:
            message = f"unclosed {self!r}"
            warnings.warn(message, ResourceWarning)
        except Exception:
            pass


class ClosesOtherwise:
    def __del__(self):
        #^ __del__
        if self.closed:
            warnings.warn("unclosed", ResourceWarning)
        else:
            self.close()


class ClosesInTheEnd:
    def __del__(self):
        #^ __del__
        try:
            warning = ResourceWarning("unclosed")
            warnings.warn(warning)
        finally:
            self.close()


class Placeholder:
    def __del__(self):
        pass


class Documented:
    def __del__(self):
        """Nothing to do."""
        ...


class Items:
    def __delitem__(self, key):
        self.items.remove(key)


def __del__(self):
    self.close()


class Outer:
    def method(self):
        def __del__():
            return 1

        return __del__


class SaysWhich:
    def __del__(self):
        message = "unclosed %r" % (self,)
        warnings.warn(message, ResourceWarning)
        again = "unclosed {}".format(self)
        warnings.warn(again, ResourceWarning)


class ClosesDescriptor:
    def __del__(self):
       #^ __del__
        close(self.descriptor)
