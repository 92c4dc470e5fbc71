"""What signals do. Mirrors CPython's Modules/signalmodule.c, for a program that gets none from outside: it raises them itself.

A handler runs where the signal was raised, at once, as CPython's does in the main thread. Always holds: the handlers that a loop
has taken are the usual ones again when it is closed, and what a Runner sets for its run is there for as long as that lasts; both
are looked at when somebody asks, so that loops and runners need not know of signals.
"""
import operator
import sys
import weakref
from _thread import _get_main_thread_ident, get_ident

NSIG = 65
_INT, _KILL, _STOP = 2, 9, 19
_DEFAULT, _IGNORE = 0, 1
_IGNORED = (13, 25)             # SIGPIPE and SIGXFSZ, since the interpreter began: a write fails instead
_HARMLESS = (17, 18, 23, 28)    # SIGCHLD, SIGCONT, SIGURG, SIGWINCH


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {}      # those that are not the usual ones
_taken = {}         # signal: the loop that has a handler for it, as a weak reference
_woken = None       # the loop whose pipe is told of each signal, as a weak reference
_of_runner = None   # (task, handler) of the last run that was asked for


def _checked(signalnum):
    number = operator.index(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def _usual(number):
    return default_int_handler if number == _INT else _IGNORE if number in _IGNORED else _DEFAULT


def _runner_handler():
    """What Runner.run() has set for SIGINT while it runs in the main thread; None: nothing runs."""
    global _of_runner
    asyncio = sys.modules.get("asyncio")
    run = None if asyncio is None else asyncio._interruptible()
    if run is None:
        _of_runner = None
        return None
    runner, task = run
    if _of_runner is None or _of_runner[0]() is not task:
        from asyncio.runners import _handler
        _of_runner = weakref.ref(task), _handler(runner, task)
    return _of_runner[1]


def getsignal(signalnum, /):
    number = _checked(signalnum)
    loop = _taken.get(number)
    if loop is not None and loop() is not None and loop().is_closed():
        del _taken[number]
        _handlers.pop(number, None)
    handler = _handlers.get(number)
    if handler is None:
        handler = _usual(number)
    if number != _INT:
        return handler
    before = _of_runner
    of_runner = _runner_handler()
    if before is not None and handler is before[1] and handler is not of_runner:
        del _handlers[number]
        handler = default_int_handler
    return of_runner if of_runner is not None and handler is default_int_handler else handler


def _only_in_main_thread(name):
    if get_ident() != _get_main_thread_ident():
        raise ValueError(f"{name} only works in main thread of the main interpreter")


def signal(signalnum, handler, /):
    if not callable(handler) and handler not in (_DEFAULT, _IGNORE):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    _only_in_main_thread("signal")
    number = _checked(signalnum)
    if number in (_KILL, _STOP):
        raise OSError(22, "Invalid argument")
    old = getsignal(number)
    _handlers[number] = handler
    return old


def _wake(loop):
    """From now on this loop's pipe is told of each signal; None: nobody's."""
    global _woken
    _only_in_main_thread("set_wakeup_fd")
    _woken = None if loop is None else weakref.ref(loop)


def _take(loop, signalnum, handler):
    """signal() for a loop, until it is closed."""
    signal(signalnum, handler)
    _taken[int(signalnum)] = weakref.ref(loop)


def _send(signalnum):
    if not 0 <= int(signalnum) < NSIG:
        raise OSError(22, "Invalid argument")
    if int(signalnum) == 0:
        return
    number = int(signalnum)
    handler = getsignal(number)
    if handler == _IGNORE or handler == _DEFAULT and number in _HARMLESS:
        return
    if not callable(handler):
        raise NotImplementedError("Simul does not end a program by a signal: use sys.exit()")
    noop = getattr(handler, "__name__", "") == "_sighandler_noop"
    if get_ident() != _get_main_thread_ident() and not noop:
        raise NotImplementedError("Simul runs a signal's handler only where the signal is raised, and that is the main thread:"
                                  " use loop.call_soon_threadsafe()")
    loop = None if _woken is None else _woken()
    if loop is not None and not loop.is_closed():
        from asyncio.unix_events import _signalled
        _signalled(loop, number)
    try:
        frame = sys._getframe()     # of the program: frames of what CPython has in C are not counted
    except ValueError:
        frame = None
    handler(number, frame)


def raise_signal(signalnum, /):
    if operator.index(signalnum) == 0:
        return
    _send(signalnum)
