"""The names of CPython's Lib/asyncio/unix_events.py that need no processes."""
import warnings
from asyncio import DefaultEventLoopPolicy, EventLoop, SelectorEventLoop

__all__ = ("SelectorEventLoop", "AbstractChildWatcher", "DefaultEventLoopPolicy", "EventLoop")


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
