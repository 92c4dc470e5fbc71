"""CPython's Modules/atexitmodule.c. Program calls _run_exitfuncs() when the main thread has ended and the others with it."""
import sys as _sys
from _simul import format_exception as _format_exception

_last_first = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _last_first.insert(0, (func, args, kwargs))
    return func


def unregister(func, /):
    _last_first[:] = [each for each in _last_first if each[0] != func]


def _clear():
    _last_first.clear()


def _ncallbacks():
    return len(_last_first)


def _run_exitfuncs():
    while _last_first:
        func, args, kwargs = _last_first.pop(0)
        try:
            func(*args, **kwargs)
        except BaseException as error:
            _sys.stderr.write(f"Exception ignored in atexit callback {func!r}:\n{_format_exception(error)}")
