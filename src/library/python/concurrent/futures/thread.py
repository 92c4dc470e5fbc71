"""The pool of threads. Mirrors CPython's Lib/concurrent/futures/thread.py: a call goes to an idle thread, which takes it when the
submitter next blocks, or to a new one, which begins with it at once."""
import _thread
import queue
import threading
from concurrent.futures import _base

# The modelled machine has eight cores: the default pool has twelve threads.
_CORES = 8

_queues = {}        # pool thread -> the queue it takes work from: what _run() is called with, or None at the end
_shutdown = False
_shutdown_lock = threading.Lock()


def _python_exit():
    global _shutdown
    with _shutdown_lock:
        _shutdown = True
    items = list(_queues.items())
    for _, work in items:
        work.put(None)
    for thread, _ in items:
        thread.join()


threading._register_atexit(_python_exit)


def _run(future, fn, args, kwargs):
    if not future.set_running_or_notify_cancel():
        return
    try:
        value = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
        del future, fn, args, kwargs    # the traceback holds this frame
    else:
        future.set_result(value)


def _worker(executor, work, initializer, initargs):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            _thread._report("Exception in initializer:", error)
            executor._initializer_failed()
            return
    try:
        while True:
            try:
                item = work.get_nowait()
            except queue.Empty:
                executor._idle_semaphore.release()
                item = work.get(block=True)
            if item is not None:
                _run(*item)
                del item
                continue
            if _shutdown or executor._shutdown:
                executor._shutdown = True
                work.put(None)      # for the next one
                return
    except BaseException as error:
        _thread._report("Exception in worker", error)


class BrokenThreadPool(_base.BrokenExecutor):
    """A thread of the pool could not be initialised."""


class ThreadPoolExecutor(_base.Executor):
    """Runs calls in at most max_workers threads."""

    _pools = 0
    _worker = staticmethod(_worker)
    _broken_by = BrokenThreadPool
    _broken_text = "A thread initializer failed, the thread pool is not usable anymore"

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        self._max_workers = min(32, _CORES + 4) if max_workers is None else max_workers
        if self._max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if not (initializer is None or callable(initializer)):
            raise TypeError("initializer must be a callable")
        self._initializer, self._initargs = initializer, initargs
        self._work_queue = queue.SimpleQueue()
        self._threads = set()
        self._idle_semaphore = threading.Semaphore(0)       # how many of them wait for work
        self._shutdown_lock = threading.Lock()
        self._shutdown = self._broken = False
        number = ThreadPoolExecutor._pools
        ThreadPoolExecutor._pools += 1
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{number}"

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _shutdown_lock:
            if self._broken:
                raise self._broken_by(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put((future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(name="%s_%d" % (self._thread_name_prefix or self, count), target=self._worker,
                                      args=(self, self._work_queue, self._initializer, self._initargs))
            thread.start()
            self._threads.add(thread)
            _queues[thread] = self._work_queue

    def _untaken(self):
        """The futures of the calls that no thread has taken; none will."""
        while not self._work_queue.empty():
            if (item := self._work_queue.get_nowait()) is not None:
                yield item[0]

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = self._broken_text
            for future in self._untaken():
                future.set_exception(self._broken_by(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        """No more calls. What was handed in still runs, unless it is to be cancelled; waits for the threads' end."""
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for future in self._untaken():
                    future.cancel()
            # Wakes one; each wakes the next.
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
