"""Random asyncio programs that a person can read, each made from its seed alone.

A program is a few workers w1, w2, ... (a worker calls or spawns only those with a higher number, so every program ends or
waits for ever), what they share (locks, events, queues, futures; tasks by name) and a main(). Each program uses only some of
the kinds of statements, chosen by its seed, so that rare ones meet often. Nothing in a program depends on addresses, on
hashes or on how long computing takes.
"""
import contextlib

from asyncio_shared import SharedStatements
from asyncio_statements import OtherStatements
from asyncio_tasks import TaskStatements
from asyncio_words import CAUGHT, DELAYS, ERRORS
from maker import Maker

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


class AsyncioProgram(Maker, TaskStatements, SharedStatements, OtherStatements):
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


def make(seed):
    return AsyncioProgram(seed).make()


if __name__ == "__main__":
    import sys
    print(make(int(sys.argv[1])), end="")
