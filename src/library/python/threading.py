"""Threads and what they wait on. Mirrors CPython's Lib/threading.py, on threads that Simul models: one runs at a time, and it
gives way only where it blocks (see vm/threads.hpp). Which thread goes next follows from the locks below, so these are taken and
released in the same places as CPython's."""
import _thread
import sys as _sys
from _thread import (RLock, TIMEOUT_MAX, _ThreadHandle, _local as local, error as ThreadError, get_ident, get_native_id,
                     lock as Lock, start_joinable_thread as _start)
from time import monotonic as _time

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
           "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "get_native_id"]


def stack_size(size=0, /):
    return 0


# ---- waiting for each other

class Condition:
    """A lock to wait under until somebody notifies."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self._waiters = []      # a locked lock for each waiting thread
        self.acquire, self.release = lock.acquire, lock.release
        # An RLock lets go of all its levels at once, and says whose it is.
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _is_owned(self):
        free = self._lock.acquire(False)
        if free:
            self._lock.release()
        return not free

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def wait(self, timeout=None):
        """Lets go of the lock until notify() or the timeout (then False), and takes it again."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        gate = Lock()
        gate.acquire()
        self._waiters.append(gate)
        saved = self._release_save()
        notified = False
        try:
            how = () if timeout is None else (True, timeout) if timeout > 0 else (False,)
            notified = gate.acquire(*how)
            return notified
        finally:
            self._acquire_restore(saved)
            if not notified and gate in self._waiters:
                self._waiters.remove(gate)

    def wait_for(self, predicate, timeout=None):
        """Waits until predicate() is true; its last value."""
        result, left = predicate(), timeout
        if timeout is not None and not result:
            end = _time() + timeout
        while not result:
            self.wait(left)
            result = predicate()
            if timeout is not None and (left := end - _time()) <= 0:
                break
        return result

    def notify(self, n=1):
        """Wakes up to n waiting threads, those that waited longest first."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        while self._waiters and n > 0:
            gate = self._waiters.pop(0)
            if gate.locked():
                gate.release()
                n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated("notifyAll", "use notify_all()")
        self.notify_all()


class Semaphore:
    """A counter of what may still be taken."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond, self._value = Condition(Lock()), value

    def __repr__(self):
        return _shown(self, f"value={self._value}")

    def acquire(self, blocking=True, timeout=None):
        if timeout is not None and not blocking:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            taken = self._value > 0 or blocking and self._cond.wait_for(lambda: self._value > 0, timeout)
            if taken:
                self._value -= 1
            return taken

    __enter__ = acquire

    def __exit__(self, t, v, tb):
        self.release()

    def release(self, n=1):
        self._give(n, float("inf"))

    def _give(self, n, most):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > most:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """One that is never released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return _shown(self, f"value={self._value}/{self._initial_value}")

    def release(self, n=1):
        self._give(n, self._initial_value)


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._cond, self._flag = Condition(Lock()), False

    def __repr__(self):
        return _shown(self, "set" if self._flag else "unset")

    def is_set(self):
        return self._flag

    def wait(self, timeout=None):
        """The flag, when it is set or the timeout is over."""
        with self._cond:
            return self._flag or self._cond.wait(timeout)

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def isSet(self):
        _deprecated("isSet", "use is_set()")
        return self.is_set()


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Where a number of threads wait until all are there. The round is first "filling", then "draining" until the last of them has
    left; reset() makes it "resetting" in the meantime, and what goes wrong "broken", which only reset() mends."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._parties, self._action, self._timeout = parties, action, timeout
        self._cond, self._state, self._count = Condition(Lock()), "filling", 0

    def __repr__(self):
        return _shown(self, "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}")

    def wait(self, timeout=None):
        """A number from 0 to parties - 1, another for each thread."""
        with self._cond:
            # Those of the round before have to leave first.
            self._cond.wait_for(lambda: self._state in ("filling", "broken"))
            self._check("filling")
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._open()
                elif self._cond.wait_for(lambda: self._state != "filling", self._timeout if timeout is None else timeout):
                    self._check("draining")
                else:
                    self._turn("broken")
                    raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if not self._count and self._state != "broken":
                    self._turn("filling")

    def _check(self, state):
        if self._state != state:
            raise BrokenBarrierError

    def _open(self):
        try:
            if self._action:
                self._action()
            self._turn("draining")
        except:
            self._turn("broken")
            raise

    def _turn(self, state):
        self._state = state
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            self._turn("filling" if not self._count else "draining" if self._state == "draining" else "resetting")

    def abort(self):
        with self._cond:
            self._turn("broken")

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"


# ---- threads

_unnamed, _dummies = iter(range(1, 1 << 60)), iter(range(1, 1 << 60))
_active = {}        # ident -> Thread
_limbo = {}         # those that are being started
_at_shutdown = []


def _name_for(target):
    name = f"Thread-{next(_unnamed)}"
    try:
        return name if target is None else f"{name} ({target.__name__})"
    except AttributeError:
        return name


def _told(attribute):
    """A property: what Thread.__init__() has put there."""
    def get(self):
        assert self._initialized, "Thread.__init__() not called"
        return getattr(self, attribute)
    return property(get)


class Thread:
    """One thread of control: run() in it, or the target."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = str(name) if name else _name_for(target)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident, self._started, self._handle = None, Event(), _ThreadHandle()
        self._initialized = True

    name, ident, native_id, daemon = map(_told, ("_name", "_ident", "_ident", "_daemonic"))

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        self._handle._set_name(self._name)

    @daemon.setter
    def daemon(self, daemonic):
        self._check("Thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def _check(self, complaint):
        if not self._initialized:
            raise RuntimeError(complaint)

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = ["initial" if not self._started.is_set() else "stopped" if self._handle.is_done() else "started"]
        if self._daemonic:
            status.append("daemon")
        if self._ident is not None:
            status.append(str(self._ident))
        return f"<{type(self).__name__}({self._name}, {' '.join(status)})>"

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._started.is_set() and not self._handle.is_done()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What the thread was given dies with its work.
            del self._target, self._args, self._kwargs

    def start(self):
        """The new thread runs at once, up to where it first blocks."""
        self._check("thread.__init__() not called")
        if self._started.is_set():
            raise RuntimeError("threads can only be started once")
        _limbo[self] = self
        try:
            _start(self._bootstrap, handle=self._handle, daemon=self._daemonic)
        except Exception:
            del _limbo[self]
            raise
        self._handle._set_name(self._name)
        self._started.wait()

    def _bootstrap(self):
        self._begin()
        del _limbo[self]
        try:
            self.run()
        except:
            _call_excepthook(self)
        finally:
            del _active[self._ident]

    def _begin(self):
        self._ident = get_ident()
        self._started.set()
        _active[self._ident] = self

    def join(self, timeout=None):
        """Waits until the thread ends, or for so many seconds."""
        self._check("Thread.__init__() not called")
        if not self._started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        self._handle.join(None if timeout is None else max(timeout, 0))

    # Names of before.

    def getName(self):
        _deprecated("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        _deprecated("setName", "set the name attribute")
        self.name = name

    def isDaemon(self):
        _deprecated("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon", "set the daemon attribute")
        self.daemon = daemonic


class Timer(Thread):
    """Calls a function after so many seconds, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval, self.function, self.finished = interval, function, Event()
        self.args, self.kwargs = [] if args is None else args, {} if kwargs is None else kwargs

    def run(self):
        finished = self.finished
        finished.wait(self.interval)
        if not finished.is_set():
            self.function(*self.args, **self.kwargs)
        finished.set()

    def cancel(self):
        self.finished.set()


class _AdoptedThread(Thread):
    """A thread that runs already."""

    def __init__(self, name, daemon):
        Thread.__init__(self, name=name, daemon=daemon)
        self._handle._adopt()
        self._begin()


class _MainThread(_AdoptedThread):
    def __init__(self):
        super().__init__("MainThread", False)


class _DummyThread(_AdoptedThread):
    """A thread that threading did not start."""

    def __init__(self):
        super().__init__(f"Dummy-{next(_dummies)}", True)

    def is_alive(self):
        if super().is_alive():
            return True
        raise RuntimeError("thread is not alive")

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def main_thread():
    return _main_thread


def current_thread():
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def enumerate():
    """The threads that are alive."""
    return [*_active.values(), *_limbo.values()]


def active_count():
    return len(_active) + len(_limbo)


def currentThread():
    _deprecated("currentThread", "use current_thread()")
    return current_thread()


def activeCount():
    _deprecated("activeCount", "use active_count()")
    return active_count()


# ---- exceptions that nobody catches

class ExceptHookArgs(tuple):
    """What excepthook() is given: (exc_type, exc_value, exc_traceback, thread)."""
    __slots__ = ()
    __module__ = "_thread"
    __qualname__ = "_ExceptHookArgs"

    def __new__(cls, args):
        args = tuple(args)
        if len(args) != 4:
            raise TypeError(f"_thread._ExceptHookArgs() takes a 4-sequence ({len(args)}-sequence given)")
        return tuple.__new__(cls, args)

    def __repr__(self):
        return "_thread._ExceptHookArgs(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)" % tuple(self)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    """Writes what ended a thread to stderr; SystemExit ends one without a word."""
    if args.exc_type is not SystemExit:
        name = args.thread.name if args.thread is not None else get_ident()
        _thread._report(f"Exception in thread {name}:", args.exc_value)


__excepthook__ = excepthook


def _call_excepthook(thread):
    hook = excepthook if excepthook is not None else __excepthook__
    error = _sys.exception()
    try:
        hook(ExceptHookArgs([type(error), error, error.__traceback__, thread]))
    except Exception as failed:
        failed.__suppress_context__ = True
        _thread._report("Exception in threading.excepthook:", failed)


# ---- the end

def _register_atexit(function, *args, **kwargs):
    """To be called before the program waits for its threads, the latest first."""
    _at_shutdown.append((function, args, kwargs))


def _shutdown():
    while _at_shutdown:
        function, args, kwargs = _at_shutdown.pop()
        function(*args, **kwargs)
    while True:
        left = [each for each in enumerate() if not each.daemon and each is not _main_thread]
        if not left:
            return
        for each in left:
            each.join()


# ---- help

def _shown(thing, state):
    cls = type(thing)
    return f"<{cls.__module__}.{cls.__qualname__} at {id(thing):#x}: {state}>"


def _deprecated(name, instead):
    import warnings
    warnings.warn(f"{name}() is deprecated, {instead} instead", DeprecationWarning, stacklevel=3)


_main_thread = _MainThread()
