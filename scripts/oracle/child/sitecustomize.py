"""Puts a CPython 3.13 on a virtual clock. CPython imports this before the program, as ask.py has put it on PYTHONPATH.

The program stays a plain `python3.13 PROGRAM.py` with its own __main__, tracebacks and shutdown. Replaced are
  - the clock: an integer number of nanoseconds from 0 that moves only by waiting (time.sleep, or the loop with nothing
    to do). Computing costs nothing. monotonic(), perf_counter() and loop.time() read it; time() adds 2024-01-01 UTC.
  - the event loop's waiting: instead of selecting, the clock goes to the next timer.
  - sys.stdout: what is written is reported with the clock's time, through the pipe that ask.py reads.
  - the machine has eight cores, as the default pool of threads is as large as that makes it.
  - random is seeded with 0; datetime is the stdlib's Python version, which reads the patched time module.

Timers that are due at one instant: in a real run every wait ends a little late, so two waits for the same instant end
one after the other. That order is kept with a generation: how many such "little lates" have led to now. A wait begun in
generation g ends in g + 1; a timer has the generation of its making (-1 when it was due already); timers go by (due,
generation, order of making), and a turn of the loop takes those up to (now, generation of now).

What CPython leaves to addresses in memory has the order of making: asyncio's sets of tasks (whom a TaskGroup or the end of
asyncio.run cancels first) keep what was added first in front, and let go of it first. Cycles die at the end or in gc.collect(), never because the
interpreter happened to have made some number of objects, and in an order that simul_collect.py says.

Threads take turns by rule (simul_threads.py). Sockets of the program to itself work: what was sent is there at once. No
subprocesses and no other input: a program that waits for what never comes from itself is a deadlock.

With "serve" in SIMUL_ORACLE this process only waits for orders (a line of JSON on fd "orders": options, report and
stderr files); for each it forks, and the child goes on as if it had just been started on the program that stands in the
file by then. So CPython's start is paid once and nothing is shared between programs.
"""
import json
import os
import sys

import simul_calls
import simul_collect
import simul_threads

EPOCH_NS = 1_704_067_200 * 10**9
TURNS_WITHOUT_WAIT = 10_000    # then a program that polls with sleep(0) gets the next timer's time
READINGS_AT_ONCE = 100_000     # then each further reading of the clock costs READING_NS: a busy wait ends
READING_NS = 1_000_000
SETTLE_S = 0.02               # of real time: what a socket of the program to itself may need
MODELLED_CORES = 8            # as the README says


class Clock:
    def __init__(self, limit_ns, stop):
        self.ns = 0
        self.generation = 0
        self.readings = 0
        self.late = None    # called when the clock has moved, or a loop has run, though the program has ended
        self._limit_ns = limit_ns
        self._stop = stop

    def wait_until(self, ns, generation):
        """The wait for `ns` that began in `generation` ends."""
        if ns > self.ns:
            if ns > self._limit_ns:
                self.ns = self._limit_ns
                self._stop("limit", "virtual time")
            self.ns, self.generation, self.readings = ns, generation + 1, 0
        else:
            self.generation = max(self.generation, generation + 1)

    def read(self):
        self.readings += 1
        if self.readings > READINGS_AT_ONCE:
            readings = self.readings
            self.wait_until(self.ns + READING_NS, self.generation)
            self.readings = readings
        return self.ns


