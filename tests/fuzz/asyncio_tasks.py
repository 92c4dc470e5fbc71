"""Statements of a random asyncio program that start tasks, wait for them, give them a time or cancel them."""
import contextlib

from asyncio_words import CAUGHT, ERRORS


class TaskStatements:
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

    def _write_show_task(self):
        task = self._any_task()
        with self.block(f'if "{task}" in tasks:'):
            self.line(f'print(tasks["{task}"])')
