import contextlib
import functools


class Plain:
    def __setattr__(self, name, value):
        self.last = name
        #^ self.last
        super().__setattr__(name, value)


class HandsOn:
    def __setattr__(self, name, value):
        if not isinstance(value, int):
            raise TypeError(name)
        setattr(self, name, value)
        #^ setattr(self, name, value)


class SameName:
    def __setattr__(self, name, value):
        if name == "age":
            self.age = int(value)
            #^ self.age
        else:
            super().__setattr__(name, value)


class OtherBranch:
    def __setattr__(self, key, value):
        if key in ("a", "b"):
            self.__dict__[key] = value
        else:
            self.__hidden = value
            #^ self.__hidden


class Upper:
    def __setattr__(self, name, value):
        setattr(self, name, value.upper())
        #^ setattr(self, name, value.upper())


class Reads:
    def __init__(self):
        self.count = 0

    def __getattribute__(self, name):
        print(self.count)
        #^ self.count
        return super().__getattribute__(name)


class ReadsByName:
    def __getattribute__(self, name):
        return getattr(self, name)
        #^ getattr(self, name)


class ReadsDict:
    def __getattribute__(self, name):
        return self.__dict__[name]
        #^ self.__dict__


class Forgets:
    def __getattribute__(self, name):
        #^ __getattribute__
        object.__getattribute__(self, name)


class Prints:
    def __getattribute__(self, name):
        #^ __getattribute__
        print(name)


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self._target, name)
        #^ self._target


class AsksItself:
    def __getattr__(self, name):
        return getattr(self, name, None)
        #^ getattr(self, name, None)


class Person:
    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        if not value:
            raise ValueError("no name")
        self.name = value
        #^ self.name

    @property
    def age(self):
        return self.years

    @age.setter
    def age(self, value):
        self.age = int(value)
        #^ self.age


class Fine:
    def __init__(self):
        self.data = {}

    def __setattr__(self, name, value):
        self.__dict__[name] = value

    def __getattribute__(self, name):
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return self.data[name]

    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        self._size = value


class Ends:
    def __setattr__(self, name, value):
        if name == "celsius":
            self.kelvin = value + 273
        elif name.startswith("_"):
            return
        super().__setattr__(name, value)


class Guarded:
    def __setattr__(self, name, value):
        if name.startswith("_"):
            super().__setattr__(name, value)
            return
        self._changed = True
        super().__setattr__(name, value)


class ByState:
    def __setattr__(self, name, value):
        if not self.ready:
            setattr(self, name, value)
        super().__setattr__(name, value)


class Unwraps:
    def __setattr__(self, name, value):
        if isinstance(value, list):
            setattr(self, name, tuple(value))
        else:
            super().__setattr__(name, value)


class Renames:
    def __getattribute__(self, name):
        if name == "old":
            return self.new
        return super().__getattribute__(name)


class Shortcut:
    def __getattribute__(self, name):
        return name != "real" and self.real


class Refuses:
    def __getattribute__(self, name):
        raise AttributeError(name)


class RefusesInTests:
    def __getattribute__(self, name):
        assert False


class Loads:
    def __getattr__(self, name):
        load_everything(self)
        return getattr(self, name)


class Stub:
    def __getattribute__(self, name): ...


class Catches:
    def __getattribute__(self, name):
        try:
            return self.other
        except RecursionError:
            return None


class TakesItselfOff:
    def __getattribute__(self, name):
        self.__class__ = object
        return self.other


class Later:
    def __getattribute__(self, name):
        return lambda: self.other


class SetElsewhere:
    def __init__(self):
        self.reset()

    def reset(self):
        self._target = object()

    def __getattr__(self, name):
        return getattr(self._target, name)


class FromElsewhere(functools.partial):
    def __init__(self):
        pass

    def __getattr__(self, name):
        return getattr(self._wrapped, name)


class Mixin:
    def __getattr__(self, name):
        return getattr(self._inner, name)


class Other:
    def __setattr__(self, name, value):
        other = Fine()
        other.data = value
        setattr(other, name, value)


class WithHook:
    def __setattr__(self, name, value):
        self.__dict__["_" + name] = value

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self.x = value


class NotTheSame:
    @property
    def x(self):
        return self._x

    @x.setter
    def set_x(self, value):
        self.x = value

    @contextlib.contextmanager
    def y(self):
        yield self


class Toggle:
    @property
    def on(self):
        return self._on

    @on.setter
    def on(self, value):
        if value != self._on:
            self._on = value
            self.on = not value


class AssertsName:
    def __setattr__(self, name, value):
        assert name != "last"
        self.last = None
        super().__setattr__(name, value)


class AssertsType:
    @property
    def p(self):
        return self._p

    @p.setter
    def p(self, value):
        assert isinstance(value, int)
        self.p = value
        #^ self.p


class AssertsLess:
    @property
    def p(self):
        return self._p

    @p.setter
    def p(self, value):
        assert value > 0
        self.p = value - 1


class Static:
    @staticmethod
    def __getattribute__(self, name):
        return self.name


def shadowed(setattr):
    class Local:
        def __setattr__(self, name, value):
            setattr(self, name, value)

    return Local
