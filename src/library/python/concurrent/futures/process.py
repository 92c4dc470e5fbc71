"""The pool of processes, modelled: a call runs in a modelled thread that has its own copy of the program's names (multiprocessing).
Mirrors what a program sees of CPython's Lib/concurrent/futures/process.py.

What is as in CPython: order, limits and errors of the pool; all processes begin with the first call; what is sent there and back is
pickled. What is not: see multiprocessing.
"""
import pickle
import threading
import traceback
from concurrent.futures import _base, thread
from multiprocessing import process
from multiprocessing.receiving import received

_mine = {}      # a thread's ident: the process that it is while it runs a call, and what that one calls by name


class BrokenProcessPool(_base.BrokenExecutor):
    """A process of the pool ended."""


class _RemoteTraceback(Exception):
    """Where it was raised, in the other process."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _Sent:
    """An exception on its way, with where it was raised."""

    def __init__(self, exc):
        self.exc = exc
        self.tb = '\n"""\n%s"""' % "".join(traceback.format_exception(type(exc), exc, exc.__traceback__))

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _call(data):
    """What a process does with what it was sent."""
    me = threading.get_ident()
    process._of_thread[me], process._names_of[me] = _mine[me]
    try:
        fn, args, kwargs = received(data)
        answer = pickle.dumps((True, fn(*args, **kwargs)))
    except BaseException as error:
        answer = pickle.dumps((False, _Sent(error)))
    finally:
        del process._of_thread[me], process._names_of[me]
    success, value = pickle.loads(answer)
    if success:
        return value
    raise value


def _worker(executor, work, initializer, initargs):
    me = threading.get_ident()
    _mine[me] = executor._processes.pop(0)
    if initializer is not None:
        # By itself, as it is not sent: the process has it since it began.
        names = _mine[me][1]
        initializer, initargs = names.copied(initializer), names.copied(initargs)
        initializer = _as(_mine[me], initializer)
    try:
        thread._worker(executor, work, initializer, initargs)
    finally:
        del _mine[me]


def _as(who, function):
    def call(*args):
        me = threading.get_ident()
        process._of_thread[me], process._names_of[me] = who
        try:
            function(*args)
        finally:
            del process._of_thread[me], process._names_of[me]
    return call


class ProcessPoolExecutor(thread.ThreadPoolExecutor):
    """Runs calls in at most max_workers modelled processes (see the module's description)."""
    _worker = staticmethod(_worker)
    _broken_by = BrokenProcessPool
    _broken_text = "A process in the process pool was terminated abruptly while the future was running or pending."

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
        self._processes = None

    def _launch(self):
        """All of them begin when the first call is handed in."""
        if self._processes is not None:
            return
        self._processes = []
        for _ in range(self._max_workers):
            begun = process.ForkProcess()
            begun._state.pid = next(process._pids)
            self._processes.append((begun, process._Names()))

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if not (self._broken or self._shutdown):
                self._launch()
        try:
            data = pickle.dumps((fn, args, kwargs))
        except Exception as error:
            future = _base.Future()
            future.set_exception(pickle.loads(pickle.dumps(_Sent(error))))
            return future
        return super().submit(_call, data)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout)
