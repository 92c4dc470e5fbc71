"""Queues between threads. Mirrors CPython's Lib/queue.py. One lock guards all of a queue; three conditions on it say whom a change
concerns, and they are notified where CPython notifies them: that decides which thread goes on. A kind of queue is four methods
that are called with the lock held: _init, _put, _get, _qsize."""
import threading
from _queue import Empty
from time import monotonic

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]

_GenericAlias = type(list[int])
_AT_ONCE = float("-inf")


class Full(Exception):
    """put() found no room."""


class ShutDown(Exception):
    """The queue takes nothing more, or has nothing more to give."""


def _patience(block, timeout):
    """The moment until which a call may wait; None: for ever."""
    if not block:
        return _AT_ONCE
    if timeout is None:
        return None
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return monotonic() + timeout


def _wait(condition, until, refusal):
    """Waits until somebody notifies or the moment comes; once it is past, the refusal is raised."""
    left = None
    if until is not None:
        left = until - monotonic()
        if left <= 0:
            raise refusal
    condition.wait(left)


class Queue:
    """First in, first out. At most maxsize items; 0: any number."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self.is_shutdown = False
        self._init(maxsize)
        self.mutex = lock = threading.Lock()
        self.not_empty, self.not_full, self.all_tasks_done = (threading.Condition(lock) for _ in range(3))

    def _init(self, maxsize):
        from collections import deque      # loaded when needed: a pool of threads does not
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def _qsize(self):
        return len(self.queue)

    def put(self, item, block=True, timeout=None):
        """Puts the item in as soon as there is room. Full: there is none now (block false) or within `timeout` seconds."""
        with self.mutex:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                until = _patience(block, timeout)
                while self.maxsize <= self._qsize():
                    _wait(self.not_full, until, Full)
                    if self.is_shutdown:
                        raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def put_nowait(self, item):
        """put() without waiting."""
        return self.put(item, block=False)

    def get(self, block=True, timeout=None):
        """Takes the next item as soon as there is one. Empty: there is none now (block false) or within `timeout` seconds."""
        with self.mutex:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            until = _patience(block, timeout)
            while not self._qsize():
                _wait(self.not_empty, until, Empty)
                if self.is_shutdown and not self._qsize():
                    raise ShutDown
            item = self._get()
            self.not_full.notify()
        return item

    def get_nowait(self):
        """get() without waiting."""
        return self.get(block=False)

    def task_done(self):
        """One item that was taken is dealt with."""
        with self.mutex:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1
            if not self.unfinished_tasks:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until every item that was put in is dealt with."""
        with self.mutex:
            self.all_tasks_done.wait_for(lambda: not self.unfinished_tasks)

    def qsize(self):
        """How many items are in it; a moment later it may be another number, and so below."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Has it nothing to give?"""
        with self.mutex:
            return self._qsize() == 0

    def full(self):
        """Has it no room?"""
        with self.mutex:
            return self.maxsize > 0 and self._qsize() >= self.maxsize

    def shutdown(self, immediate=False):
        """No more puts. Gets go on until the queue is empty; `immediate` empties it now, and counts what it held as dealt with."""
        concerned = [self.not_empty, self.not_full]
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                concerned.insert(0, self.all_tasks_done)
                while self._qsize():
                    self._get()
                    self.unfinished_tasks = max(0, self.unfinished_tasks - 1)
            for condition in concerned:
                condition.notify_all()


class PriorityQueue(Queue):
    """The smallest first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)


class LifoQueue(Queue):
    """The latest first."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """Without bounds, and without counting what is unfinished."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self):
        self._items = []
        self._lock = threading.Lock()
        self._filled = threading.Condition(self._lock)

    def put(self, item, block=True, timeout=None):
        """Puts the item in; there is always room."""
        with self._lock:
            self._items.append(item)
            self._filled.notify()

    def get(self, block=True, timeout=None):
        """As Queue.get()."""
        until = _patience(block, timeout)
        with self._lock:
            while not self._items:
                _wait(self._filled, until, Empty)
            return self._items.pop(0)

    def put_nowait(self, item):
        """put(), under the name that other queues have."""
        self.put(item)

    def get_nowait(self):
        """get() without waiting."""
        return self.get(False)

    def empty(self):
        """Has it nothing to give?"""
        return not self._items

    def qsize(self):
        """How many items are in it."""
        return len(self._items)


SimpleQueue.__module__ = "_queue"