def seconds(ns):
    """As CPython makes seconds of nanoseconds, to the last bit."""
    return float(ns // 10**9) if ns % 10**9 == 0 else ns / 1e9


def install(report_fd, options):
    encode = json.dumps
    write, leave = os.write, os._exit

    def report(*record):
        data = (encode(record) + "\n").encode()
        while data:
            data = data[write(report_fd, data):]

    def stop(status, detail):
        report_watched()
        report("stop", clock.ns, status, detail)
        try:
            sys.stderr.flush()
        except BaseException:
            pass
        leave(0)

    clock = Clock(int(options["virtual_limit_s"] * 1e9), stop)
    import gc
    import random
    gc.set_threshold(0)    # still there for gc.collect() and for the end, as in every other program
    random.seed(0)
    os.cpu_count = os.process_cpu_count = lambda: MODELLED_CORES
    turns = []
    threads = simul_threads.Threads(clock, lambda: stop("deadlock", who_waits()))
    patch_time(clock, threads)
    simul_threads.patch(threads)
    patch_loop(clock, threads, turns if options.get("turns") else None)
    sys.meta_path.insert(0, ModelledRequests)
    simul_collect.install()

    sys.stdout = sys.__stdout__ = reporting_stdout(clock, report, stop, options["max_lines"])

    print_traceback = sys.excepthook

    def excepthook(kind, value, traceback):
        name = kind.__qualname__
        if kind.__module__ not in ("builtins", "__main__"):
            name = kind.__module__ + "." + name
        text = (value.msg or "") if isinstance(value, SyntaxError) else str(value)
        report("raised", clock.ns, name, text)
        print_traceback(kind, value, traceback)
    sys.excepthook = excepthook

    reached = watch_lines() if options.get("reached") else None
    called = simul_calls.watch(own_files()) if options.get("called") else None

    def report_watched():
        if options.get("turns"):
            report("turns", clock.ns, turns)
        if reached is not None:
            report("reached", clock.ns, sorted(reached))
        if called is not None:
            report("called", clock.ns, sorted(simul_calls.names(called, options["called"])))

    def end():
        report_watched()
        report("end", clock.ns)
        clock.late = late

    def late():
        """A finally block that runs when the names are gone may sleep, or run a loop."""
        if options.get("turns"):
            report("turns", clock.ns, turns)
        report("end", clock.ns)

    import atexit
    atexit.register(end)
    report("start", clock.ns)


def import_what_is_used():
    sys.modules["_datetime"] = sys.modules["_zoneinfo"] = None    # so that the Python versions are taken
    import ctypes, datetime, _strptime, random, asyncio, asyncio.unix_events, threading, io, atexit  # noqa: E401,F401


def own_files():
    """What the program's file may be called in its code objects."""
    return {os.path.abspath(sys.argv[0]) if sys.argv and sys.argv[0] else None, sys.orig_argv[-1]}


def watch_lines():
    """The set into which go the lines of the program that run."""
    watched, lines, own = sys.monitoring, set(), own_files()

    def line_began(code, line):
        if code.co_filename in own:
            lines.add(line)
        return watched.DISABLE
    watched.use_tool_id(watched.COVERAGE_ID, "reached")
    watched.register_callback(watched.COVERAGE_ID, watched.events.LINE, line_began)
    watched.set_events(watched.COVERAGE_ID, watched.events.LINE)
    return lines


def keep_order():
    """Makes asyncio's sets of tasks and futures keep the order of adding."""
    import _weakrefset
    import ast
    from asyncio import taskgroups, tasks

    references, clear = sys.getrefcount, set.clear    # still there when all names are gone

    class OrderedSet(set):
        __slots__ = ("_order",)

        def __init__(self, items=()):
            super().__init__()
            self._order = {}
            for item in items:
                self.add(item)

        def add(self, item):
            super().add(item)
            self._order[item] = True

        def discard(self, item):
            super().discard(item)
            self._order.pop(item, None)

        def remove(self, item):
            super().remove(item)
            del self._order[item]

        def pop(self):
            for item in self._order:
                self.remove(item)
                return item
            raise KeyError("pop from an empty set")

        def clear(self):
            super().clear()
            self._order.clear()

        def update(self, *others):
            for other in others:
                for item in other:
                    self.add(item)

        def difference_update(self, *others):
            for item in set().union(*others):
                self.discard(item)

        def intersection_update(self, *others):
            kept = set(self).intersection(*others)
            self.difference_update([item for item in self if item not in kept])

        def symmetric_difference_update(self, other):
            for item in dict.fromkeys(other):
                (self.discard if item in self else self.add)(item)

        def __iter__(self):
            return iter(self._order)

        def __del__(self):
            if references(self) <= 3:    # nobody else has it, so it dies here: what it alone has goes in the order of adding, too
                clear(self)

        def __repr__(self):
            return "{" + ", ".join(map(repr, self._order)) + "}" if self._order else "set()"
    OrderedSet.__name__ = OrderedSet.__qualname__ = "set"
    OrderedSet.__module__ = "builtins"
    for module in (_weakrefset, taskgroups, tasks):
        module.set = OrderedSet
    tasks._scheduled_tasks.data = OrderedSet(tasks._scheduled_tasks.data)

    class SetOfGenerator(ast.NodeTransformer):
        def visit_SetComp(self, node):
            self.generic_visit(node)
            made = ast.Call(ast.Name("set", ast.Load()), [ast.GeneratorExp(node.elt, node.generators)], [])
            return ast.fix_missing_locations(ast.copy_location(made, node))

    with open(tasks.__file__, encoding="utf-8") as source:
        tree = ast.parse(source.read())
    wanted = {"all_tasks": tasks.all_tasks, "_AsCompletedIterator": tasks._AsCompletedIterator.__init__}
    tree.body = [node for node in tree.body if getattr(node, "name", None) in wanted]
    code = compile(SetOfGenerator().visit(tree), tasks.__file__, "exec")
    for name, function in wanted.items():
        found = next(c for c in code.co_consts if getattr(c, "co_name", None) == name)
        if name != function.__name__:
            found = next(c for c in found.co_consts if getattr(c, "co_name", None) == function.__name__)
        function.__code__ = found


class ModelledRequests:
    """urllib.request is Simul's own, over the modelled network, as aiohttp and its like are."""
    FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), *[os.pardir] * 3, "src", "library", "python", "urllib", "request.py")

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name != "urllib.request":
            return None
        import importlib.util
        return importlib.util.spec_from_file_location(name, os.path.realpath(cls.FILE))


