import builtins
import logging
import os
import sys
import traceback

try:
    work()
except Exception:
    #^ except
    pass

try:
    work()
except Exception:
    #^ BaseException
    print("failed")

try:
    work()
except Exception as error:
    #^ BaseException
    logging.error("failed: %s", error)

try:
    work()
except ValueError:
    pass
except Exception:
    #^ except
    if verbose:
        raise
    log()

try:
    work()
except:  # noqa handled elsewhere
    raise ValueError

try:
    work()
except Exception as error:
    #^ BaseException
    if isinstance(error, OSError):
        raise

try:
    work()
except:
    undo()
    raise

try:
    work()
except:
    if partly:
        undo()
        raise
    else:
        raise

try:
    work()
except BaseException as error:
    future.set_exception(error)

try:
    work()
except BaseException as error:
    result = error

errors = []
try:
    work()
except BaseException as error:
    errors += [error]

try:
    work()
except Exception as error:
    #^ BaseException
    text += str(error)

try:
    work()
except BaseException as error:
    raise RuntimeError from error

try:
    work()
except:
    report(*sys.exc_info())

try:
    work()
except BaseException:
    traceback.print_exc()
    sys.exit(1)

try:
    work()
except BaseException:
    os._exit(1)

try:
    work()
except Exception:
    pass


try:
    work()
except (KeyboardInterrupt, SystemExit):
    raise
except BaseException:
    print("failed")

try:
    work()
except KeyboardInterrupt:
    raise
except SystemExit as exit:
    raise
except:
    pass

EXIT = (KeyboardInterrupt, SystemExit)
try:
    work()
except EXIT:
    raise
except:
    pass

try:
    work()
except SystemExit:
    raise
except Exception:
    #^ except
    pass

try:
    work()
except (ValueError, Exception):
    #^ BaseException
    pass

try:
    work()
except (Exception, OSError) as error:
    #^ BaseException
    print(error)

try:
    work()
except (BaseException, OSError) as error:
    result = error

try:
    work()
except (OSError, Exception):
    pass

try:
    work()
except Exception:
    pass
except:
    #^ except
    print("interrupted")

try:
    work()
except BaseException:
    #^ BaseException
    print("failed")
except Exception as error:
    print("failed", error)


def shadowed(BaseException):
    try:
        work()
    except BaseException:
        pass
