"""The pool of processes, modelled: a call runs in a modelled thread of this program. Mirrors what a program sees of CPython's
Lib/concurrent/futures/process.py.

What is as in CPython: order, limits and errors of the pool; a call that could not be sent to another process fails as it does
there (lambdas, functions inside functions). What is not: a call sees this program's own variables, where a process of its own
would have copies, and os.getpid() is the same everywhere.
"""
from concurrent.futures import _base, thread


class BrokenProcessPool(_base.BrokenExecutor):
    """A process of the pool ended."""


class PicklingError(Exception):
    """The call cannot be sent to a process."""


PicklingError.__module__ = "_pickle"


def _check_sendable(fn):
    """What pickle says of a function that another process could not find by its name."""
    name = getattr(fn, "__qualname__", None)
    module = getattr(fn, "__module__", None)
    if name is None or module is None:
        return
    if "<locals>" in name:
        raise AttributeError(f"Can't get local object {name!r}")
    if "<lambda>" in name:
        raise PicklingError(f"Can't pickle {fn!r}: attribute lookup {name} on {module} failed")


class ProcessPoolExecutor(thread.ThreadPoolExecutor):
    """Runs calls in at most max_workers modelled processes (see the module's description)."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = thread._CORES
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        pools = thread.ThreadPoolExecutor._pools
        super().__init__(max_workers, "Process", initializer, initargs)
        thread.ThreadPoolExecutor._pools = pools

    def submit(self, fn, /, *args, **kwargs):
        try:
            _check_sendable(fn)
        except Exception as error:
            future = _base.Future()
            future.set_exception(error)
            return future
        return super().submit(fn, *args, **kwargs)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout)
