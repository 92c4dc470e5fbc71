"""The loop's executors. Mirrors those parts of CPython's Lib/asyncio/base_events.py; the functions that take a loop first are its
methods."""
import asyncio
import concurrent.futures
import threading
from asyncio import futures, timeouts

__all__ = ("BaseEventLoop", "Server")


def run_in_executor(self, executor, func, *args):
    """A future of func(*args), which runs in a thread of the pool; None: the loop's own."""
    _check_open(self)
    if self.get_debug():
        _check_callback(func, "run_in_executor")
    submitted = (_default_executor(self) if executor is None else executor).submit(func, *args)
    return futures.wrap_future(submitted, loop=self)


def _default_executor(loop):
    if _attribute(loop, "_executor_shutdown_called"):
        raise RuntimeError("Executor shutdown has been called")
    if _attribute(loop, "_default_executor") is None:
        loop._default_executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
    return loop._default_executor


def set_default_executor(self, executor):
    """The pool that run_in_executor(None, ...) takes: a ThreadPoolExecutor."""
    if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")
    self._default_executor = executor


async def shutdown_default_executor(self, timeout=None):
    """Waits for the threads of the loop's own pool; it takes nothing more."""
    self._executor_shutdown_called = True
    executor = _attribute(self, "_default_executor")
    if executor is None:
        return
    future = self.create_future()
    thread = threading.Thread(target=_do_shutdown, args=(self, executor, future))
    thread.start()
    try:
        async with timeouts.timeout(timeout):
            await future
    except TimeoutError:
        import warnings
        warnings.warn(f"The executor did not finishing joining its threads within {timeout} seconds.", RuntimeWarning,
                      stacklevel=2)
        executor.shutdown(wait=False)
    else:
        thread.join()


def _do_shutdown(loop, executor, future):
    try:
        executor.shutdown(wait=True)
        if not loop.is_closed():
            loop.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
    except Exception as exc:
        if not loop.is_closed() and not future.cancelled():
            loop.call_soon_threadsafe(future.set_exception, exc)


def _attribute(loop, name):
    return getattr(loop, name, None)


def _check_open(loop):
    if loop.is_closed():
        raise RuntimeError("Event loop is closed")


def _check_callback(callback, method):
    if asyncio.iscoroutine(callback) or asyncio.iscoroutinefunction(callback):
        raise TypeError(f"coroutines cannot be used with {method}()")
    if not callable(callback):
        raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")


def __getattr__(name):
    if name == "Server":
        from asyncio._connections import Server
        return Server
    return getattr(asyncio, name)


for _method in run_in_executor, set_default_executor, shutdown_default_executor:
    _method.__qualname__ = f"BaseEventLoop.{_method.__name__}"
