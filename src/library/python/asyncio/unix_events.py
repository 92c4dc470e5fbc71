"""What of CPython's Lib/asyncio/unix_events.py needs no processes: signals in a loop, and names."""
import _signal
import contextvars
import warnings
from asyncio import DefaultEventLoopPolicy, EventLoop, SelectorEventLoop, iscoroutine, iscoroutinefunction

__all__ = ("SelectorEventLoop", "AbstractChildWatcher", "DefaultEventLoopPolicy", "EventLoop")


def _sighandler_noop(signum, frame):
    """What stands for a signal that a loop handles: the loop is told by its pipe."""
    pass


def _check_signal(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if not 1 <= sig < _signal.NSIG or sig in (32, 33):
        raise ValueError(f"invalid signal number {sig}")


def add_signal_handler(self, sig, callback, *args):
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with add_signal_handler()")
    _check_signal(sig)
    if self.is_closed():
        raise RuntimeError("Event loop is closed")
    try:
        _signal._wake(self)
    except ValueError as error:
        raise RuntimeError(str(error))
    handlers = self.__dict__.setdefault("_signal_handlers", {})
    handlers[sig] = callback, args, contextvars.copy_context()
    try:
        _signal._take(self, sig, _sighandler_noop)
    except OSError:
        del handlers[sig]
        if not handlers:
            _signal._wake(None)
        raise RuntimeError(f"sig {sig} cannot be caught")


def remove_signal_handler(self, sig):
    _check_signal(sig)
    handlers = self.__dict__.get("_signal_handlers", {})
    if sig not in handlers:
        return False
    del handlers[sig]
    _signal.signal(sig, _signal._usual(sig))
    if not handlers:
        _signal._wake(None)
    return True


class _Pipe:
    """The pipe of a loop that signals write their numbers into."""

    def __init__(self, loop):
        self.loop = loop
        self.numbers = []

    def read(self):
        numbers, self.numbers = self.numbers, []
        for number in numbers:
            handler = self.loop.__dict__.get("_signal_handlers", {}).get(number)
            if handler is not None:
                callback, args, context = handler
                self.loop.call_soon_threadsafe(callback, *args, context=context)

    read.__qualname__ = "BaseSelectorEventLoop._read_from_self"


def _signalled(loop, number):
    """The number is in the loop's pipe; its next turn reads it."""
    pipe = loop.__dict__.get("_signal_pipe")
    if pipe is None:
        pipe = loop.__dict__["_signal_pipe"] = _Pipe(loop)
    pipe.numbers.append(number)
    if len(pipe.numbers) == 1:
        loop._arrive(pipe.read)


class AbstractChildWatcher:
    """What told the loop of processes that ended, until Python 3.14; Simul has no processes to watch."""

    def __init_subclass__(cls):
        warnings.warn("'AbstractChildWatcher' is deprecated as of Python 3.12 and will be removed in Python 3.14.",
                      DeprecationWarning, stacklevel=2)

    def add_child_handler(self, pid, callback, *args):
        """callback(pid, returncode, *args) is to be called when that process ends."""
        raise NotImplementedError

    def remove_child_handler(self, pid):
        """The callback is not called; True if there was one."""
        raise NotImplementedError

    def attach_loop(self, loop):
        """The loop to watch for; None: none."""
        raise NotImplementedError

    def close(self):
        """Lets go of what it needed."""
        raise NotImplementedError

    def is_active(self):
        """True if a loop may rely on it."""
        raise NotImplementedError

    def __enter__(self):
        raise NotImplementedError

    def __exit__(self, a, b, c):
        raise NotImplementedError
