class Money:
    def __init__(self, amount):
        #^ __inti__
        self.amount = amount

    def __format__(self, spec):
        #^ __formate__
        return format(self.amount, spec)

    def __new__(cls):
        #^ __mew__
        return object.__new__(cls)

    def __iadd__(self, other):
        #^ _iadd__
        return self

    def __repr__(self):
        #^ __repr___
        return "Money()"

    def __str__(self):
        #^ __str_
        return "money"

    def __contains__(self, item):
        #^ __contians__
        return False

    def __getattr__(self, name):
        #^ __getatrr__
        return name

    @classmethod
    def __init_subclass__(cls):
        #^ __init_sublass__
        pass

    async def __aenter__(self):
        #^ __aentre__
        return self

    def __call__(self):
        #^ __calll__
        return self

    def __len__(self):
        #^ __lenn__
        return 1

    def __subclasscheck__(self, other):
        #^ __subclascheck__
        return False


class Fine:
    def __init__(self):
        pass

    def __format__(self, spec):
        return spec

    def __iadd__(self, other):
        return self

    def __html__(self):
        return ""

    def __clause_element__(self):
        return self

    def __rich__(self):
        return ""

    def __array_ufunc__(self):
        return self

    def __getitems__(self, keys):
        return keys

    def __delitems__(self, keys):
        return keys

    def __cinit__(self):
        self.size = 0

    def __releasebuffer__(self, buffer):
        return buffer

    def __sum__(self):
        return 1

    def __row__(self):
        return 1

    def __start__(self):
        return 1

    def __nand__(self, other):
        return other

    def __add2__(self, other):
        return other

    def __div__(self, other):
        return self

    def __all__(self):
        return []

    def _missing_(self):
        return None

    def _init_(self):
        return None

    def __init(self):
        return None

    def __len(self):
        return 0

    def _(self):
        return 1

    def __(self):
        return 2

    def something_else_(self):
        return 3


class Both:
    def __enter__(self):
        return self

    def __entre__(self):
        return self


class Protocol:
    def __hashh__(self):
        return 1

    def __iterr__(self):
        return 1


def use(one):
    return one.__hashh__(), getattr(one, "__iterr__")


def __inti__():
    pass


class Nested:
    def method(self):
        def __exti__():
            return 1

        return __exti__


class Renamed:
    def __strr__(self):
        return "x"

    __str__ = __strr__
