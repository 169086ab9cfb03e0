import asyncio
import builtins
import os
import queue
from json import JSONDecodeError as Malformed
import logging
import contextlib


def broad(jobs):
    try:
        work()
    except Exception:
        #^ except Exception
        logging.exception("Ignored an error")
    try:
        work()
    except:
        #^ except
        logging.exception("Ignored an error")
    try:
        work()
    except BaseException as error:
        #^ except BaseException as error
        logging.exception("Ignored an error")
    try:
        work()
    except (ValueError, builtins.Exception):
        #^ except (ValueError, builtins.Exception)
        logging.exception("Ignored an error")
    for job in jobs:
        try:
            job()
        except Exception:
            #^ except Exception
            logging.exception("Ignored an error")
            continue
    for job in jobs:
        try: job()
        except Exception: logging.exception("Ignored an error"); continue
        #^ except Exception
    try: work()
    except Exception: logging.exception("Ignored an error")  # pragma: no cover
    #^ except Exception


def broad_among_others(path):
    try:
        return open(path)
    except OSError:
        log()
    except Exception:
        #^ except Exception
        logging.exception("Ignored an error")
    else:
        log()
    finally:
        log()


def broad_and_explained():
    try:
        work()
    except Exception:
        #^ except Exception
        logging.exception("Ignored an error")  # the status line is only decoration
    try:
        work()
    # the status line is only decoration
    except Exception:
        #^ except Exception
        logging.exception("Ignored an error")


def narrow(path, data, inbox):
    with contextlib.suppress(FileNotFoundError):
        os.remove(path)  # may be gone
    #^ except FileNotFoundError
    with contextlib.suppress(KeyError, TypeError): del data[path]
    #^ except (KeyError, TypeError)
    with contextlib.suppress(queue.Empty):
        data = inbox.get_nowait()
    #^ except queue.Empty
    with contextlib.suppress(Malformed):
        data = parse(
            path,
        )
    #^ except Malformed
    try:
        work()
    except ValueError as error: pass
    #^ except ValueError as error
    try:
        work()
    except data.errors: pass
    #^ except data.errors


async def not_cancelled_here(task):
    with contextlib.suppress(asyncio.CancelledError):
        await task
    #^ except asyncio.CancelledError


def interrupted(jobs):
    while jobs:
        with contextlib.suppress(KeyboardInterrupt):
            jobs.pop()()
        #^ except KeyboardInterrupt


try:
    import fast
except ImportError:
    pass

try:
    import faster
except ModuleNotFoundError:
    pass

if __name__ == "__main__":
    try:
        work()
    except KeyboardInterrupt:
        pass


async def cancelled(task):
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass


def signals(items):
    try:
        next(items)
    except StopIteration:
        pass


def explained(path):
    try:
        os.remove(path)
    except FileNotFoundError:
        # somebody else was faster
        pass
    try:
        os.remove(path)
    except FileNotFoundError:
        pass  # somebody else was faster
    try:
        os.remove(path)
    except FileNotFoundError:
        pass  # (gone already)
    try:
        os.remove(path)
    except FileNotFoundError:
        pass  # файла уже нет
    try:
        os.remove(path)
    except FileNotFoundError:
        pass  # type of file does not matter


def not_explained(path):
    try:
        os.remove(path)
    except FileNotFoundError:
        #^ except FileNotFoundError
        pass  # type: ignore
    try:
        os.remove(path)
    except FileNotFoundError:
        #^ except FileNotFoundError
        pass  # ----


def explained_above(path):
    # Harmless: the next run removes it.
    try:
        os.remove(path)
    except OSError:
        pass
    try:
        # fails where it is a folder
        os.remove(path)
    except OSError:
        pass


class Temporary:
    def __del__(self):
        try:
            self.close()
        except Exception:
            #^ except Exception
            logging.exception("Ignored an error")


def branches(data, jobs):
    try:
        value = data["key"]
    except KeyError:
        pass
    else:
        work(value)
    try:
        work()
    except ValueError:
        pass
    except TypeError:
        log()
    try:
        return data["key"]
    except KeyError:
        pass
    for job in jobs:
        try:
            job()
        except ValueError:
            continue
    try:
        value = data["key"]
        work(value)
    except KeyError:
        pass
    try:
        work()
    except ValueError:
        pass
    finally:
        log()


def handled():
    try:
        work()
    except Exception:
        log()
    try:
        work()
    except Exception:
        return
    try:
        work()
    except Exception:
        """Not empty."""


def shadowed(Exception):
    try:
        work()
        work()
    except Exception:
        pass


def groups():
    try:
        work()
    except* ValueError:
        pass
