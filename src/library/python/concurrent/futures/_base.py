"""Futures of threads, and waiting for several. Mirrors CPython's Lib/concurrent/futures/_base.py; every lock is taken where CPython
takes it, since that decides which thread goes on."""
import _thread
import threading
import time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
_AS_COMPLETED = "_AS_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_WORDS = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled", CANCELLED_AND_NOTIFIED: "cancelled",
          FINISHED: "finished"}
_CANCELLED = (CANCELLED, CANCELLED_AND_NOTIFIED)
_OVER = (CANCELLED_AND_NOTIFIED, FINISHED)      # and whoever waits has been told
_ENDED = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)


class Error(Exception):
    """What goes wrong with futures."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError     # since 3.11 the built-in one


class InvalidStateError(Error):
    """The future is not in a state in which that can be done."""


class BrokenExecutor(RuntimeError):
    """An executor that cannot work any more."""


# ---- those who wait for several futures

class _Waiter:
    """Told by each future that it watches; `event` is set when enough have ended."""

    def __init__(self):
        self.event = threading.Event()
        self.finished_futures = []

    def told(self, future, failed, cancelled):
        self.finished_futures.append(future)


class _EachWaiter(_Waiter):
    """For as_completed()."""

    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()

    def told(self, future, failed, cancelled):
        with self.lock:
            super().told(future, failed, cancelled)
            self.event.set()


class _FirstWaiter(_Waiter):
    def told(self, future, failed, cancelled):
        super().told(future, failed, cancelled)
        self.event.set()


class _AllWaiter(_Waiter):
    def __init__(self, pending, stop_on_exception):
        super().__init__()
        self.pending = pending
        self.stop_on_exception = stop_on_exception
        self.lock = threading.Lock()

    def told(self, future, failed, cancelled):
        super().told(future, failed, cancelled)
        if failed and self.stop_on_exception:
            self.event.set()
            return
        with self.lock:
            self.pending -= 1
            if not self.pending:
                self.event.set()


class _Locked(list):
    """Futures whose locks are held; taken in one order, so that no two threads wait for each other."""

    def __init__(self, futures):
        super().__init__(sorted(futures, key=id))

    def __enter__(self):
        for each in self:
            each._condition.acquire()

    def __exit__(self, *args):
        for each in self:
            each._condition.release()


def _watch(futures, return_when):
    if return_when == _AS_COMPLETED:
        waiter = _EachWaiter()
    elif return_when == FIRST_COMPLETED:
        waiter = _FirstWaiter()
    else:
        pending = sum(future._state not in _OVER for future in futures)
        if return_when == FIRST_EXCEPTION:
            waiter = _AllWaiter(pending, stop_on_exception=True)
        elif return_when == ALL_COMPLETED:
            waiter = _AllWaiter(pending, stop_on_exception=False)
        else:
            raise ValueError("Invalid return condition: %r" % return_when)
    for future in futures:
        future._waiters.append(waiter)
    return waiter


def _hand_out(done, waiter, watched):
    """Yields what is done, without keeping it."""
    while done:
        future = done[-1]
        for others in watched:
            others.remove(future)
        with future._condition:
            future._waiters.remove(waiter)
        del future
        yield done.pop()


def as_completed(fs, timeout=None):
    """The futures in the order in which they end; TimeoutError when not all have in time."""
    end = None if timeout is None else timeout + time.monotonic()
    futures = set(fs)
    total = len(futures)
    with _Locked(futures):
        done = set(future for future in futures if future._state in _OVER)
        pending = futures - done
        waiter = _watch(futures, _AS_COMPLETED)
    done = list(done)
    try:
        yield from _hand_out(done, waiter, watched=(futures,))
        while pending:
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.wait(left)
            with waiter.lock:
                done = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            done.reverse()      # taken from the end
            yield from _hand_out(done, waiter, watched=(futures, pending))
    finally:
        for future in futures:
            with future._condition:
                future._waiters.remove(waiter)


class DoneAndNotDoneFutures(tuple):
    """A named tuple of the two."""
    __slots__ = ()

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for the futures: two sets, the done ones and the others."""
    futures = set(fs)
    with _Locked(futures):
        done = {future for future in futures if future._state in _OVER}
        not_done = futures - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(not each.cancelled() and each.exception() is not None for each in done):
            return DoneAndNotDoneFutures(done, not_done)
        if len(done) == len(futures):
            return DoneAndNotDoneFutures(done, not_done)
        waiter = _watch(futures, return_when)
    waiter.event.wait(timeout)
    for future in futures:
        with future._condition:
            future._waiters.remove(waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, futures - done)


