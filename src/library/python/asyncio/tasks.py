"""A coroutine that another thread wants run. Mirrors run_coroutine_threadsafe() of CPython's Lib/asyncio/tasks.py; the rest of that
module is the loop's."""
import asyncio
import concurrent.futures
from asyncio import ensure_future, iscoroutine
from asyncio import futures

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed", "sleep",
           "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks", "create_eager_task_factory",
           "eager_task_factory", "_register_task", "_unregister_task", "_enter_task", "_leave_task")


def run_coroutine_threadsafe(coro, loop):
    """Runs it as a task of the loop; a concurrent.futures.Future for the thread that asks."""
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    answer = concurrent.futures.Future()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), answer)
        except BaseException as exc:
            # Whoever waits in the thread is told too, unless the program is to end.
            if not isinstance(exc, (SystemExit, KeyboardInterrupt)) and answer.set_running_or_notify_cancel():
                answer.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return answer


def __getattr__(name):
    return getattr(asyncio, name)
