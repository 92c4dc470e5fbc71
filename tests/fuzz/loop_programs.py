"""What random programs do with several event loops, with classes and factories of their own, and with what a loop reports."""

CALLS = ["call_soon(print, {label})", "call_later(0.1, print, {label})", "call_at(0.3, print, {label})",
         "call_soon_threadsafe(print, {label})", "stop()", "close()", "create_future().cancel()"]

IN_A_THREAD = '''def in_a_thread(worker, argument):
    try:
        print("its loop gave", asyncio.run(worker(argument)))
    except Exception as error:
        print("its loop raised", repr(error))
    return "thread"'''

ANOTHER_LOOP = '''@contextlib.contextmanager
def another_loop():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        print("running", loop.is_running())
        loop.close()'''

OWN_TASK = '''class OwnTask(asyncio.Task):
    {members}'''

# What asyncio itself does not call: of the others Simul calls only what the program calls.
TASK_MEMBERS = ['''def __init__(self, coroutine, **options):
        super().__init__(coroutine, **options)
        print("made", self.get_name())''', '''def __repr__(self):
        return "<" + self.get_name() + (" done>" if self.done() else ">")''', '''def set_name(self, name):
        print("named", name)
        super().set_name(name)''', "note = None"]

FUTURE_MEMBERS = ['''def set_result(self, result):
        print("set", result)
        super().set_result(result)''', '''def set_exception(self, error):
        print("failed", repr(error))
        super().set_exception(error)''', '''def __await__(self):
        print("awaited")
        return (yield from super().__await__())''', '''def __repr__(self):
        return "<own " + ("done>" if self.done() else "pending>")''', "note = None"]

FACTORIES = ['''def factory(loop, coroutine, **options):
    return {kind}(coroutine, loop=loop, **options)''', '''def factory(loop, coroutine, context=None):
    print("factory", coroutine.__name__)
    return {kind}(coroutine, loop=loop, context=context)''', '''def factory(loop, coroutine, **options):
    print("factory", sorted(options))
    return {kind}(coroutine, loop=loop, **options)''', '''def factory(loop, coroutine, **options):
    if len(asyncio.all_tasks(loop)) > 3:
        coroutine.close()
        raise RuntimeError("too many")
    return {kind}(coroutine, loop=loop, **options)''']

ON_REPORT = '''def on_report(loop, context):
    print("report:", context["message"], sorted(context))
    for key in ("task", "future"):
        if key in context:
            print("of", type(context[key]).__name__, context[key].done(){more})
    print("because of", repr(context.get("exception"))){then}'''

OWN_QUEUE = '''class OwnQueue(asyncio.{kind}):
    def _put(self, item):
        print("put", item, self.qsize())
        super()._put(item)

    def _get(self):
        item = super()._get()
        print("got", item, self.qsize())
        return item'''