# ---- Future

def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        del future      # an exception's traceback holds this frame


class Future:
    """The result of a call that runs elsewhere."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state, self._result, self._exception = PENDING, None, None
        self._waiters, self._done_callbacks = [], []

    def _call_callbacks(self):
        for callback in self._done_callbacks:
            self._call_back(callback)

    def _call_back(self, callback):
        try:
            callback(self)
        except Exception as error:
            _thread._report("exception calling callback for %r" % self, error)

    def __repr__(self):
        with self._condition:
            text = f"<{self.__class__.__name__} at {id(self):#x} state={_WORDS[self._state]}"
            if self._state != FINISHED:
                return text + ">"
            if self._exception:
                return f"{text} raised {self._exception.__class__.__name__}>"
            return f"{text} returned {self._result.__class__.__name__}>"

    def cancel(self):
        """False if it runs already, or has ended."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in _CANCELLED:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_callbacks()
        return True

    def _is(self, *states):
        with self._condition:
            return self._state in states

    def cancelled(self):
        """Was it cancelled?"""
        return self._is(*_CANCELLED)

    def running(self):
        """Does the call run now?"""
        return self._is(RUNNING)

    def done(self):
        """Has it ended, in whatever way?"""
        return self._is(*_ENDED)

    def add_done_callback(self, fn):
        """Calls fn(future) when it ends, in the thread in which it does; at once if it has."""
        with self._condition:
            if self._state not in _ENDED:
                self._done_callbacks.append(fn)
                return
        self._call_back(fn)

    def _no_end(self, timeout):
        """Waits for the end, with the lock held. What is to be raised where there is none: who raises it here would stay alive."""
        if self._state not in _ENDED:
            self._condition.wait(timeout)
        if self._state in _CANCELLED:
            return CancelledError
        return None if self._state == FINISHED else TimeoutError

    def result(self, timeout=None):
        """Waits for the end: the value, or what the call raised."""
        try:
            with self._condition:
                if (error := self._no_end(timeout)) is not None:
                    raise error()
                if self._exception is not None:
                    raise self._exception
                return self._result
        finally:
            self = None     # the traceback holds this frame

    def exception(self, timeout=None):
        """Waits for the end: what the call raised, or None."""
        with self._condition:
            if (error := self._no_end(timeout)) is not None:
                raise error()
            return self._exception

    # For executors and tests.
    def set_running_or_notify_cancel(self):
        """False: it was cancelled before it could run."""
        with self._condition:
            if self._state == PENDING:
                self._state = RUNNING
                return True
            if self._state != CANCELLED:
                _thread._report_text("Future %s in unexpected state: %s\n" % (id(self), self._state))
                raise RuntimeError("Future in unexpected state")
            self._state = CANCELLED_AND_NOTIFIED
            self._tell(False, True)
            return False

    def _tell(self, failed, cancelled):
        for waiter in self._waiters:
            waiter.told(self, failed, cancelled)

    def set_result(self, result):
        """The call has returned."""
        self._finish(result, None, False)

    def set_exception(self, exception):
        """The call has raised."""
        self._finish(None, exception, True)

    def _finish(self, result, exception, failed):
        with self._condition:
            if self._state in _ENDED:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._state, self._result, self._exception = FINISHED, result, exception
            self._tell(failed, False)
            self._condition.notify_all()
        self._call_callbacks()

    __class_getitem__ = classmethod(type(list[int]))


# ---- Executor

class Executor:
    """Something that runs calls elsewhere."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False

    def submit(self, fn, /, *args, **kwargs):
        """A Future of fn(*args, **kwargs)."""
        raise NotImplementedError()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """No more calls; waits for those that run."""

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """The results of fn over the arguments, in their order; all calls are submitted now."""
        end = None if timeout is None else timeout + time.monotonic()
        waiting = [self.submit(fn, *each) for each in zip(*iterables)]

        # A function of its own, as map() itself is to run at once.
        def result_iterator():
            waiting.reverse()
            try:
                while waiting:
                    left = None if end is None else end - time.monotonic()
                    yield _result_or_cancel(waiting.pop(), left)
            finally:
                for each in waiting:
                    each.cancel()

        return result_iterator()
