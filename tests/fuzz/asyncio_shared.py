"""Statements of a random asyncio program about what its tasks share: locks, events, conditions, queues, futures, streams."""
import contextlib

from asyncio_words import ERRORS


class SharedStatements:
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

    def _write_room(self):
        self._helper_room()
        with self.block(f'async with Room("{self.pick(["quiet", "loud"])}", {self._delay()}):'):
            self._inner(1, 2)
