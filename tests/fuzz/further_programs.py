"""Random asyncio programs of the seeds from 100000 up: what asyncio_programs.py makes, and what it has not.

That is barriers, eager tasks, context variables, asyncio.Runner, threads, StreamReaders fed by other tasks, and queues that are
shut down at any point. They are here so that a seed below 100000 goes on to mean the program that it always meant.
Each program has one to three of these themes, and these often. From 200000 up they are such programs in debug mode.
"""
from asyncio_programs import AsyncioProgram
from asyncio_words import CAUGHT, ERRORS

FIRST_SEED = 100_000
FIRST_DEBUG_SEED = 200_000

# Statements by theme, with their weights.
THEMES = {
    "barrier": {"barrier": 14},
    "eager": {"eager_task": 9, "factory": 3},
    "context": {"variable": 8, "context_call": 4},
    "runner": {},
    "thread": {"thread": 8, "pool": 2},
    "reader": {"feed": 8, "read": 9},
    "closing": {"queue": 8, "consume": 6, "queue_shutdown": 4},
}


class FurtherProgram(AsyncioProgram):
    def __init__(self, seed):
        super().__init__(seed)
        self._themes = self._choose_themes()
        for theme in self._themes:
            for kind, weight in THEMES[theme].items():
                self._kinds[kind] = self._kinds.get(kind, 0) + weight
        self._readers = []

    def _choose_themes(self):
        return self.some(THEMES, 1, 3)

    def _imports(self):
        modules = set(super()._imports())
        if any("contextvars." in text for text in self._shared.values()) or "in_copy" in self._helpers:
            modules.add("contextvars")
        if "pool" in self._helpers:
            modules.add("concurrent.futures")
        return sorted(modules)

    def _share(self, kind):
        if kind not in ("barrier", "variable"):
            return super()._share(kind)
        name = f"{kind}{self.number(1, 2)}"
        if name not in self._shared:
            made = {"barrier": f"asyncio.Barrier({self.pick([1, 2, 2, 2, 3])})",
                    "variable": f'contextvars.ContextVar("{name}", default="unset")'}
            self._shared[name] = f"{name} = {made[kind]}"
        return name

    def _ending(self):
        if "runner" not in self._themes:
            return super()._ending()
        if self.chance(0.3):
            self.line("runner = asyncio.Runner()")
            for call in ("main()", f"w{self._workers}(7)"):
                with self.block("try:"):
                    self.line(f'print("runner gave", runner.run({call}))')
                with self.block("except BaseException as error:"):
                    self.line('print("runner raised", repr(error))')
                if self.chance(0.3):
                    self.line("runner.close()")
            if self.chance(0.5):
                self.line("runner.get_loop().call_soon(print, 'too late')")
            if self.chance(0.6):
                self.line("runner.close()")
            return
        options = self.pick(["", "", "loop_factory=asyncio.new_event_loop", "loop_factory=asyncio.EventLoop"])
        guarded = self.chance(0.5)
        with self.block(f"with asyncio.Runner({options}) as runner:"):
            if self.chance(0.3):
                self.line('runner.get_loop().call_soon(print, "before main")')
            if guarded:
                with self.block("try:"):
                    self.line('print("runner gave", runner.run(main()))')
                with self.block("except Exception as error:"):
                    self.line('print("runner raised", repr(error))')
            else:
                self.line("runner.run(main())")
            for _ in range(self.number(0, 2)):
                self.line(f'print("again", runner.run(w{self.number(1, self._workers)}({self.number(0, 9)})), '
                          "runner.get_loop().time())")
        self.line('print("closed")')

    def _call_without_waiting(self):
        ways = []
        if "closing" in self._themes:
            ways += [f"{self._share('queue')}.shutdown()", f"{self._share('queue')}.shutdown(immediate=True)"]
        if "context" in self._themes:
            name = self._share("variable")
            ways += [f'{name}.set("{self._label()}")', f'print("{self._label()} sees", {name}.get())']
        if "reader" in self._themes:
            ways += [f"{self._any_reader()}.feed_data({self._bytes()})", f"{self._any_reader()}.feed_eof()"]
        return self.pick(ways) if ways and self.chance(0.5) else super()._call_without_waiting()

    def _awaitable(self):
        if "thread" in self._themes and self.chance(0.25):
            return self._in_a_thread()
        if "barrier" in self._themes and self.chance(0.15):
            return f"{self._share('barrier')}.wait()"
        if "reader" in self._themes and self.chance(0.15):
            return f"{self._any_reader()}.{self._reading()}"
        return super()._awaitable()

    # ---- barriers

    def _write_barrier(self):
        name = self._share("barrier")
        way = self.number(1, 10)
        guarded = self.chance(0.6)
        if way == 10:
            self._say("barrier", f"{name}.parties", f"{name}.n_waiting", f"{name}.broken")
            return
        if guarded:
            self.line("try:")
            self._depth += 1
        if way <= 4:
            self._say("through", f"await {name}.wait()")
        elif way <= 7:
            place = self._variable("place")
            with self.block(f"async with {name} as {place}:"):
                self._say("inside", place)
                self._inner(1, 2)
        elif way == 8:
            self.line(f"await {name}.reset()")
        else:
            self.line(f"await {name}.abort()")
        if guarded:
            self._depth -= 1
            self._handler(self.pick(["asyncio.BrokenBarrierError", "asyncio.BrokenBarrierError", "asyncio.CancelledError", "Exception"]))

    # ---- eager tasks

    def _write_factory(self):
        self.line(f"asyncio.get_running_loop().set_task_factory({self.pick(['asyncio.eager_task_factory'] * 3 + ['None'])})")

    def _write_eager_task(self):
        self._need_tasks()
        name = f"t{self._next_task}"
        self._next_task += 1
        self._tasks.append(name)
        self._helpers["start"] = (
            "def start(name, coroutine):\n"
            "    loop = asyncio.get_running_loop()\n"
            "    tasks[name] = asyncio.Task(coroutine, loop=loop, name=name, eager_start=True)\n"
            "    return tasks[name]")
        call = f'start("{name}", {self._coroutine()})'
        way = self.number(1, 4)
        if way <= 2:
            self.line(call)
        elif way == 3:
            self._say("started", f"{call}.done()", "asyncio.current_task().get_name()")
        else:
            self._say("got", f"await {call}")

    # ---- context variables

    def _write_variable(self):
        name = self._share("variable")
        way = self.number(1, 6)
        if way <= 2:
            self.line(f'{name}.set("{self._label()}")')
        elif way <= 4:
            self._say("sees", f"{name}.get()")
        else:
            token = self._variable("token")
            self.line(f'{token} = {name}.set("{self._label()}")')
            with self.block("try:"):
                self._inner(1, 2)
            with self.block("finally:"):
                self._say("sees", f"{name}.get()")
                self.line(f"{name}.reset({token})")

    def _write_context_call(self):
        name = self._share("variable")
        context = self._variable("context")
        self._helpers["in_copy"] = (
            "def in_copy(variable, value):\n"
            "    context = contextvars.copy_context()\n"
            "    context.run(variable.set, value)\n"
            "    return context")
        self.line(f'{context} = in_copy({name}, "{self._label()}")')
        way = self.number(1, 4)
        if way == 1:
            self.line(f"asyncio.create_task({self._coroutine()}, context={context})")
        elif way == 2:
            self.line(f"asyncio.get_running_loop().call_later({self._delay()}, lambda: {self._call_without_waiting()}, "
                      f"context={context})")
        elif way == 3:
            task = self._any_task()
            with self.block(f'if "{task}" in tasks:'):
                self.line(f'tasks["{task}"].add_done_callback(lambda _: print("done in", {name}.get()), context={context})')
        else:
            self._say("gave", f"await asyncio.create_task({self._coroutine()}, context={context})")
        self._say("sees", f"{name}.get()", f"{context}[{name}]")

    # ---- threads

    def _work(self):
        """The function and arguments that a thread runs."""
        self._helpers["time"] = ""
        way = self.number(1, 10)
        if way <= 5:
            self._helpers["work"] = (
                "def work(name, seconds):\n"
                '    print(name, "works")\n'
                "    time.sleep(seconds)\n"
                '    print(name, "has worked")\n'
                "    return name")
            return f'work, "{self._label()}", {self._delay()}'
        if way <= 7:
            self._helpers["fail"] = (
                "def fail(name, seconds):\n"
                "    time.sleep(seconds)\n"
                "    raise OSError(name)")
            return f'fail, "{self._label()}", {self._delay()}'
        if way == 8:
            self._helpers["call_back"] = (
                "def call_back(loop, seconds, call, *arguments):\n"
                "    time.sleep(seconds)\n"
                "    loop.call_soon_threadsafe(call, *arguments)\n"
                "    time.sleep(seconds)\n"
                '    return "called back"')
            what = self.pick([f"{self._share('event')}.set", f"{self._share('event')}.clear", f'print, "{self._label()} called"'])
            return f"call_back, asyncio.get_running_loop(), {self._delay()}, {what}"
        if way == 9 and (call := self._callee()):
            function, _, argument = call.partition("(")
            self._helpers["hand_over"] = (
                "def hand_over(loop, worker, argument):\n"
                "    later = asyncio.run_coroutine_threadsafe(worker(argument), loop)\n"
                '    print("handed over")\n'
                "    return later.result()")
            return f"hand_over, asyncio.get_running_loop(), {function}, {argument.rstrip(')')}"
        if "context" in self._themes:
            name = self._share("variable")
            return f"{name}.get"
        return f"time.sleep, {self._delay()}"

    def _in_a_thread(self):
        work = self._work()
        return f"asyncio.to_thread({work})" if self.chance(0.6) else f"asyncio.get_running_loop().run_in_executor(None, {work})"

    def _write_thread(self):
        way = self.number(1, 6)
        if way <= 3:
            guarded = self.chance(0.5)
            if guarded:
                self.line("try:")
                self._depth += 1
            self._say("thread gave", f"await {self._in_a_thread()}")
            if guarded:
                self._depth -= 1
                self._handler(self.pick(["OSError", *CAUGHT[:4]]))
        elif way <= 5:
            name = self._variable("later")
            self.line(f"{name} = asyncio.ensure_future({self._in_a_thread()})")
            self._inner(1, 1)
            if self.chance(0.5):
                self._say("cancels the thread's future", f"{name}.cancel()")
            if self.chance(0.6):
                with self.block("try:"):
                    self._say("thread gave", f"await {name}")
                self._handler(self.pick(["OSError", *CAUGHT[:4]]))
        else:
            with self.block("try:"):
                self._say("in time", f"await asyncio.wait_for({self._in_a_thread()}, {self._limit_s()})")
            self._handler(self.pick(["TimeoutError", "Exception"]))

    def _write_pool(self):
        name = self._variable("pool")
        self._helpers["pool"] = ""
        with self.block(f"with concurrent.futures.ThreadPoolExecutor({self.number(1, 2)}) as {name}:"):
            jobs = [f"asyncio.get_running_loop().run_in_executor({name}, {self._work()})" for _ in range(self.number(1, 3))]
            options = ", return_exceptions=True" if self.chance(0.5) else ""
            self._say("pool gave", f"await asyncio.gather({', '.join(jobs)}{options})")

    # ---- a StreamReader that other tasks feed

    def _any_reader(self):
        self._shared["readers"] = "readers = {}"
        self._helpers["reader"] = (
            "def reader(name):\n"
            "    if name not in readers:\n"
            f"        readers[name] = asyncio.StreamReader({self.pick(['', '', 'limit=8'])})\n"
            "    return readers[name]") if "reader" not in self._helpers else self._helpers["reader"]
        return f'reader("r{self.number(1, 2)}")'

    def _bytes(self):
        return self.pick(['b"one\\n"', 'b"two;three\\n"', 'b"half"', 'b";"', 'b"\\n"', 'b"a longer line than the others;\\n"', 'b""'])

    def _reading(self):
        return self.pick(["readline()", "readline()", "read(3)", "read(100)", "read()", "readexactly(4)", "readexactly(0)",
                          'readuntil(b";")', 'readuntil((b"\\n", b";"))'])

    def _write_feed(self):
        name = self._any_reader()
        way = self.number(1, 10)
        if way <= 6:
            self.line(f"{name}.feed_data({self._bytes()})")
        elif way == 7:
            self.line(f"{name}.feed_eof()")
        elif way == 8:
            self.line(f'{name}.set_exception({self.pick(ERRORS)}("{self._label()}"))')
        elif way == 9:
            self._say("at the end", f"{name}.at_eof()", f"{name}.exception()")
        else:
            self.line(f"asyncio.get_running_loop().call_later({self._delay()}, {name}.feed_data, {self._bytes()})")

    def _write_read(self):
        name = self._any_reader()
        if self.chance(0.15):
            with self.block(f"async for line in {name}:"), self._repeated(2):
                self._say("line", "line")
                if self.chance(0.4):
                    self._inner(1, 1)
            return
        with self.block("try:"):
            self._say("read", f"await {name}.{self._reading()}")
        self._handler(self.pick(["asyncio.IncompleteReadError", "ValueError", "(asyncio.IncompleteReadError, asyncio.LimitOverrunError)",
                                 "RuntimeError", *CAUGHT[:4]]))

    # ---- queues that end

    def _write_consume(self):
        name = self._share("queue")
        if self.chance(0.3):
            self.line(f"asyncio.get_running_loop().call_later({self._delay()}, {name}.shutdown, {self.pick(['False', 'True'])})")
        with self.block("try:"):
            with self.block(f"for i in range({self.number(2, 4)}):"), self._repeated(2):
                way = self.number(1, 4)
                if way <= 2:
                    self._say("took", f"await {name}.get()")
                    self.line(f"{name}.task_done()")
                elif way == 3:
                    self.line(f"await {name}.put(i)")
                    self._say("put", "i", f"{name}.qsize()")
                else:
                    self.line(f"{name}.put_nowait(i)")
                if self.chance(0.3):
                    self._inner(1, 1)
        with self.block("except asyncio.QueueShutDown as error:"):
            self._say("shut down", "repr(error)", f"{name}.empty()", f"{name}.qsize()")
        if self.chance(0.3):
            self.line(f"await {name}.join()")
            self._say("joined")


def debugged(source):
    """The same program with every loop of it in debug mode."""
    for plain, told in (("asyncio.run(main())", "asyncio.run(main(), debug=True)"),
                        ("asyncio.Runner()", "asyncio.Runner(debug=True)"), ("asyncio.Runner(loop", "asyncio.Runner(debug=True, loop"),
                        ("loop = asyncio.new_event_loop()", "loop = asyncio.new_event_loop()\nloop.set_debug(True)")):
        source = source.replace(plain, told)
    return source


def make(seed):
    if seed < FIRST_SEED:
        return AsyncioProgram(seed).make()
    source = FurtherProgram(seed).make()
    return debugged(source) if seed >= FIRST_DEBUG_SEED else source


if __name__ == "__main__":
    import sys
    print(make(int(sys.argv[1])), end="")
