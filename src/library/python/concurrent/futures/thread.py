"""The pool of threads. Mirrors CPython's Lib/concurrent/futures/thread.py: a call goes to an idle thread, which takes it when the
submitter next blocks, or to a new one, which begins with it at once."""
import _thread
import queue
import threading
from concurrent.futures import _base

# The modelled machine has eight cores: the default pool has twelve threads.
_CORES = 8

_queues = {}        # pool thread -> the queue it takes work from
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


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None     # the traceback holds this frame
        else:
            self.future.set_result(result)


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
                item.run()
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
        if max_workers is None:
            max_workers = min(32, _CORES + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        number = ThreadPoolExecutor._pools
        ThreadPoolExecutor._pools += 1
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{number}"
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock, _shutdown_lock:
            if self._broken:
                raise self._broken_by(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _shutdown:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
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

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = self._broken_text
            while True:
                try:
                    item = self._work_queue.get_nowait()
                except queue.Empty:
                    break
                if item is not None:
                    item.future.set_exception(self._broken_by(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                while True:
                    try:
                        item = self._work_queue.get_nowait()
                    except queue.Empty:
                        break
                    if item is not None:
                        item.future.cancel()
            # Wakes one; each wakes the next.
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