def patch_time(clock, threads):
    import time
    original = {name: getattr(time, name) for name in ("sleep", "localtime", "gmtime", "strftime", "asctime")}

    def sleep(duration, /):
        if isinstance(duration, float):
            if duration != duration:
                raise ValueError("Invalid value NaN (not a number)")
            ns = round(duration * 1e9)
        elif hasattr(type(duration), "__index__"):
            ns = duration.__index__() * 10**9
        elif hasattr(type(duration), "__float__"):
            ns = round(float(duration) * 1e9)
        else:
            return original["sleep"](duration)    # for its TypeError
        if ns < 0:
            raise ValueError("sleep length must be non-negative")
        threads.block(clock.ns + ns)
        if clock.late is not None:
            clock.late()

    def wall():
        return seconds(EPOCH_NS + clock.read())

    def localtime(at=None, /):
        return original["localtime"](wall() if at is None else at)

    new = {
        "sleep": sleep,
        "time": wall,
        "time_ns": lambda: EPOCH_NS + clock.read(),
        "monotonic": lambda: seconds(clock.read()),
        "monotonic_ns": clock.read,
        "perf_counter": lambda: seconds(clock.read()),
        "perf_counter_ns": clock.read,
        "process_time": lambda: 0.0,
        "process_time_ns": lambda: 0,
        "thread_time": lambda: 0.0,
        "thread_time_ns": lambda: 0,
        "localtime": localtime,
        "gmtime": lambda at=None, /: original["gmtime"](wall() if at is None else at),
        "strftime": lambda form, at=None, /: original["strftime"](form, localtime() if at is None else at),
        "asctime": lambda at=None, /: original["asctime"](localtime() if at is None else at),
        "ctime": lambda at=None, /: original["asctime"](localtime(at)),
    }
    for name, function in new.items():
        setattr(time, name, staticmethod(function))    # does not bind when a class takes it as attribute, like a builtin
    if "logging" in sys.modules:    # asyncio has it: a record's relativeCreated counts from the program's start
        sys.modules["logging"]._startTime = EPOCH_NS


