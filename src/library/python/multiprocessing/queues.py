"""What one process puts in and another takes out; it is pickled on the way. Mirrors CPython's Lib/multiprocessing/queues.py."""
import pickle
import queue
from multiprocessing.process import _Shared
from multiprocessing.receiving import received


class Queue(_Shared):
    """At most maxsize items; 0: any number."""
    _kind = queue.Queue

    def __init__(self, maxsize=0):
        self._threads = self._kind(maxsize)
        self._closed = False

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        self._threads.put(pickle.dumps(obj), block, timeout)

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        return received(self._threads.get(block, timeout))

    def put_nowait(self, obj):
        self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return self._threads.qsize()

    def empty(self):
        return self._threads.empty()

    def full(self):
        return self._threads.full()

    def close(self):
        """This process puts nothing more in."""
        self._closed = True

    def join_thread(self):
        assert self._closed, f"Queue {self!r} not closed"

    def cancel_join_thread(self):
        pass


class JoinableQueue(Queue):
    def task_done(self):
        self._threads.task_done()

    def join(self):
        """Waits until every item that was put is dealt with."""
        self._threads.join()


class SimpleQueue(_Shared):
    def __init__(self):
        self._threads = queue.SimpleQueue()

    def put(self, obj):
        self._threads.put(pickle.dumps(obj))

    def get(self):
        return received(self._threads.get())

    def empty(self):
        return self._threads.empty()

    def close(self):
        pass
