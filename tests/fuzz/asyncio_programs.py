"""Random asyncio programs that a person can read, each made from its seed alone.

A program is a few workers w1, w2, ... (a worker calls or spawns only those with a higher number, so every program ends or
waits for ever), what they share (locks, events, queues, futures; tasks by name) and a main(). Each program uses only some of
the kinds of statements, chosen by its seed, so that rare ones meet often. Nothing in a program depends on addresses, on
hashes or on how long computing takes.
"""
import contextlib

from maker import Maker

DELAYS = ["0", "0", "0.1", "0.1", "0.2", "0.3", "0.5", "0.5", "1", "1.5"]
ERRORS = ["ValueError", "KeyError", "RuntimeError", "LookupError", "OSError", "ZeroDivisionError", "TimeoutError"]
CAUGHT = ["Exception", "Exception", "asyncio.CancelledError", "asyncio.CancelledError", "TimeoutError", "BaseException",
          "(ValueError, KeyError)", "ExceptionGroup", "RuntimeError"]

# How likely each kind of statement is; a program leaves out about a third of those that are not ALWAYS.
STATEMENTS = {
    "say": 6, "sleep": 8, "zero_sleeps": 2, "call_worker": 4, "spawn": 7, "gather": 5, "group": 4, "timeout": 4, "wait_for": 4,
    "shield": 3, "lock": 4, "event": 4, "condition": 3, "semaphore": 3, "queue": 6, "as_completed": 2, "wait": 3, "cancel": 5,
    "uncancel": 1, "cancel_self": 1, "fail": 2, "guard": 6, "group_guard": 2, "done_callback": 3, "call_later": 4, "stream": 3,
    "never_awaited": 1, "block": 1, "future": 4, "resolve_future": 3, "repeat": 2, "branch": 2, "await_task": 4, "ask_task": 3,
    "room": 2, "own_awaitable": 2, "show_task": 1, "gather_later": 2, "queue_shutdown": 1, "misuse": 1, "handler": 1,
    "give_back": 2, "nested": 2, "exit": 0.12,
}
ALWAYS = {"say", "sleep", "spawn", "guard"}