def who_waits():
    import asyncio
    from asyncio import tasks
    library = os.path.dirname(asyncio.__file__)
    found = []
    for task in (*tasks._scheduled_tasks, *tasks._eager_tasks):
        if not task.done():
            frames = task.get_stack()
            own = frames and not frames[-1].f_code.co_filename.startswith(library)    # a line of asyncio says nothing
            place = f" at line {frames[-1].f_lineno}" if own else ""
            coroutine = task.get_coro()    # may be an async generator's aclose(), which has no name
            name = getattr(coroutine, "__qualname__", f"<{type(coroutine).__name__} without __name__>()")
            found.append((task.get_name(), f"{task.get_name()} {name}{place}"))
    return [text for _, text in sorted(found, key=lambda pair: pair[0])] or ["main thread"]


def patch_loop(clock, threads, turns):
    import asyncio
    from asyncio import base_events, events, format_helpers, tasks, unix_events
    from heapq import heappop, heappush

    def served(handle):
        """The task whose step this handle is, or "-" and the callback's name; None for the loop's own housekeeping.

        That is what asyncio.run does at its end, and the reading of the pipe by which call_soon_threadsafe wakes a selector.
        """
        task = getattr(handle._callback, "__self__", None)
        known = task if isinstance(task, tasks.Task) else handle._args[0] if handle._args else None
        if isinstance(known, tasks.Task) and getattr(known.get_coro(), "__qualname__", "") in (
                "BaseEventLoop.shutdown_asyncgens", "BaseEventLoop.shutdown_default_executor"):
            return None
        if known is not None and known is task and not hasattr(task, getattr(handle._callback, "__name__", "")):
            return known.get_name()    # a step or a wakeup; task.cancel and the like are callbacks as any
        name = format_helpers._format_callback(handle._callback, (), {}).rstrip("()")
        return None if name == "BaseSelectorEventLoop._read_from_self" else "-" + name

    class TimerHandle(events.TimerHandle):
        __slots__ = ("order",)

        def __lt__(self, other):
            return self.order < other.order
    TimerHandle.__module__ = "asyncio.events"

    class _UnixSelectorEventLoop(unix_events._UnixSelectorEventLoop):
        _made = 0     # timers
        _turns = 0    # since the last wait
        _selecting = None    # the thread that waits in this loop

        def time(self):
            return seconds(clock.ns)

        def call_at(self, when, callback, *args, context=None):
            if when is None:
                return super().call_at(when, callback, *args)    # refuses it, with its own frame
            self._check_closed()
            if self._debug:
                self._check_thread()
                self._check_callback(callback, "call_at")
            timer = TimerHandle(when, callback, args, self, context)
            due = round(when * 1e9)
            self._made += 1
            timer.order = (due, clock.generation if due > clock.ns else -1, self._made)
            if timer._source_traceback:
                del timer._source_traceback[-1]
            heappush(self._scheduled, timer)
            timer._scheduled = True
            return timer

        def _wait(self, busy, first):
            """What selecting is for: others get their turn, and time passes unless the loop is busy."""
            while True:
                threads.give_way()
                happened = self._selector.select(0)
                if not happened and not busy and len(self._selector.get_map()) > 1:
                    happened = self._selector.select(SETTLE_S)
                self._process_events(happened)
                if happened or busy or (first and first[:2] <= (clock.ns, clock.generation)):
                    return
                self._selecting = threads.me()
                threads.block(first and first[0], True, first and first[1], lambda: self._selector.select(0))
                self._selecting = None

        def _write_to_self(self):
            super()._write_to_self()
            if self._selecting:
                threads.wake(self._selecting)

        def close(self):
            if not self.is_running():    # then it is refused, and the heap is still needed
                self._scheduled.sort(reverse=True)    # emptied from its end: by deadline, and not as a heap happens to lie
            super().close()

        def _run_once(self):
            timers, ready = self._scheduled, self._ready
            while timers and timers[0]._cancelled:
                self._timer_cancelled_count -= 1
                heappop(timers)._scheduled = False
            busy = bool(ready) or self._stopping
            self._turns = self._turns + 1 if busy else 0
            if self._turns > TURNS_WITHOUT_WAIT and timers and not self._stopping:
                busy = False
            self._wait(busy, timers[0].order if timers else None)
            while timers and timers[0].order[:2] <= (clock.ns, clock.generation):
                handle = heappop(timers)
                handle._scheduled = False
                ready.append(handle)
            ran = []
            if turns is not None:
                turns.append([clock.ns, ran])
            for _ in range(len(ready)):
                handle = ready.popleft()
                if handle._cancelled:
                    continue
                if turns is not None and (name := served(handle)) is not None:
                    ran.append(name)
                if not self._debug:
                    handle._run()
                    continue
                self._current_handle = handle
                try:
                    began = self.time()
                    handle._run()
                    took = self.time() - began
                    if took >= self.slow_callback_duration:
                        asyncio.log.logger.warning("Executing %s took %.3f seconds",
                                                   base_events._format_handle(handle), took)
                finally:
                    self._current_handle = None
            handle = None
            if clock.late is not None:
                clock.late()

    loop = _UnixSelectorEventLoop
    loop.__module__, loop.__qualname__ = "asyncio.unix_events", "_UnixSelectorEventLoop"
    for name, method in vars(loop).items():    # what is said of wrong arguments names the method
        if callable(method) and hasattr(unix_events._UnixSelectorEventLoop, name):
            method.__qualname__ = getattr(unix_events._UnixSelectorEventLoop, name).__qualname__
    unix_events._UnixSelectorEventLoop = unix_events.SelectorEventLoop = asyncio.SelectorEventLoop = loop
    unix_events.EventLoop = asyncio.EventLoop = loop
    unix_events._UnixDefaultEventLoopPolicy._loop_factory = loop


