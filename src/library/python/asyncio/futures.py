"""Futures of a loop and futures of threads, chained. Mirrors the end of CPython's Lib/asyncio/futures.py; Future itself is the
loop's."""
import asyncio
import concurrent.futures
from asyncio import Future, isfuture

__all__ = ("Future", "wrap_future", "isfuture")


# What a future of a thread raises, and what the same is for asyncio.
_OURS = {concurrent.futures.CancelledError: asyncio.CancelledError,
         concurrent.futures.InvalidStateError: asyncio.InvalidStateError}


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _end_as(source, future):
    # The future ends as the source did, which was not cancelled.
    if (exc := source.exception()) is None:
        future.set_result(source.result())
    elif (ours := _OURS.get(type(exc))) is None:
        future.set_exception(exc)
    else:
        future.set_exception(ours(*exc.args).with_traceback(exc.__traceback__))


def _end_of_loops(future, source):
    assert source.done()
    if future.cancelled():
        return
    assert not future.done()
    if source.cancelled():
        future.cancel()
    else:
        _end_as(source, future)


def _end_of_threads(future, source):
    assert source.done()
    if source.cancelled():
        future.cancel()
    if future.set_running_or_notify_cancel():
        _end_as(source, future)


def _loop_of(future, role):
    # The loop that a future belongs to; None: a thread's.
    if isfuture(future):
        return future.get_loop()
    if isinstance(future, concurrent.futures.Future):
        return None
    raise TypeError(f"A future is required for {role} argument")


def _call_for(loop, caller, function, *args):
    # Calls what belongs to one loop in the name of another: now if they are the same, or if it belongs to none.
    if loop is None or loop is caller:
        function(*args)
    else:
        loop.call_soon_threadsafe(function, *args)


def _chain_future(source, destination):
    # The end of one becomes the end of the other, and cancelling goes back.
    source_loop, dest_loop = _loop_of(source, "source"), _loop_of(destination, "destination")

    def _set_state(future, source):
        (_end_of_threads if dest_loop is None else _end_of_loops)(future, source)

    def _call_check_cancel(destination):
        if destination.cancelled():
            _call_for(source_loop, dest_loop, source.cancel)

    def _call_set_state(source):
        cancelled = destination.cancelled()
        if dest_loop is None or not dest_loop.is_closed():
            _call_for(dest_loop, source_loop, _set_state, destination, source)
        elif dest_loop is source_loop and not cancelled:
            _set_state(destination, source)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def wrap_future(future, *, loop=None):
    """A future of the loop that ends as the thread's future does."""
    if isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    chained = (asyncio.get_event_loop() if loop is None else loop).create_future()
    _chain_future(future, chained)
    return chained


def __getattr__(name):
    return getattr(asyncio, name)
