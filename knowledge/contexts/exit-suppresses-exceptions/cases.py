import logging
import traceback
from typing import Self


class Transaction:
    def __enter__(self) -> Self:
        return self

    def __exit__(self, exc_type, exc, tb):
        self.rollback()
        return True
        #^ return True


class Logged:
    def __exit__(self, exc_type, exc, tb):
        if exc_type is not None:
            logging.error("failed", exc_info=exc)
            traceback.print_exc()
        return 1
        #^ return 1


class Branches:
    def __exit__(self, *details) -> bool:
        if self.quiet:
            return True
        else:
            print("left")
            return True
            #^ return True


class Asynchronous:
    async def __aexit__(self, exc_type: type, exc: BaseException, tb: object) -> bool:
        await self.close()
        return True
        #^ return True


class Reraises:
    def __exit__(self, exc_type, exc_value, tb):
        self.close()
        if exc_type is not None:
            raise exc_value
            #^ raise exc_value


class ReraisesAlways:
    def __exit__(self, exc_type, exc_value: BaseException | None, /, tb=None):
        if exc_value: raise exc_value.with_traceback(tb)
        #^ raise exc_value.with_traceback(tb)
        return True


class NoArguments:
    def __exit__(self):
        #^ (self)
        self.close()


class OneArgument:
    def __exit__(self, exc):
        #^ (self, exc)
        self.close()


class OnlyKeywords:
    async def __aexit__(self, *, exc_type, exc, tb):
        #^ (self, *, exc_type, exc, tb)
        self.close()


class OnlyNamed:
    def __exit__(self, **details):
        #^ (self, **details)
        self.close()


class TooMany:
    def __exit__(self, exc_type, exc, tb, more):
        #^ (self, exc_type, exc, tb, more)
        self.close()


class Fine:
    def __exit__(self, exc_type, exc, tb):
        self.close()


class FineStarred:
    def __exit__(self, *_):
        return False


class FineAllStarred:
    def __exit__(*args, **more):
        return None


class FineOptional:
    def __exit__(self, exc_type=None, exc=None, tb=None, more=None, *, quiet=False):
        self.close()


class FineSlash:
    def __exit__(self, exc_type, exc, tb, /):
        self.close()


class Conditional:
    def __exit__(self, exc_type, exc, tb):
        if exc_type is KeyError:
            return True
        return False


class FallsOff:
    def __exit__(self, exc_type, exc, tb):
        if exc_type is KeyError:
            return True


class Computed:
    def __exit__(self, exc_type, exc, tb):
        return exc_type is not None and issubclass(exc_type, KeyError)


class SuppressErrors:
    def __exit__(self, exc_type, exc, tb):
        return True


class AssertRaisesKeyError:
    def __exit__(self, exc_type, exc, tb):
        return True


class Checked:
    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            raise AssertionError("nothing was raised")
        return True


class Asserted:
    def __exit__(self, exc_type, exc, tb):
        assert exc_type is KeyError
        return True


class Keeps:
    def __exit__(self, exc_type, exc, tb):
        self.error = exc
        return True


class HandsOn:
    def __exit__(self, *details):
        self.future.fail(*details)
        return True


class Translates:
    def __exit__(self, exc_type, exc, tb):
        if exc_type is KeyError:
            raise LookupError from exc
        if exc:
            exc = RuntimeError()
            raise exc


class Attempts:
    def __exit__(self, exc_type, exc, tb):
        try:
            raise exc
        except KeyError:
            return True


class Refuses:
    def __exit__(self):
        assert False, "never called"


class RefusesToo:
    def __exit__(self):
        raise TypeError("use async with")


class NotAwaitable:
    def __aexit__(self, *details):
        return True


class RaisesWithoutAwait:
    def __aexit__(self, exc_type, exc, tb):
        raise exc


class Decorated:
    @staticmethod
    def __exit__(exc_type, exc, tb):
        return True


class Look:
    def exit(self):
        return True

    def __enter__(self):
        return True


def __exit__(self):
    return True