def reporting_stdout(clock, report, stop, max_lines):
    import io

    class Report(io.RawIOBase):
        name, mode, lines = "<stdout>", "wb", 0

        def writable(self):
            return True

        def write(self, data):
            data = bytes(data)
            if data:
                report("out", clock.ns, data.decode("utf-8", "backslashreplace"))
                self.lines += data.count(b"\n")
                if self.lines > max_lines:
                    stop("limit", "output")
            return len(data)

    class Unbuffered(io.BufferedIOBase):    # what a program finds as sys.stdout.buffer
        def __init__(self, raw):
            self.raw = raw

        def writable(self):
            return True

        def write(self, data):
            return self.raw.write(data)

    stdout = io.TextIOWrapper(Unbuffered(Report()), encoding="utf-8", errors="strict", newline="\n", write_through=True)
    stdout.mode = "w"
    return stdout


def serve(orders_fd, answers_fd):
    """Forks for each order; returns the order, in the child only."""
    import signal
    import heapq, random  # noqa: E401,F401
    orders = os.fdopen(orders_fd, "rb", buffering=0)
    while line := orders.readline():
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            os.setpgid(0, 0)
            os.close(answers_fd)
            orders.close()
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            os.dup2(os.open(order["stderr"], flags, 0o600), 2)
            order["fd"] = os.open(order["report"], flags, 0o600)
            limit_s = order["options"]["cpu_limit_s"]    # of processor time: what else the machine does is not the program's fault
            signal.setitimer(signal.ITIMER_PROF, limit_s)
            signal.setitimer(signal.ITIMER_REAL, order["options"].get("real_limit_s", 10 * limit_s))
            return order
        _, status = os.waitpid(pid, 0)
        try:
            os.killpg(pid, signal.SIGKILL)    # processes that it started do not end with it
        except ProcessLookupError:
            pass
        os.write(answers_fd, b"%d\n" % os.waitstatus_to_exitcode(status))
    os._exit(0)


def hear_interrupts():
    """A shell starts what runs in its background with SIGINT ignored, and CPython then leaves it so: answers must not depend on it."""
    import signal
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def main():
    asked = json.loads(os.environ.pop("SIMUL_ORACLE"))
    hear_interrupts()
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    os.environ.pop("PYTHONPATH", None)
    import_what_is_used()
    keep_order()
    if "serve" in asked:
        asked = serve(*asked["serve"])
    install(asked["fd"], asked["options"])


main()
del main