class AsyncioProgram(Maker):
    def __init__(self, seed):
        super().__init__(seed)
        self._seed = seed
        self._kinds = {kind: weight * self.pick([0.5, 1, 1, 2, 4]) for kind, weight in STATEMENTS.items()
                       if kind in ALWAYS or self.chance(0.66)}
        self._workers = self.number(2, 5)
        self._next_task, self._next_label, self._next_variable = 1, 1, 1
        self._cost = {}          # of calling a worker: about how many statements run
        self._spent = 0          # by the function that is being written
        self._times = 1          # how often the place that is being written runs
        self._limit = 0
        self._level = 0          # of nesting
        self._loops = 0
        self._worker = 0         # the one that is being written; 0 is main
        self._shared, self._helpers, self._functions = {}, {}, []
        self._tasks = []         # names that some statement gives to a task
        self._futures = []

    # ---- the whole

    def make(self):
        for number in range(self._workers, 0, -1):
            self._function(number)
        self._main()
        self.line(f"# Made from seed {self._seed}.")
        for module in self._imports():
            self.line(f"import {module}")
        self.line()
        for text in sorted(self._shared.values()):
            self.line(text)
        for text in self._helpers.values():
            if text:
                self._two_blank()
                for part in text.split("\n"):
                    self.line(part)
        for lines in self._functions:
            self._two_blank()
            for text in lines:
                self.line(text)
        self._two_blank()
        self._ending()
        return self.text()

    def _imports(self):
        return ["asyncio", "time"] if "time" in self._helpers else ["asyncio"]

    def _two_blank(self):
        self.line()
        self.line()

    def _function(self, number):
        lines = []
        self._begin(number, 30)
        with self.aside(lines), self.block(f"async def w{number}(a):"):
            if self.chance(0.25):
                with self.block("try:"):
                    self._body(2, 5)
                if self.chance(0.3):
                    self._handler(self.pick(CAUGHT))
                with self.block("finally:"):
                    self._say("leaves")
                    if self.chance(0.4):
                        self._statement()
            else:
                self._body(2, 6)
            if self.chance(0.7):
                self.line(self.pick([f'return f"w{number}/{{a}}"', f"return a + {number}", "return a", f'return "w{number}"']))
        self._functions.insert(0, lines)
        self._cost[number] = 1 + self._spent

    def _main(self):
        lines = []
        self._begin(0, 140)
        with self.aside(lines), self.block("async def main():"):
            for _ in range(self.number(1, 4)):
                self._write(self.pick(["spawn", "spawn", "gather_later", "call_later"]))
            self._body(3, 8)
            if self.chance(0.5):
                self._write("sleep")
            if self.chance(0.5):
                with self.block("if tasks:"):
                    self.line(f"await asyncio.wait(list(tasks.values()), timeout={self.pick(['0.5', '2', '5'])})")
                    with self.block("for name, task in tasks.items():"):
                        self.line('print(name, "done" if task.done() else "pending", task.cancelling())')
                self._need_tasks()
            self._say("main ends")
            if self.chance(0.5):
                self.line('return "main"')
        self._functions.append(lines)

    def _ending(self):
        way = self.pick(["run", "run", "run", "run", "catch", "by hand", "by hand and closed", "twice"])
        if way == "run":
            self.line("asyncio.run(main())")
        elif way == "catch":
            with self.block("try:"):
                self.line('print("run gave", asyncio.run(main()))')
            with self.block("except BaseException as error:"):
                self.line('print("run raised", repr(error))')
        elif way == "twice":
            with self.block("try:"):
                self.line("asyncio.run(main())")
            with self.block("except Exception as error:"):
                self.line('print("run raised", repr(error))')
            self.line('print("second", asyncio.run(w%d(7)))' % self._workers)
        else:
            self.line("loop = asyncio.new_event_loop()")
            if way == "by hand":
                self.line('print("loop gave", loop.run_until_complete(main()))')
            else:
                with self.block("try:"):
                    self.line("loop.run_until_complete(main())")
                with self.block("finally:"):
                    if self.chance(0.5):
                        self.line("loop.run_until_complete(loop.shutdown_asyncgens())")
                    self.line("loop.close()")
                    self.line('print("closed")')

    def _begin(self, number, limit):
        self._worker, self._limit, self._spent, self._times, self._level, self._loops = number, limit, 0, 1, 0, 0

    # ---- words

    def _name(self):
        return f"w{self._worker}" if self._worker else "main"

    def _label(self):
        self._next_label += 1
        return f"{self._name()}.{self._next_label}"

    def _say(self, what, *values):
        self.line(f'print({", ".join([chr(34) + self._label() + " " + what + chr(34), *values])})')

    def _variable(self, stem):
        self._next_variable += 1
        return f"{stem}{self._next_variable}"

    def _delay(self):
        return self.pick(DELAYS)

    def _limit_s(self):
        return self.pick(["0.1", "0.2", "0.3", "0.5", "1", "2", "0", "None", "-1"] if self.chance(0.3) else ["0.1", "0.3", "0.5", "1"])

    def _share(self, kind):
        """The name of a lock, event, ... that the program's functions share."""
        number = self.number(1, 2)
        name = f"{kind}{number}"
        if name not in self._shared:
            made = {"lock": "asyncio.Lock()", "event": "asyncio.Event()", "cond": "asyncio.Condition()",
                    "sem": f"asyncio.Semaphore({self.number(1, 2)})",
                    "bounded": f"asyncio.BoundedSemaphore({self.number(1, 2)})",
                    "queue": f"asyncio.{self.pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue'])}({self.pick(['', '1', '2'])})"}
            self._shared[name] = f"{name} = {made[kind]}"
        return name

    def _need_tasks(self):
        self._shared["tasks"] = "tasks = {}"

    def _any_task(self):
        """The name of a task that there may be when the program comes here."""
        self._need_tasks()
        return self.pick(self._tasks) if self._tasks and self.chance(0.9) else f"t{self.number(1, 4)}"

    def _any_future(self):
        if not self._futures or self.chance(0.2):
            self._futures.append(f"f{len(self._futures) + 1}")
        self._shared["futures"] = "futures = {}"
        self._helpers["future"] = (
            "def future(name):\n"
            "    if name not in futures:\n"
            "        futures[name] = asyncio.get_running_loop().create_future()\n"
            "    return futures[name]")
        return f'future("{self.pick(self._futures)}")'

    def _helper_cancel(self):
        self._need_tasks()
        self._helpers["cancel"] = (
            "def cancel(name, *message):\n"
            "    if name in tasks:\n"
            '        print("cancel", name, tasks[name].cancel(*message))')

    def _helper_count_down(self):
        self._helpers["Turns"] = (
            "class Turns:\n"
            "    def __init__(self, count):\n"
            "        self.count = count\n"
            "\n"
            "    def __await__(self):\n"
            "        for _ in range(self.count):\n"
            "            yield\n"
            "        return self.count")

    def _helper_room(self):
        self._helpers["Room"] = (
            "class Room:\n"
            "    def __init__(self, name, seconds):\n"
            "        self.name, self.seconds = name, seconds\n"
            "\n"
            "    async def __aenter__(self):\n"
            '        print("enter", self.name)\n'
            "        await asyncio.sleep(self.seconds)\n"
            "        return self\n"
            "\n"
            "    async def __aexit__(self, kind, error, traceback):\n"
            '        print("leave", self.name, kind.__name__ if kind else None)\n'
            "        await asyncio.sleep(self.seconds)\n"
            '        return self.name == "quiet" and isinstance(error, Exception)')

    def _helper_stream(self):
        if self.chance(0.5):
            name, closing = "stream", "        await asyncio.sleep(0.1)\n"
        else:
            name, closing = "plain_stream", ""
        self._helpers[name] = (
            f"async def {name}(count, seconds):\n"
            "    try:\n"
            "        for i in range(count):\n"
            "            got = yield i\n"
            "            if got is not None:\n"
            f'                print("{name} got", got)\n'
            "            await asyncio.sleep(seconds)\n"
            "    finally:\n"
            f'        print("{name} closes")\n' + closing.rstrip("\n")).rstrip("\n")
        return name

    # ---- what can be awaited

    def _callee(self):
        """A call of a worker that may be called from here, or None."""
        can = [n for n in range(self._worker + 1, self._workers + 1) if self._spent + self._times * self._cost[n] <= self._limit]
        if not can:
            return None
        number = self.pick(can)
        self._spent += self._times * self._cost[number]
        return f"w{number}({self.number(0, 9)})"

    def _coroutine(self):
        if self.chance(0.75) and (call := self._callee()):
            return call
        return self.pick([f"asyncio.sleep({self._delay()})", f'asyncio.sleep({self._delay()}, "slept")',
                          f"{self._share('event')}.wait()", f"{self._share('queue')}.get()"])

    def _spawned(self):
        """An expression that makes a task and keeps it under a name."""
        self._need_tasks()
        name = f"t{self._next_task}"
        self._next_task += 1
        self._tasks.append(name)
        self._helpers["spawn"] = (
            "def spawn(name, coroutine):\n"
            "    tasks[name] = asyncio.create_task(coroutine, name=name)\n"
            "    return tasks[name]")
        return f'spawn("{name}", {self._coroutine()})'

    def _awaitable(self):
        way = self.number(1, 10)
        if way <= 5:
            return self._coroutine()
        if way <= 7:
            return self._spawned()
        if way == 8:
            return self._any_future()
        if way == 9:
            return f"asyncio.shield({self._coroutine()})"
        return f"asyncio.gather({self._coroutine()}, {self._coroutine()})"

    def _future_like(self):
        """Something that is a task or future already, so that sets of it need no order."""
        return self._spawned() if self.chance(0.7) else self._any_future()

    # ---- blocks

    def _body(self, low, high):
        for _ in range(self.number(low, high)):
            self._statement()

    def _inner(self, low=1, high=3):
        self._level += 1
        self._body(low, high if self._level < 3 else low)
        self._level -= 1

    def _statement(self):
        kind = self.pick_weighted(self._kinds)
        if self._level >= 3 and kind in ("guard", "group_guard", "timeout", "group", "repeat", "branch", "room", "nested", "lock",
                                         "condition", "semaphore"):
            kind = self.pick(["say", "sleep"])
        self._write(kind)

    def _write(self, kind):
        self._spent += self._times
        getattr(self, "_write_" + kind)()

    @contextlib.contextmanager
    def _repeated(self, times):
        self._times *= times
        self._loops += 1
        yield
        self._loops -= 1
        self._times //= times

    def _handler(self, caught):
        with self.block(f"except {caught} as error:"):
            self._say("caught", "repr(error)")
            if self.chance(0.35):
                self._inner(1, 1)
            after = self.number(1, 10)
            if after <= 3:
                self.line("raise")
            elif after == 4:
                self.line(f'raise {self.pick(ERRORS)}("{self._label()}") from error')
            elif after == 5:
                self.line(f'raise {self.pick(ERRORS)}("{self._label()}")')
            elif after == 6 and self._loops:
                self.line(self.pick(["break", "continue"]))

    # ---- statements

    def _write_say(self):
        self._say("runs", "a" if self._worker else "len(asyncio.all_tasks())")

    def _write_sleep(self):
        if self.chance(0.8):
            self.line(f"await asyncio.sleep({self._delay()})")
        else:
            self._say("slept", f'await asyncio.sleep({self._delay()}, "well")')

    def _write_zero_sleeps(self):
        with self.block(f"for _ in range({self.number(2, 5)}):"):
            self.line("await asyncio.sleep(0)")

    def _write_call_worker(self):
        call = self._callee()
        if call is None:
            self._write_sleep()
        elif self.chance(0.5):
            self._say("got", f"await {call}")
        else:
            self.line(f"await {call}")

    def _write_spawn(self):
        way = self.number(1, 8)
        if way <= 5:
            self.line(self._spawned())
        elif way == 6:
            self.line(f"asyncio.create_task({self._coroutine()})")
        elif way == 7:
            name = self._variable("task")
            self.line(f"{name} = asyncio.{self.pick(['ensure_future', 'create_task'])}({self._coroutine()})")
            if self.chance(0.5):
                self._inner(1, 1)
            self._say("awaited", f"await {name}")
        else:
            self.line(f"asyncio.get_running_loop().create_task({self._coroutine()})")

    def _gather_call(self):
        parts = [self._awaitable() for _ in range(self.number(1, 3))]
        if self.chance(0.4):
            parts.append("return_exceptions=True")
        return f"asyncio.gather({', '.join(parts)})"

    def _write_gather(self):
        if self.chance(0.05):
            self._say("gathered", "await asyncio.gather()")
        else:
            self._say("gathered", f"await {self._gather_call()}")

    def _write_gather_later(self):
        name = self._variable("both")
        self.line(f"{name} = {self._gather_call()}")
        if self.chance(0.6):
            self._inner(1, 1)
        if self.chance(0.6):
            self._say("cancels the gather", f"{name}.cancel({self.pick(['', chr(34) + 'enough' + chr(34)])})")
        if self.chance(0.6):
            with self.block("try:"):
                self._say("gathered", f"await {name}")
            self._handler(self.pick(CAUGHT[:4]))

    def _write_group(self):
        group = self._variable("group")
        guarded = self.chance(0.7)
        with self.block("try:") if guarded else contextlib.nullcontext():
            with self.block(f"async with asyncio.TaskGroup() as {group}:"):
                for _ in range(self.number(1, 3)):
                    if self.chance(0.3):
                        task = f"t{self._next_task}"
                        self._next_task += 1
                        self._tasks.append(task)
                        self._need_tasks()
                        self.line(f'tasks["{task}"] = {group}.create_task({self._coroutine()}, name="{task}")')
                    else:
                        self.line(f"{group}.create_task({self._coroutine()})")
                if self.chance(0.5):
                    self._inner(1, 2)
            if self.chance(0.4):
                self._say("group over")
        if guarded and self.chance(0.6):
            self._star_handlers()
        elif guarded:
            self._handler(self.pick(["Exception", "BaseException", "ExceptionGroup", "asyncio.CancelledError"]))

    def _star_handlers(self):
        for caught in self.some([*ERRORS, "Exception"], 1, 2):
            with self.block(f"except* {caught} as group:"):
                self._say("caught some", "group.exceptions")
                if self.chance(0.2):
                    self.line(self.pick(["raise", f'raise {self.pick(ERRORS)}("{self._label()}")']))

    def _write_group_guard(self):
        with self.block("try:"):
            if self.chance(0.5):
                self.line(f'raise ExceptionGroup("{self._label()}", [{self.pick(ERRORS)}("in"), {self.pick(ERRORS)}("side")])')
            else:
                self._inner(1, 2)
        self._star_handlers()

    def _write_timeout(self):
        name = self._variable("limit")
        guarded = self.chance(0.8)
        with self.block("try:") if guarded else contextlib.nullcontext():
            limit = self._limit_s()
            if limit != "None" and self.chance(0.25):
                made = f"asyncio.timeout_at(asyncio.get_running_loop().time() + {limit})"
            else:
                made = f"asyncio.timeout({limit})"
            with self.block(f"async with {made} as {name}:"):
                if self.chance(0.2):
                    self.line(f"{name}.reschedule(asyncio.get_running_loop().time() + {self._delay()})")
                self._inner(1, 3)
                if self.chance(0.15):
                    self.line(f"{name}.reschedule(None)")
                    self._inner(1, 1)
            if self.chance(0.5):
                self._say("in time", f"{name}.expired()")
        if guarded:
            self._handler(self.pick(["TimeoutError", "TimeoutError", "asyncio.CancelledError", "Exception"]))

    def _write_wait_for(self):
        guarded = self.chance(0.8)
        with self.block("try:") if guarded else contextlib.nullcontext():
            self._say("in time", f"await asyncio.wait_for({self._awaitable()}, {self._limit_s()})")
        if guarded:
            self._handler(self.pick(["TimeoutError", "TimeoutError", "asyncio.CancelledError", "Exception"]))

    def _write_shield(self):
        guarded = self.chance(0.6)
        with self.block("try:") if guarded else contextlib.nullcontext():
            self._say("shielded", f"await asyncio.shield({self._awaitable()})")
        if guarded:
            self._handler(self.pick(["asyncio.CancelledError", "Exception"]))

    def _write_lock(self):
        name = self._share("lock")
        if self.chance(0.7):
            with self.block(f"async with {name}:"):
                self._inner(1, 2)
        else:
            self.line(f"await {name}.acquire()")
            with self.block("try:"):
                self._inner(1, 2)
            with self.block("finally:"):
                self.line(f"{name}.release()")

    def _write_event(self):
        name = self._share("event")
        self.line(self.pick([f"await {name}.wait()", f"{name}.set()", f"{name}.set()", f"{name}.clear()"]))

    def _write_condition(self):
        name = self._share("cond")
        with self.block(f"async with {name}:"):
            way = self.number(1, 5)
            if way <= 2:
                self.line(f"await {name}.wait()")
                self._say("notified")
            elif way == 3:
                self._say("holds", f"await {name}.wait_for({self._share('event')}.is_set)")
            else:
                if self.chance(0.3):
                    self._inner(1, 1)
                self.line(f"{name}.{self.pick(['notify()', 'notify(2)', 'notify_all()'])}")
                if self.chance(0.3):
                    self._inner(1, 1)

    def _write_semaphore(self):
        name = self._share(self.pick(["sem", "bounded"]))
        if self.chance(0.8):
            with self.block(f"async with {name}:"):
                self._inner(1, 2)
        else:
            with self.block("try:"):
                self.line(f"{name}.release()")
            with self.block("except ValueError as error:"):
                self._say("caught", "repr(error)")

    def _item(self, name):
        if "Priority" in self._shared[name]:
            return str(self.number(1, 9))
        return self.pick(['"x"', '"y"', str(self.number(1, 9))])

    def _write_queue(self):
        name = self._share("queue")
        way = self.number(1, 10)
        if way <= 3:
            self.line(f"await {name}.put({self._item(name)})")
        elif way <= 6:
            self._say("got", f"await {name}.get()")
            if self.chance(0.5):
                if self.chance(0.5):
                    self._inner(1, 1)
                self.line(f"{name}.task_done()")
        elif way == 7:
            with self.block("try:"):
                self._say("put", f"{name}.put_nowait({self._item(name)})")
            with self.block("except asyncio.QueueFull:"):
                self._say("full", f"{name}.qsize()")
        elif way == 8:
            with self.block("try:"):
                self._say("got at once", f"{name}.get_nowait()")
            with self.block("except asyncio.QueueEmpty:"):
                self._say("empty", f"{name}.empty()", f"{name}.full()")
        elif way == 9:
            self.line(f"await {name}.join()")
            self._say("joined")
        else:
            with self.block(f"while not {name}.empty():"):
                self._say("drains", f"await {name}.get()")
                if self.chance(0.6):
                    self.line(f"{name}.task_done()")

    def _write_queue_shutdown(self):
        name = self._share("queue")
        self.line(f"{name}.shutdown({self.pick(['', 'immediate=True'])})")
        if self.chance(0.5):
            with self.block("try:"):
                self._write_queue()
            with self.block("except asyncio.QueueShutDown as error:"):
                self._say("shut down", "repr(error)")

    def _write_as_completed(self):
        call = ", ".join(self._future_like() for _ in range(self.number(1, 3)))
        limit = f", timeout={self._limit_s()}" if self.chance(0.4) else ""
        guarded = self.chance(0.7)
        with self.block("try:") if guarded else contextlib.nullcontext():
            if self.chance(0.5):
                with self.block(f"for earliest in asyncio.as_completed([{call}]{limit}):"):
                    self._say("next", "await earliest")
            else:
                with self.block(f"async for earliest in asyncio.as_completed([{call}]{limit}):"):
                    self._say("next", "await earliest" if self.chance(0.7) else "earliest.done()")
                    if self.chance(0.2):
                        self.line("break")
        if guarded:
            self._handler(self.pick(["TimeoutError", "Exception", "asyncio.CancelledError"]))

    def _write_wait(self):
        parts = ", ".join(self._future_like() for _ in range(self.number(1, 3)))
        options = ""
        if self.chance(0.5):
            options += f", timeout={self._limit_s()}"
        if self.chance(0.7):
            options += f", return_when=asyncio.{self.pick(['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'])}"
        done, pending = self._variable("done"), self._variable("pending")
        self.line(f"{done}, {pending} = await asyncio.wait([{parts}]{options})")
        self._say("waited", f"len({done})", f"len({pending})")
        if self.chance(0.4):
            with self.block(f"for task in {pending}:"):
                self.line("task.cancel()")
        if self.chance(0.4):
            with self.block(f"for task in {done}:"):
                with self.block("if not task.cancelled():"):
                    self._say("outcome", "task.exception()")

    def _write_cancel(self):
        self._helper_cancel()
        message = self.pick(["", "", ', "stop"', ", 5"])
        self.line(f'cancel("{self._any_task()}"{message})')

    def _write_cancel_self(self):
        self.line(f"asyncio.current_task().cancel({self.pick(['', chr(34) + 'myself' + chr(34)])})")
        if self.chance(0.5):
            self._write_sleep()

    def _write_uncancel(self):
        self._say("uncancel", "asyncio.current_task().uncancel()", "asyncio.current_task().cancelling()")

    def _write_fail(self):
        error = self.pick(ERRORS)
        with self.block(f"if a > {self.number(2, 7)}:") if self._worker and self.chance(0.5) else contextlib.nullcontext():
            self.line(f'raise {error}("{self._label()}")')

    def _write_exit(self):
        self.line(self.pick(["raise SystemExit(3)", "raise KeyboardInterrupt"]))

    def _write_guard(self):
        with self.block("try:"):
            self._inner(1, 3)
        handlers = self.number(0, 2)
        for caught in self.some(dict.fromkeys(CAUGHT), handlers, handlers):
            self._handler(caught)
        if handlers and self.chance(0.2):
            with self.block("else:"):
                self._inner(1, 1)
        if not handlers or self.chance(0.3):
            with self.block("finally:"):
                self._say("finally")
                if self.chance(0.6):
                    self._inner(1, 2)

    def _write_done_callback(self):
        task = self._any_task()
        self._helpers["report"] = (
            "def report(task):\n"
            '    print("done", task.get_name() if isinstance(task, asyncio.Task) else "future", task.cancelled())')
        with self.block(f'if "{task}" in tasks:'):
            way = self.number(1, 6)
            if way <= 3:
                self.line(f'tasks["{task}"].add_done_callback(report)')
            elif way == 4:
                self._say("removed", f'tasks["{task}"].remove_done_callback(report)')
            elif way == 5:
                self.line(f'tasks["{task}"].add_done_callback(lambda task: print("outcome", task.result()))')
            else:
                self.line(f'tasks["{task}"].add_done_callback(lambda _: {self._call_without_waiting()})')

    def _call_without_waiting(self):
        """An expression for a callback."""
        way = self.number(1, 7)
        if way == 1:
            return f"{self._share('event')}.set()"
        if way == 2:
            self._helper_cancel()
            return f'cancel("{self._any_task()}", "by callback")'
        if way == 3:
            return f'{self._any_future()}.set_result("{self._label()}")'
        if way == 4:
            return f"{self._share('queue')}.put_nowait({self.number(1, 9)})"
        if way == 5:
            return "1 / 0"
        if way == 6:
            return f"asyncio.get_running_loop().call_soon(print, \"{self._label()} called\")"
        return f'print("{self._label()} callback")'

    def _write_call_later(self):
        way = self.number(1, 4)
        callback = f"lambda: {self._call_without_waiting()}"
        if way <= 2:
            call = f"call_later({self._delay()}, {callback})"
        elif way == 3:
            call = f"call_soon({callback})"
        else:
            call = f"call_at(asyncio.get_running_loop().time() + {self._delay()}, {callback})"
        if self.chance(0.7):
            self.line(f"asyncio.get_running_loop().{call}")
        else:
            name = self._variable("handle")
            self.line(f"{name} = asyncio.get_running_loop().{call}")
            self._inner(1, 1)
            self.line(f"{name}.cancel()")
            self._say("handle", f"{name}.cancelled()")

    def _write_stream(self):
        made = f"{self._helper_stream()}({self.number(1, 3)}, {self._delay()})"
        way = self.number(1, 6)
        if way <= 2:
            item = self._variable("item")
            with self.block(f"async for {item} in {made}:"), self._repeated(2):
                self._say("item", item)
                if self.chance(0.5):
                    self._inner(1, 1)
                if self.chance(0.4):
                    self.line("break")
        elif way == 3:
            self._say("items", f"[item async for item in {made}]")
        else:
            name = self._variable("items")
            self.line(f"{name} = {made}")
            self._say("first", f"await anext({name}, None)")
            if self.chance(0.4):
                self._inner(1, 1)
            if way == 4:
                self.line(f"await {name}.aclose()")
            elif way == 5:
                with self.block("try:"):
                    self._say("sent", f'await {name}.asend("word")')
                with self.block("except StopAsyncIteration:"):
                    self._say("no more")
                if self.chance(0.5):
                    with self.block("try:"):
                        self._say("thrown", f'await {name}.athrow(KeyError("thrown"))')
                    with self.block("except (KeyError, StopAsyncIteration) as error:"):
                        self._say("came back", "repr(error)")

    def _write_never_awaited(self):
        self.line(self._callee() or "asyncio.sleep(1)")

    def _write_block(self):
        self._helpers["time"] = ""
        self.line(f"time.sleep({self.pick(['0.1', '0.2', '0.5'])})")

    def _write_future(self):
        self._say("future gave", f"await {self._any_future()}")

    def _write_resolve_future(self):
        future = self._any_future()
        way = self.number(1, 5)
        if way == 5:
            self._say("state", f"{future}.done()", f"{future}.cancelled()")
            return
        what = [f'set_result("{self._label()}")', f'set_exception({self.pick(ERRORS)}("{self._label()}"))', "cancel()",
                'cancel("future")'][way - 1]
        with self.block("try:") if self.chance(0.7) else contextlib.nullcontext():
            self.line(f"{future}.{what}")
        if self._lines[-1].startswith("    " * (self._depth + 1)):
            with self.block("except asyncio.InvalidStateError as error:"):
                self._say("caught", "repr(error)")

    def _write_repeat(self):
        times = self.number(2, 3)
        with self.block(f"for i in range({times}):"), self._repeated(times):
            self._inner(1, 3)

    def _write_branch(self):
        test = self.pick([f"{self._share('event')}.is_set()", f"{self._share('lock')}.locked()", f"{self._share('queue')}.empty()",
                          "len(asyncio.all_tasks()) > 3", "asyncio.get_running_loop().time() > 0.5"])
        with self.block(f"if {test}:"):
            self._inner(1, 2)
        if self.chance(0.5):
            with self.block("else:"):
                self._inner(1, 2)

    def _write_await_task(self):
        task = self._any_task()
        with self.block(f'if "{task}" in tasks:'):
            if self.chance(0.5):
                with self.block("try:"):
                    self._say(f"awaited {task}", f'await tasks["{task}"]')
                self._handler(self.pick(CAUGHT[:5]))
            else:
                self._say(f"awaited {task}", f'await tasks["{task}"]')

    def _write_ask_task(self):
        task = self._any_task()
        with self.block(f'if "{task}" in tasks:'):
            with self.block("try:"):
                self._say(f"{task}", f'tasks["{task}"].done()', f'tasks["{task}"].{self.pick(["result()", "exception()"])}')
            with self.block("except (asyncio.InvalidStateError, asyncio.CancelledError, Exception) as error:"):
                self._say("caught", "repr(error)")

    def _write_room(self):
        self._helper_room()
        with self.block(f'async with Room("{self.pick(["quiet", "loud"])}", {self._delay()}):'):
            self._inner(1, 2)

    def _write_own_awaitable(self):
        self._helper_count_down()
        self._say("turns", f"await Turns({self.number(0, 4)})")

    def _write_show_task(self):
        task = self._any_task()
        with self.block(f'if "{task}" in tasks:'):
            self.line(f'print(tasks["{task}"])')

    def _write_misuse(self):
        way = self.number(1, 7)
        with self.block("try:"):
            if way == 1:
                self.line(f"{self._share('lock')}.release()")
            elif way == 2:
                self.line("await 5")
            elif way == 3:
                self.line(f"{self._share('queue')}.task_done()")
            elif way == 4:
                self.line(f"{self._share('cond')}.notify()")
            elif way == 5:
                self.line(f"await asyncio.wait([{self.pick(['', 'asyncio.sleep(0)'])}])")
            elif way == 6:
                self.line("asyncio.run(main())")
            else:
                self.line(f"asyncio.get_running_loop().call_later({self.pick(['None', chr(34) + '1' + chr(34)])}, print)")
        with self.block("except Exception as error:"):
            self._say("misuse", "repr(error)")

    def _write_handler(self):
        self._helpers["on_error"] = (
            "def on_error(loop, context):\n"
            '    print("handler:", context["message"], repr(context.get("exception")))')
        self.line(f"asyncio.get_running_loop().set_exception_handler({self.pick(['on_error', 'on_error', 'None'])})")

    def _write_give_back(self):
        """A task that waits for its turn behind another one, and a finally that waits too."""
        with self.block("try:"):
            self._write(self.pick(["sleep", "future", "await_task"]))
        with self.block("finally:"):
            self._write(self.pick(["sleep", "sleep", "zero_sleeps", "event", "queue"]))

    def _write_nested(self):
        outer, inner = self._limit_s(), self._limit_s()
        with self.block("try:"):
            with self.block(f"async with asyncio.timeout({outer}):"):
                with self.block("try:"):
                    with self.block(f"async with asyncio.timeout({inner}):"):
                        self._level += 1
                        self._inner(1, 2)
                        self._level -= 1
                self._handler(self.pick(["TimeoutError", "asyncio.CancelledError"]))
                if self.chance(0.4):
                    self._inner(1, 1)
        self._handler(self.pick(["TimeoutError", "TimeoutError", "Exception"]))


def make(seed):
    return AsyncioProgram(seed).make()


if __name__ == "__main__":
    import sys
    print(make(int(sys.argv[1])), end="")
