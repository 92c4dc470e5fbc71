"""Statements of a random asyncio program about the loop and about the program itself: what is said, guarded,
repeated, called later, reported, and done wrong."""
import contextlib

from asyncio_words import CAUGHT, ERRORS


class OtherStatements:
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

    def _write_never_awaited(self):
        self.line(self._callee() or "asyncio.sleep(1)")

    def _write_block(self):
        self._helpers["time"] = ""
        self.line(f"time.sleep({self.pick(['0.1', '0.2', '0.5'])})")

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

    def _write_own_awaitable(self):
        self._helper_count_down()
        self._say("turns", f"await Turns({self.number(0, 4)})")

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
