"""What asyncio does with futures and tasks whose class has methods anew, and with objects that only behave as futures: which of their
methods it calls, and in which order, is as in CPython's Lib/asyncio (tasks.py, taskgroups.py, runners.py, base_events.py). The loop's
own functions do the same for all others, and hand over to these when they meet one. What a repr or vars() shows has CPython's name."""
import asyncio
from asyncio import CancelledError, ensure_future
from functools import partial

_EXITS = SystemExit, KeyboardInterrupt


def _loop_of(future):
    return getattr(future, "get_loop", lambda: future._loop)()


def _release_waiter(woken, *_):
    if not woken.done():
        woken.set_result(None)


# ---- waiting

async def wait(futures, timeout, return_when):
    """For futures only; its arguments were looked at."""
    return await _wait(set(futures), timeout, return_when, asyncio.get_running_loop())


async def _wait(futures, timeout, return_when, loop):
    woken = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, woken)
    left = len(futures)

    def is_enough(ended):
        if left <= 0 or return_when == asyncio.FIRST_COMPLETED:
            return True
        return return_when == asyncio.FIRST_EXCEPTION and not ended.cancelled() and ended.exception() is not None

    def _on_completion(ended):
        nonlocal left
        left -= 1
        if is_enough(ended):
            if timer is not None:
                timer.cancel()
            _release_waiter(woken)

    for each in futures:
        each.add_done_callback(_on_completion)
    try:
        await woken
    finally:
        if timer is not None:
            timer.cancel()
        for each in futures:
            each.remove_done_callback(_on_completion)
    sets = done, pending = set(), set()
    for each in futures:
        (done if each.done() else pending).add(each)
    return sets


async def wait_for(future):
    """Without any time: what has no result yet is cancelled."""
    if not future.done():
        await _cancel_and_wait(future)
        try:
            return future.result()
        except CancelledError as cancelled:
            raise TimeoutError from cancelled
    return future.result()


async def _cancel_and_wait(future):
    woken = asyncio.get_running_loop().create_future()
    wake = partial(_release_waiter, woken)
    future.add_done_callback(wake)
    try:
        future.cancel()
        await woken
    finally:
        future.remove_done_callback(wake)


class _AsCompletedIterator:
    def __init__(self, futures, timeout, loop):
        self._done, self._timeout_handle = asyncio.Queue(), None
        once = set(futures)
        for each in once:
            each.add_done_callback(self._handle_completion)
        if once and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo, self._todo_left = once, len(once)

    def __iter__(self):
        return self

    __aiter__ = __iter__

    def __next__(self):
        return self._next(StopIteration, True)

    async def __anext__(self):
        return await self._next(StopAsyncIteration, False)

    def _next(self, at_the_end, resolve):
        if self._todo_left == 0:
            raise at_the_end
        self._todo_left -= 1
        return self._wait_for_one(resolve)

    async def _wait_for_one(self, resolve):
        ended = await self._done.get()
        if ended is None:
            raise TimeoutError
        return ended.result() if resolve else ended

    def _handle_completion(self, ended):
        if self._todo:
            self._todo.remove(ended)
            self._done.put_nowait(ended)
            if self._timeout_handle is not None and not self._todo:
                self._timeout_handle.cancel()

    def _handle_timeout(self):
        for each in self._todo:
            each.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()


class _GatheringFuture(asyncio.Future):
    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children, self._cancel_requested = children, False

    def cancel(self, msg=None):
        if self.done():
            return False
        took_it = 0
        for child in self._children:
            took_it += bool(child.cancel(msg=msg))
        if took_it:
            self._cancel_requested = True
        return took_it > 0


def _failure(ended):
    return ended._make_cancelled_error() if ended.cancelled() else ended.exception()


def _outcome(ended):
    if ended.cancelled():
        why = ended._cancel_message
        return CancelledError("" if why is None else why)
    error = ended.exception()
    return ended.result() if error is None else error


def gather(return_exceptions, made, *awaitables):
    """`made`: the futures that the first of the arguments have already, each once."""
    outer = loop = None
    future_of, children, ended_before = {}, [], []
    count = 0

    def _done_callback(ended):
        nonlocal count
        count += 1
        if outer is None or outer.done():
            if not ended.cancelled():
                ended.exception()    # somebody has seen it
            return
        if not return_exceptions and (error := _failure(ended)) is not None:
            outer.set_exception(error)
        elif count == len(future_of):
            outcomes = [_outcome(child) for child in children]
            if outer._cancel_requested:
                # In CPython, too, it is the last one's, whoever ended last.
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(outcomes)

    for each in awaitables:
        if each in future_of:
            children.append(future_of[each])
            continue
        future = made.pop(0) if made else ensure_future(each, loop=loop)
        if loop is None:
            loop = _loop_of(future)
        if future is not each:
            future._log_destroy_pending = False
        future_of[each] = future
        if future.done():
            ended_before.append(future)
        else:
            future.add_done_callback(_done_callback)
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    for each in ended_before:
        _done_callback(each)
    return outer


