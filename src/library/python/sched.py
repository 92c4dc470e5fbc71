"""A queue of events by time, which it waits for itself. Mirrors CPython's Lib/sched.py."""
import heapq
from collections import namedtuple
from itertools import count
import threading
import time
from time import monotonic as _time

__all__ = ["scheduler"]

Event = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')
_sentinel = object()


class scheduler:
    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._queue, self._lock, self._numbers = [], threading.RLock(), count()

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        with self._lock:
            # Events of one time and priority go in the order of their numbers.
            made = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _sentinel else kwargs)
            heapq.heappush(self._queue, made)
            return made

    def cancel(self, event):
        with self._lock:
            del self._queue[self._queue.index(event)]
            heapq.heapify(self._queue)

    @property
    def queue(self):
        with self._lock:
            return sorted(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        while (due := self._due()) is not None:
            event, seconds = due
            if seconds <= 0:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)       # others may run
            elif blocking:
                self.delayfunc(seconds)
            else:
                return seconds

    def _due(self):
        """The next event, taken out if its time has come, and the seconds until then; None if there is none."""
        with self._lock:
            if self._queue:
                event, now = self._queue[0], self.timefunc()
                return (event, event.time - now) if event.time > now else (heapq.heappop(self._queue), 0)
