"""Pools of processes, and of threads. Mirrors CPython's Lib/multiprocessing/pool.py."""
import collections
import itertools
import os
import pickle
import queue
import threading
import traceback
from multiprocessing import context
from multiprocessing.process import ForkProcess
from multiprocessing.receiving import received

__all__ = ["Pool", "ThreadPool"]

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"
TimeoutError = context.TimeoutError


class RemoteTraceback(Exception):
    """Where it was raised, in the other process."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class MaybeEncodingError(Exception):
    """The result cannot be sent."""

    def __init__(self, exc, value):
        self.exc, self.value = repr(exc), repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self):
        return f"<{type(self).__name__}: {self}>"


def _with_remote(error, text):
    error.__cause__ = RemoteTraceback(text)
    return error


class _Remote:
    """An exception on its way, with where it was raised."""

    def __init__(self, error):
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        self.error = error
        self.text = f'\n"""\n{text}"""'

    def __reduce__(self):
        return _with_remote, (self.error, self.text)


def _reraise(error):
    raise error


# ---- what a process does

def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(itertools.starmap(args[0], args[1]))


def worker(tasks, results, initializer, initargs, maxtasks, sends):
    """What a process of a pool does."""
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while maxtasks is None or done < maxtasks:
        task = tasks.get()
        if task is None:
            break
        job, place, data = task
        func, args, kwds = received(data) if sends else data
        try:
            result = True, func(*args, **kwds)
        except Exception as error:
            result = False, _Remote(error) if sends and func is not _reraise else error
        if sends:
            try:
                data = pickle.dumps(result)
            except Exception as error:
                data = pickle.dumps((False, MaybeEncodingError(error, result[1])))
        else:
            data = result
        results.put((job, place, data))
        del task, job, args, kwds, func, result, data
        done += 1


# ---- results

class ApplyResult:
    """What will come of a call."""

    def __init__(self, pool, callback, error_callback):
        self._pool, self._callback, self._error_callback = pool, callback, error_callback
        self._event = threading.Event()

    def ready(self):
        """Is it over?"""
        return self._event.is_set()

    def wait(self, timeout=None):
        """Waits until it is over, or the time is."""
        self._event.wait(timeout)

    def successful(self):
        """Has it returned? ValueError while it is not over."""
        if self.ready():
            return self._success
        raise ValueError(f"{self!r} not ready")

    def get(self, timeout=None):
        """The result, or what the call raised; TimeoutError if it is not there in time."""
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if not self._success:
            raise self._value
        return self._value

    def _set(self, place, result):
        self._success, self._value = result
        self._end()

    def _end(self):
        callback = self._callback if self._success else self._error_callback
        if callback:
            callback(self._value)
        self._event.set()
        self._pool = None


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        self._left = length // chunksize + bool(length % chunksize) if chunksize > 0 else 0
        if chunksize <= 0:
            self._event.set()

    def _set(self, place, result):
        self._left -= 1
        success, value = result
        if success and self._success:
            self._value[place * self._chunksize:(place + 1) * self._chunksize] = value
        elif not success and self._success:
            self._success, self._value = False, value
        if self._left == 0:
            self._end()


class IMapIterator:
    """Results one by one, in the order of the arguments."""

    def __init__(self, pool):
        self._pool = pool
        self._condition = threading.Condition(threading.Lock())
        self._items = collections.deque()
        self._index = 0     # of the next to be handed out
        self._length = None
        self._early = {}

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._condition:
            if not self._items:
                if self._index == self._length:
                    raise StopIteration
                self._condition.wait(timeout)
                if not self._items:
                    if self._index == self._length:
                        raise StopIteration
                    raise TimeoutError
            success, value = self._items.popleft()
        if success:
            return value
        raise value

    __next__ = next

    def _take(self, place, result):
        if self._index != place:
            self._early[place] = result
            return
        self._items.append(result)
        self._index += 1
        while self._index in self._early:
            self._items.append(self._early.pop(self._index))
            self._index += 1
        self._condition.notify()

    def _set(self, place, result):
        with self._condition:
            self._take(place, result)

    def _set_length(self, length):
        with self._condition:
            self._length = length
            if self._index == length:
                self._condition.notify()


class IMapUnorderedIterator(IMapIterator):
    """Results one by one, as they come."""

    def _take(self, place, result):
        self._items.append(result)
        self._index += 1
        self._condition.notify()


# ---- pools

class _Tasks(queue.SimpleQueue):
    """One for all processes."""

    def __deepcopy__(self, memo):
        return self


class Pool:
    """Calls that run in other processes."""
    _sends = True       # what goes there and comes back is pickled

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        self._state = RUN
        processes = self._processes = (os.process_cpu_count() or 1) if processes is None else processes
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if not (maxtasksperchild is None or isinstance(maxtasksperchild, int) and maxtasksperchild > 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if not (initializer is None or callable(initializer)):
            raise TypeError("initializer must be a callable")
        self._tasks = _Tasks()
        self._results = _Tasks()
        self._arguments = (self._tasks, self._results, initializer, initargs, maxtasksperchild, self._sends)
        self._jobs = {}
        self._numbers = itertools.count()
        self._pool = []
        for _ in range(processes):
            self._add_worker()
        self._handler = threading.Thread(target=self._handle_results, daemon=True)
        self._handler.start()

    def _add_worker(self):
        process = ForkProcess(target=worker, args=self._arguments, daemon=True)
        process.name = process.name.replace("Process", "PoolWorker")
        process._state.ended = self._results.put
        self._pool.append(process)
        process.start()

    def _handle_results(self):
        while (answer := self._results.get()) is not None:
            if isinstance(answer, ForkProcess):
                self._replace(answer)
                continue
            number, place, data = answer
            self._jobs[number]._set(place, pickle.loads(data) if self._sends else data)

    def _replace(self, process):
        """A process has ended: after so many calls as one may do, or because it could not go on."""
        if self._state == RUN:
            self._pool = [each for each in self._pool if each._state is not process._state]
            self._add_worker()

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>"

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def _send(self, job, number, place, func, args, kwds):
        data = (func, args, kwds)
        if self._sends:
            try:
                data = pickle.dumps(data)
            except Exception as error:
                job._set(place, (False, error))
                return
        self._tasks.put((number, place, data))

    def _submit(self, job, calls):
        """calls: (func, args, kwds), one after another. How many there were."""
        number = next(self._numbers)
        self._jobs[number] = job
        place = -1
        try:
            for place, (func, args, kwds) in enumerate(calls):
                self._send(job, number, place, func, args, kwds)
        except Exception as error:      # the arguments' own
            place += 1
            self._send(job, number, place, _reraise, (error,), {})
        return place + 1

    # Each call comes in two kinds: one that waits, and one that hands out a result to be asked.

    def apply(self, func, args=(), kwds={}):
        """func(*args, **kwds) in another process."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """apply() that does not wait."""
        self._check_running()
        answer = ApplyResult(self, callback, error_callback)
        self._submit(answer, [(func, args, kwds)])
        return answer

    def map(self, func, iterable, chunksize=None):
        """A list of func of each."""
        return self._in_chunks(mapstar, func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """map() that does not wait."""
        return self._in_chunks(mapstar, func, iterable, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """A list of func(*each)."""
        return self._in_chunks(starmapstar, func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """starmap() that does not wait."""
        return self._in_chunks(starmapstar, func, iterable, chunksize, callback, error_callback)

    def _in_chunks(self, mapper, func, iterable, size, *callbacks):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        total = len(iterable)
        if not total:
            size = 0
        elif size is None:
            size = -(-total // (4 * len(self._pool)))    # four chunks for each process; rounded up
        answer = MapResult(self, size, total, *(callbacks or (None, None)))
        if size > 0:
            self._submit(answer, [(mapper, (chunk,), {}) for chunk in self._chunks(func, iterable, size)])
        return answer

    @staticmethod
    def _chunks(func, iterable, size):
        iterator = iter(iterable)
        while chunk := tuple(itertools.islice(iterator, size)):
            yield func, chunk

    def imap(self, func, iterable, chunksize=1):
        """func of each, in order, as an iterator."""
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """func of each, as it comes."""
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize:n}")
        result = kind(self)
        if chunksize == 1:
            result._set_length(self._submit(result, ((func, (each,), {}) for each in iterable)))
            return result
        calls = ((mapstar, (each,), {}) for each in self._chunks(func, iterable, chunksize))
        result._set_length(self._submit(result, calls))
        return (item for chunk in result for item in chunk)

    def close(self):
        """No more calls; those that were handed in go on."""
        if self._state == RUN:
            self._state = CLOSE
            self._end_workers()

    def terminate(self):
        """No more calls, and none of those that have not begun."""
        if self._state != TERMINATE:
            self._state = TERMINATE
            try:
                while True:
                    self._tasks.get_nowait()
            except queue.Empty:
                pass
            self._end_workers()

    def _end_workers(self):
        for _ in self._pool:
            self._tasks.put(None)

    def join(self):
        """Waits for the processes' end, after close() or terminate()."""
        if self._state == RUN:
            raise ValueError("Pool is still running")
        for process in self._pool:
            process.join()
        self._results.put(None)
        self._handler.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


class ThreadPool(Pool):
    """The same calls in threads of this process."""
    _sends = False

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _add_worker(self):
        thread = threading.Thread(target=worker, args=self._arguments, daemon=True)
        self._pool.append(thread)
        thread.start()
