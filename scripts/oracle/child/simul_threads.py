"""Real threads of CPython of which one runs at a time, on the virtual clock.

Who runs has the baton. A thread passes it on where it blocks (time.sleep, a lock, join, the loop's wait) and when it ends, never
in the middle of running code, as under a GIL that switches only there. Those that can run go first come, first served; when none
can, the clock goes to the earliest deadline of all threads and loops, at equal deadlines threads before loops, then by generation
(sitecustomize.py), then first come, first served. A lock that is released while somebody waits for it is handed over. A loop that
waits can run as soon as another thread has made one of its sockets ready.
"""
import _thread
import heapq
from collections import deque

allocate_real = _thread.allocate_lock
start_real = _thread.start_new_thread
ident = _thread.get_ident


class Runner:
    """What the scheduler knows of one thread."""

    def __init__(self):
        self.gate = allocate_real()    # locked while others have the baton
        self.gate.acquire()
        self.wait = 0                  # number of its wait: a sleeper's entry with another one is void
        self.woken = False


class Threads:
    def __init__(self, clock, deadlock):
        self.clock = clock
        self.deadlock = deadlock
        self.runnable = deque()
        self.sleepers = []             # (due, loop, generation, order, runner, wait)
        self.made = 0
        self.runners = {}
        self.joiners = {}              # ident -> who waits for its end
        self.watching = {}             # who waits for more than a deadline -> a function that tells whether it has happened
        self.me()

    def me(self):
        if ident() not in self.runners:
            self.runners[ident()] = Runner()
        return self.runners[ident()]

    def next(self):
        if self.runnable:
            return self.runnable.popleft()
        while self.sleepers:
            due, _, generation, _, runner, wait = heapq.heappop(self.sleepers)
            if runner.wait == wait:
                runner.wait += 1
                self.clock.wait_until(due, generation)
                return runner
        self.deadlock()

    def pass_on(self, runner):
        chosen = self.next()
        if chosen is not runner:
            chosen.gate.release()
            runner.gate.acquire()

    def look(self):
        """Wakes whoever watches something that has happened by now."""
        for runner, happened in list(self.watching.items()):
            if not runner.woken and happened():
                self.queue(runner)

    def give_way(self):
        self.look()
        if self.runnable:
            runner = self.me()
            self.runnable.append(runner)
            self.pass_on(runner)

    def block(self, due=None, loop=False, generation=None, happened=None):
        """True: wake() ended the wait, or what it watches, and not its deadline."""
        self.look()
        runner = self.me()
        runner.woken = False
        runner.wait += 1
        if due is not None:
            self.made += 1
            if generation is None:
                generation = self.clock.generation
            heapq.heappush(self.sleepers, (max(due, self.clock.ns), loop, generation, self.made, runner, runner.wait))
        if happened:
            self.watching[runner] = happened
        self.pass_on(runner)
        self.watching.pop(runner, None)
        return runner.woken

    def wake(self, runner):
        self.look()
        self.queue(runner)

    def queue(self, runner):
        if not runner.woken:
            runner.woken = True
            runner.wait += 1
            self.runnable.append(runner)

    def start(self, function, args=(), kwargs={}):
        runner = Runner()

        def body():
            runner.gate.acquire()
            me = ident()
            self.runners[me] = runner
            try:
                function(*args, **kwargs)
            finally:
                for waiting in self.joiners.pop(me, ()):
                    self.wake(waiting)
                del self.runners[me]
                self.look()
                self.next().gate.release()
        self.look()
        self.runnable.append(runner)
        return start_real(body, ())

    def deadline(self, timeout):
        return None if timeout is None or timeout < 0 else self.clock.ns + round(timeout * 1e9)


def patch(threads):
    class lock:
        __slots__ = ("held", "waiting", "__weakref__")

        def __init__(self):
            self.held = False
            self.waiting = deque()

        def acquire(self, blocking=True, timeout=-1):
            if not blocking and timeout != -1:
                raise ValueError("can't specify a timeout for a non-blocking call")
            if timeout < 0 and timeout != -1:
                raise ValueError("timeout value must be a non-negative number")
            if not self.held:
                self.held = True
                return True
            if not blocking:
                return False
            me = threads.me()
            self.waiting.append(me)
            if threads.block(threads.deadline(timeout)):
                return True
            self.waiting.remove(me)
            return False

        def release(self):
            if not self.held:
                raise RuntimeError("release unlocked lock")
            if self.waiting:
                threads.wake(self.waiting.popleft())
            else:
                self.held = False

        def locked(self):
            return self.held

        def __enter__(self):
            return self.acquire()

        def __exit__(self, *_):
            self.release()

        def _at_fork_reinit(self):
            self.__init__()

        def __repr__(self):
            return f"<{'locked' if self.held else 'unlocked'} _thread.lock object at {id(self):#x}>"

    class Handle:
        def __init__(self):
            self.ident, self.done = None, False

        def is_done(self):
            return self.done

        def _set_done(self):
            self.done = True

        def join(self, timeout=None):
            if self.done:
                return
            if self.ident == ident():
                raise RuntimeError("Cannot join current thread")
            me = threads.me()
            waiting = threads.joiners.setdefault(self.ident, [])
            waiting.append(me)
            if not threads.block(threads.deadline(timeout)):
                waiting.remove(me)

    def start_joinable_thread(function, handle=None, daemon=True):
        handle = handle or Handle()

        def body():
            handle.ident = ident()
            try:
                function()
            finally:
                handle.done = True
        handle.ident = threads.start(body)
        return handle

    _thread.allocate_lock = lock
    _thread.start_new_thread = threads.start
    _thread.start_joinable_thread = start_joinable_thread
    import threading
    threading.Lock = threading._allocate_lock = lock
    threading._start_joinable_thread = start_joinable_thread
    threading._ThreadHandle = Handle
    threading._active_limbo_lock = threading._PyRLock()

    # RLock: the Python one, on the lock above; it looks like C's.
    class RLock(threading._RLock):
        def __repr__(self):
            return (f"<{'locked' if self._block.held else 'unlocked'} _thread.RLock object owner={self._owner or 0} "
                    f"count={self._count} at {id(self):#x}>")
    RLock.__module__ = "_thread"
    threading._CRLock = RLock

    def join_all():
        while left := [each for each in threading.enumerate() if not each.daemon and each is not threading.main_thread()]:
            for each in left:
                each.join()
    threading._register_atexit(join_all)

    import queue
    import time
    threading._time = queue.time = time.monotonic    # they may have been imported before the clock was there
    queue.SimpleQueue = queue._PySimpleQueue