def shield(inner):
    if inner.done():
        return inner
    outer = _loop_of(inner).create_future()

    def _inner_done_callback(ended):
        if outer.cancelled():
            if not ended.cancelled():
                ended.exception()    # somebody has seen it
        elif ended.cancelled():
            outer.cancel()
        elif (error := ended.exception()) is not None:
            outer.set_exception(error)
        else:
            outer.set_result(ended.result())

    def _outer_done_callback(_):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


# ---- groups

class TaskGroup:
    """What a TaskGroup goes on as. `parent`: the task that has entered it; `tasks`: what it has made, before it met one of these."""

    def __init__(self, parent, tasks):
        self._loop, self._parent_task = asyncio.get_running_loop(), parent
        self._entered, self._exiting, self._aborting, self._parent_cancel_requested = True, False, False, False
        self._errors, self._base_error, self._on_completed_fut = [], None, None
        self._tasks = set()
        for each in tasks:
            self._add(each)

    def __repr__(self):
        words = ["<TaskGroup"]
        if self._tasks:
            words.append(f"tasks={len(self._tasks)}")
        if self._errors:
            words.append(f"errors={len(self._errors)}")
        words.append("cancelling" if self._aborting else "entered")
        return " ".join(words) + ">"

    def create_task(self, coro, *, name=None, context=None):
        over = "finished" if self._exiting and not self._tasks else "shutting down" if self._aborting else None
        if over is not None:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} is {over}")
        given = {} if context is None else {"context": context}
        made = self._loop.create_task(coro, name=name, **given)
        self._add(made)
        try:
            return made
        finally:
            del made    # a traceback through here would keep it

    def _add(self, task):
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)

    async def __aexit__(self, kind, error, traceback):
        traceback = None
        try:
            return await self._leave(kind, error)
        finally:
            # What has failed keeps this frame: it is not to keep what has failed.
            self._parent_task = self._errors = self._base_error = error = None

    async def _leave(self, kind, error):
        self._exiting = True
        self._note_exit(error)
        is_cancelled = kind is not None and issubclass(kind, CancelledError)
        handed_on = error if is_cancelled else None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            handed_on = await self._wait_for_tasks() or handed_on
        try:
            if self._base_error is not None:
                raise self._base_error
            if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
                handed_on = None    # the cancellation was this group's own
            if handed_on is not None and not self._errors:
                raise handed_on
            if kind is not None and not is_cancelled:
                self._errors.append(error)
            if self._errors:
                if self._parent_task.cancelling():
                    # It goes on with the group's errors, and is cancelled where it waits next.
                    self._parent_task.uncancel()
                    self._parent_task.cancel()
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
        finally:
            error = handed_on = None

    async def _wait_for_tasks(self):
        """The cancellation that came meanwhile, if it came first."""
        first = None
        if self._on_completed_fut is None:
            self._on_completed_fut = self._loop.create_future()
        try:
            await self._on_completed_fut
        except CancelledError as cancelled:
            if not self._aborting:
                first = cancelled
                self._abort()
        self._on_completed_fut = None
        try:
            return first
        finally:
            del first

    def _note_exit(self, error):
        if self._base_error is None and isinstance(error, _EXITS):
            self._base_error = error

    def _abort(self):
        self._aborting = True
        for each in self._tasks:
            if not each.done():
                each.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        woken = self._on_completed_fut
        if woken is not None and not self._tasks and not woken.done():
            woken.set_result(True)
        error = None if task.cancelled() else task.exception()
        if error is None:
            return
        self._errors.append(error)
        self._note_exit(error)
        if self._parent_task.done():
            words = f"Task {task!r} has errored out but its parent task {self._parent_task} is already completed"
            self._loop.call_exception_handler({"message": words, "exception": error, "task": task})
        elif not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()


_AsCompletedIterator.__module__ = _GatheringFuture.__module__ = "asyncio.tasks"
TaskGroup.__module__ = "asyncio.taskgroups"


# ---- a loop's run

def _run_until_complete_cb(ended):
    # An exit has stopped the loop by itself.
    if ended.cancelled() or not isinstance(ended.exception(), _EXITS):
        _loop_of(ended).stop()


def run_until_complete(loop, future, new_task):
    if new_task:
        future._log_destroy_pending = False
    future.add_done_callback(_run_until_complete_cb)
    try:
        loop.run_forever()
    except BaseException:
        if new_task and future.done() and not future.cancelled():
            future.exception()    # the caller is told of it
        raise
    finally:
        future.remove_done_callback(_run_until_complete_cb)
    if future.done():
        return future.result()
    raise RuntimeError("Event loop stopped before Future completed.")


def _cancel_all_tasks(loop):
    left = asyncio.all_tasks(loop)
    for each in left:
        each.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    for each in left:
        if not each.cancelled() and each.exception() is not None:
            loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown",
                                         "exception": each.exception(), "task": each})