class LoopStatements:
    """Beside AsyncioProgram: a mixin."""

    LOOPS = {
        "loops": {"other_loop": 10, "loop_in_thread": 3, "current_loop": 2},
        "classes": {"own_future": 8, "own_factory": 5, "own_task": 6},
        "reports": {"on_report": 7, "report": 6},
        "times": {"timer": 6, "shared_limit": 8},
        "order": {"ordered": 12},
        "conditions": {"two_conditions": 12},
    }

    # ---- several loops

    def _other(self):
        name = f"loop{self.number(1, 2)}"
        self._shared[name] = f"{name} = asyncio.new_event_loop()"
        return name

    def _write_other_loop(self):
        loop = self._other()
        way = self.number(1, 12)
        if way <= 2:
            call = self.pick(CALLS).format(label=f'"{self._label()}"')
            self._guarded(0.6, ["RuntimeError"], lambda: self.line(f"{loop}.{call}"))
        elif way == 3:
            self._guarded(0.7, ["RuntimeError", "Exception"], lambda: self._say("foreign", f"await {loop}.create_future()"))
        elif way == 4:
            self._guarded(0.5, ["RuntimeError", "Exception"], lambda: self.line(f"{loop}.create_task({self._coroutine()})"))
        elif way == 5:
            what = self.pick([f"asyncio.ensure_future({self._coroutine()}, loop={loop})", f"asyncio.gather({loop}.create_future(), {self._any_future()})",
                              f"asyncio.wait([{loop}.create_future()], timeout=0.5)", f"asyncio.wait_for({loop}.create_future(), 0.5)",
                              f"asyncio.shield({loop}.create_future())", f"asyncio.wrap_future({loop}.create_future())",
                              f"asyncio.ensure_future({loop}.create_future())"])
            self._guarded(0.8, ["(RuntimeError, ValueError)", "Exception"], lambda: self._say("foreign", f"await {what}"))
        elif way == 6:
            call = self._coroutine()
            self._guarded(0.9, ["RuntimeError"], lambda: self._say("nested", f"{loop}.{self.pick([f'run_until_complete({call})', 'run_forever()'])}"))
        elif way == 7:
            self._say("loop", f"{loop}.is_running()", f"{loop}.is_closed()", f"{loop}.time()", f"len(asyncio.all_tasks({loop}))", f"asyncio.current_task({loop})")
        elif way == 8:
            self.line(f"asyncio.run_coroutine_threadsafe({self._coroutine()}, {loop})")
        elif way == 9:
            self._say("repr", loop)
        elif way == 10:
            name = self._variable("foreign")
            self.line(f"{name} = asyncio.Future(loop={loop})")
            self._guarded(0.4, ["Exception"], lambda: self.line(f"{name}.add_done_callback(lambda _: {self._call_without_waiting()})"))
            self.line(f"{name}.{self.pick(['set_result(1)', 'cancel()', 'set_exception(OSError())'])}")
        else:
            self._write_loop_in_thread()

    def _write_loop_in_thread(self):
        call = self._callee()
        if call is None:
            return self._write_current_loop()
        function, _, argument = call.partition("(")
        if self.chance(0.6):
            self._helpers["in_a_thread"] = IN_A_THREAD
            work = f"in_a_thread, {function}, {argument.rstrip(')')}"
            self._say("thread", f"await asyncio.to_thread({work})")
            return None
        self._helpers["another_loop"] = ANOTHER_LOOP
        self._modules |= {"contextlib", "threading"}
        name, later = self._variable("loop"), self._variable("later")
        with self.block(f"with another_loop() as {name}:"):
            self.line(f"{later} = asyncio.run_coroutine_threadsafe({call}, {name})")
            if self.chance(0.3):
                self._inner(1, 1)
            if self.chance(0.3):
                self._say("cancels over there", f"{later}.cancel()")
            way = self.number(1, 4)
            if way <= 2:
                self._guarded(0.5, ["Exception", "asyncio.CancelledError"], lambda: self._say("over there", f"await asyncio.wrap_future({later})"))
            elif way == 3:
                self.line(f"{name}.call_soon_threadsafe(print, \"{self._label()} over there\")")
            else:
                self._guarded(0.9, ["Exception", "BaseException"], lambda: self._say("over there", f"{later}.result(timeout={self._delay()})"))
        return None

    def _write_current_loop(self):
        loop = self._other()
        if self.chance(0.4):
            self.line(f"asyncio.set_event_loop({self.pick([loop, 'None'])})")
        self._say("current", "asyncio.get_event_loop() is asyncio.get_running_loop()", f"asyncio.get_event_loop() is {loop}")

    def _ending(self):
        if "loops" not in self._themes or self.chance(0.25):
            return super()._ending()
        first, second = self._other(), self._other()
        if self.chance(0.5):
            self.line(f"asyncio.set_event_loop({first})")
        for _ in range(self.number(0, 2)):
            self.line(f"{self.pick([first, second])}.{self.pick(['create_task(w%d(5))' % self.number(1, self._workers), 'call_later(0.2, print, chr(33))', 'set_debug(True)'])}")
        runs = [f"{first}.run_until_complete(main())", f"{second}.run_until_complete(w{self.number(1, self._workers)}(2))"]
        if self.chance(0.4):
            runs.append(f"{first}.call_later({self.pick(['0.1', '1', '2'])}, {first}.stop)\n{first}.run_forever()")
        if self.chance(0.3):
            runs.append(f"asyncio.run(w{self._workers}(3))")
        if self.chance(0.3):
            runs.append(f"asyncio.get_event_loop().run_until_complete(w{self._workers}(4))")
        if self.chance(0.5):
            runs.append(f"{first}.close()")
        if self.chance(0.4):
            runs.append(f"{second}.close()")
        if self.chance(0.3):
            runs.append(f"{self.pick([first, second])}.run_until_complete({self.pick([first, second])}.shutdown_asyncgens())")
        for text in runs:
            *before, last = text.split("\n")
            with self.block("try:"):
                for each in before:
                    self.line(each)
                self.line(last if last.endswith(("close()", "run_forever()")) else f'print("gave", {last})')
            with self.block(f"except {self.pick(['Exception', 'BaseException'])} as error:"):
                self.line('print("raised", repr(error))')
        if self.chance(0.3):
            self.line(f"print({first}, {second})")
        return None

    # ---- classes of one's own

    def _need_task_class(self):
        if "OwnTask" not in self._helpers:
            members = "\n\n    ".join(self.some(TASK_MEMBERS, 1, 2))
            self._helpers["OwnTask"] = OWN_TASK.format(members=members)

    def _need_future_class(self):
        if "OwnFuture" not in self._helpers:
            self._helpers["OwnFuture"] = "class OwnFuture(asyncio.Future):\n    " + "\n\n    ".join(self.some(FUTURE_MEMBERS, 1, 2))
            self._helpers["future"] = (
                "def future(name):\n"
                "    if name not in futures:\n"
                "        futures[name] = OwnFuture(loop=asyncio.get_running_loop())\n"
                "    return futures[name]")

    def _any_future(self):
        made = self._helpers.get("future")
        name = super()._any_future()
        if made:
            self._helpers["future"] = made
        return name

    def _write_own_future(self):
        self._need_future_class()
        self._write(self.pick(["future", "resolve_future", "gather", "wait_for", "gather_later", "shield", "wait", "call_later"]))

    def _write_own_factory(self):
        if self.chance(0.2):
            self.line("asyncio.get_running_loop().set_task_factory(None)")
            return
        if "factory" not in self._helpers:
            kind = self.pick(["asyncio.Task", "OwnTask", "OwnTask"])
            if kind == "OwnTask":
                self._need_task_class()
            self._helpers["factory"] = self.pick(FACTORIES).format(kind=kind)
        self.line("asyncio.get_running_loop().set_task_factory(factory)")

    def _write_own_task(self):
        self._need_task_class()
        self._need_tasks()
        name = f"t{self._next_task}"
        self._next_task += 1
        self._tasks.append(name)
        self.line(f'tasks["{name}"] = OwnTask({self._coroutine()}, name="{name}"{self.pick(["", "", ", eager_start=True, loop=asyncio.get_running_loop()"])})')
        if self.chance(0.5):
            self._guarded(0.6, ["Exception", "asyncio.CancelledError"], lambda: self._say("own task", f'await tasks["{name}"]'))

    # ---- what a loop reports

    def _write_on_report(self):
        if "on_report" not in self._helpers:
            then = self.pick(["", "", "\n    loop.default_exception_handler(context)", '\n    raise RuntimeError("of the handler")',
                              "\n    reports.append(context)", '\n    loop.call_soon(print, "reported")'])
            if "reports.append" in then:
                self._shared["reports"] = "reports = []"
            more = self.pick(["", ', context[key].cancelled()', ', getattr(context[key], "get_name", str)()'])
            self._helpers["on_report"] = ON_REPORT.format(then=then, more=more)
        if self.chance(0.8):
            self.line("asyncio.get_running_loop().set_exception_handler(on_report)")
        else:
            self._say("handler", "asyncio.get_running_loop().get_exception_handler() is on_report")

    def _write_report(self):
        way = self.number(1, 6)
        if way == 1:
            more = self.pick(["", f', "exception": OSError("{self._label()}")', ', "task": asyncio.current_task()', ', "note": 5'])
            self.line(f'asyncio.get_running_loop().call_exception_handler({{"message": "{self._label()}"{more}}})')
        elif way == 2:
            self.line(f"asyncio.get_running_loop().call_soon(lambda: {self.pick(['1 / 0', '{}[1]', 'None.none'])})")
        elif way == 3:
            self.line(f"asyncio.create_task({self._coroutine()})")
        elif way == 4:
            self._say("lost future", f"asyncio.get_running_loop().create_future().set_exception({self.pick(['ValueError, ', 'OSError, '])[:-2]}())")
        elif way == 5:
            self.line(f'asyncio.gather({self._awaitable()}, {self._awaitable()}).add_done_callback(lambda _: {self._call_without_waiting()})')
        else:
            self._guarded(1, ["Exception"], lambda: self.line(
                f"asyncio.get_running_loop().{self.pick(['set_exception_handler(5)', 'set_task_factory(5)', 'call_soon(None)', 'call_exception_handler({})', 'call_at(None, print)'])}"))

    # ---- times

    def _write_timer(self):
        loop = "asyncio.get_running_loop()"
        name = self._variable("timer")
        callback = f"lambda: {self._call_without_waiting()}"
        when = self.pick([f"{loop}.time() - 1", f"{loop}.time()", f"{loop}.time() + {self._delay()}", "0.3", "1", "0"])
        self.line(f"{name} = {loop}.call_at({when}, {callback})")
        if self.chance(0.5):
            self._inner(1, 1)
        if self.chance(0.6):
            self._say("timer", f"{name}.when()", f"{name}.cancelled()")
        if self.chance(0.4):
            self.line(f"{name}.cancel()")

    def _write_shared_limit(self):
        self._shared["limits"] = "limits = {}"
        name, loop = f'"l{self.number(1, 2)}"', "asyncio.get_running_loop()"
        when = self.pick([f"{loop}.time() + {self._delay()}", f"{loop}.time() - 1", f"{loop}.time() + 0.5", "None", "1", "0.5"])
        if self.chance(0.55):
            def limited():
                with self.block(f"async with asyncio.timeout_at({when}) as limits[{name}]:"):
                    self._inner(1, 3)
                self._say("limit", f"limits[{name}].expired()", f"limits[{name}].when()")
            self._guarded(0.8, ["TimeoutError", "TimeoutError", "asyncio.CancelledError", "Exception"], limited)
            return
        with self.block(f"if {name} in limits:"):
            way = self.number(1, 4)
            if way <= 2:
                self._guarded(0.7, ["RuntimeError"], lambda: self.line(f"limits[{name}].reschedule({when})"))
            elif way == 3:
                self._say("limit", f"limits[{name}].when()", f"limits[{name}].expired()", f"repr(limits[{name}])")
            else:
                def again():
                    with self.block(f"async with limits[{name}]:"):
                        self._inner(1, 1)
                self._guarded(0.8, ["RuntimeError", "TimeoutError"], again)

    # ---- queues with an order, and of one's own

    def _write_ordered(self):
        kind = self.pick(["heap", "stack", "own"])
        name = f"{kind}{self.number(1, 2)}"
        size = self.pick(["", "", "1", "2"])
        if kind == "own":
            self._helpers.setdefault("OwnQueue", OWN_QUEUE.format(kind=self.pick(["Queue", "LifoQueue", "PriorityQueue"])))
        made = {"heap": "asyncio.PriorityQueue", "stack": "asyncio.LifoQueue", "own": "OwnQueue"}[kind]
        self._shared.setdefault(name, f"{name} = {made}({size})")
        if kind == "own":    # the class stands below what is shared
            self._shared.pop(name)
            self._helpers.setdefault("of " + name, f"{name} = OwnQueue({size})")
        item = self.pick(["{}", "{}", '({}, "x")', '({}, "y")']).format(self.number(1, 9))
        way = self.number(1, 10)
        if way <= 3:
            self._guarded(0.5, ["TypeError", "Exception", "asyncio.CancelledError"], lambda: self.line(f"await {name}.put({item})"))
        elif way <= 6:
            self._guarded(0.4, ["asyncio.QueueShutDown", "Exception", "asyncio.CancelledError"], lambda: self._say("took", f"await {name}.get()"))
        elif way == 7:
            self._guarded(0.9, ["(asyncio.QueueFull, TypeError)", "Exception"], lambda: self.line(f"{name}.put_nowait({item})"))
        elif way == 8:
            self._guarded(0.9, ["asyncio.QueueEmpty", "Exception"], lambda: self._say("took at once", f"{name}.get_nowait()"))
        elif way == 9:
            self._say("queue", name, f"{name}.qsize()", f"{name}.full()", f"{name}.maxsize")
        else:
            self._guarded(0.7, ["TimeoutError", "Exception"], lambda: self._say("in time", f"await asyncio.wait_for({name}.get(), {self._limit_s()})"))

    # ---- conditions of one lock

    def _write_two_conditions(self):
        self._shared["count"] = 'count = {"n": 0}'
        lock = self._share("lock")
        name = f"turn{self.number(1, 2)}"
        self._shared.setdefault(name, f"{lock}_{name} = {name} = asyncio.Condition({self.pick([lock, lock, ''])})")
        way = self.number(1, 10)
        if way == 1:
            self._say("condition", f"{name}.locked()", "count", name)
            return
        if way == 2:
            self._guarded(0.9, ["RuntimeError"], lambda: self.line(f"{name}.{self.pick(['notify()', 'notify_all()', 'release()'])}"))
            return

        def inside():
            with self.block(f"async with {name}:"):
                if way <= 4:
                    self._say("woken", f"await {name}.wait()", "count")
                elif way <= 6:
                    test = self.pick([f'lambda: count["n"] > {self.number(0, 2)}', 'lambda: 1 / count["n"]', f"{self._share('event')}.is_set"])
                    self._say("holds", f"await {name}.wait_for({test})")
                elif way == 7:
                    self._say("in time", f"await asyncio.wait_for({name}.wait(), {self._limit_s()})")
                else:
                    self.line('count["n"] += 1')
                    if self.chance(0.3):
                        self._inner(1, 1)
                    self.line(f"{name}.{self.pick(['notify()', 'notify(2)', 'notify(0)', 'notify_all()', 'notify_all()'])}")
                    if self.chance(0.3):
                        self._inner(1, 1)
        self._guarded(0.5, ["TimeoutError", "asyncio.CancelledError", "Exception"], inside)
