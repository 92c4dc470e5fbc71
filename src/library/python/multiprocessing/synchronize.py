"""What processes wait on: as threads do, and shared by all of them. Mirrors CPython's Lib/multiprocessing/synchronize.py."""
import threading
from multiprocessing.process import _Shared, current_process


def _owner(lock):
    """Who has it, as a repr says."""
    return "None" if lock is None else lock.name


class SemLock(_Shared):
    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


class Semaphore(SemLock):
    def __init__(self, value=1):
        self._threads = threading.Semaphore(value)

    def acquire(self, block=True, timeout=None):
        return self._threads.acquire(block, timeout if block else None)

    def release(self):
        self._threads.release()

    def get_value(self):
        return self._threads._value

    def __repr__(self):
        return f"<{type(self).__name__}(value={self.get_value()})>"


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def release(self):
        if self.get_value() >= self._most:
            raise ValueError("semaphore or lock released too many times")
        super().release()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self.get_value()}, maxvalue={self._most})>"


class Lock(SemLock):
    def __init__(self):
        self._threads = threading.Lock()
        self._process = None

    def acquire(self, block=True, timeout=None):
        got = self._threads.acquire(block, -1 if timeout is None or not block else max(0, timeout))
        if got:
            self._process = current_process()
        return got

    def release(self):
        if not self._threads.locked():
            raise ValueError("semaphore or lock released too many times")
        self._process = None
        self._threads.release()

    def locked(self):
        return self._threads.locked()

    def __repr__(self):
        return f"<{type(self).__name__}(owner={_owner(self._process)})>"


class RLock(SemLock):
    def __init__(self):
        self._threads = threading.RLock()
        self._process = None
        self._count = 0

    def acquire(self, block=True, timeout=None):
        got = self._threads.acquire(block, -1 if timeout is None or not block else max(0, timeout))
        if got:
            self._process = current_process()
            self._count += 1
        return got

    def release(self):
        if not self._threads._is_owned():
            raise AssertionError("attempt to release recursive lock not owned by thread")
        self._count -= 1
        if self._count == 0:
            self._process = None
        self._threads.release()

    def __repr__(self):
        return f"<{type(self).__name__}({_owner(self._process)}, {self._count})>"


class Condition(_Shared):
    def __init__(self, lock=None):
        self._lock = lock or RLock()
        self._threads = threading.Condition(self._lock._threads)
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self.wait = self._threads.wait
        self.wait_for = self._threads.wait_for
        self.notify = self._threads.notify
        self.notify_all = self._threads.notify_all

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class Event(_Shared):
    def __init__(self):
        self._threads = threading.Event()
        self.is_set = self._threads.is_set
        self.set = self._threads.set
        self.clear = self._threads.clear
        self.wait = self._threads.wait

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


class Barrier(_Shared, threading.Barrier):
    pass
