"""Random asyncio programs of the seeds from 400000 up: tasks and futures of a class that has methods anew which asyncio itself calls,
and objects that only behave as futures.

Each is a program of later_programs.py in which classes of one's own are made often. They are here so that a seed below 400000 goes
on to mean the program that it always meant.
"""
import later_programs
from loop_programs import FUTURE_MEMBERS, TASK_MEMBERS

FIRST_SEED = 400_000

# Each says that it was called; some do otherwise than asyncio's own.
SAYS = '''def {name}(self, *args, **options):
        print("{name}", len(args), sorted(options))
        return super().{name}(*args, **options)'''
# Of tasks not done() and get_loop(): CPython's all_tasks() asks these of tasks that ended long ago, too, while somebody has them.
CALLED = ["add_done_callback", "remove_done_callback", "cancelled", "result", "exception"]
OF_ALL_TASKS = ["done", "get_loop"]
CANCELS = ['''def cancel(self, msg=None):
        print("cancel", repr(msg))
        return super().cancel(msg)''', '''def cancel(self, *args, **options):
        print("cancel", args, options)
        return super().cancel(*args, **options)''', '''def cancel(self, msg=None):
        print("not cancelled", repr(msg))
        return False''', '''def cancel(self, msg=None):
        print("cancelled otherwise")
        return super().cancel("otherwise")''', '''def cancel(self, msg=None):
        raise RuntimeError("cannot be cancelled")''']
OF_TASKS = ['''def uncancel(self):
        left = super().uncancel()
        print("uncancel", left)
        return left''', '''def cancelling(self):
        print("cancelling")
        return super().cancelling()''']
OF_FUTURES = ['''def result(self):
        return ("own", super().result())''']

ODD_FUTURE = '''class Odd:
    """No future, and yet awaited as one."""
    _asyncio_future_blocking = False

    def __init__(self):
        self.ended, self.callbacks, self.loop = None, [], asyncio.get_running_loop()

    def __repr__(self):
        return "<Odd " + str(self.ended) + ">"

    def __await__(self):
        if self.ended is None:
            self._asyncio_future_blocking = True
            yield self
        return self.result()

    def get_loop(self):
        return self.loop

    def done(self):
        return self.ended is not None

    def cancelled(self):
        return self.ended == "cancelled"

    def result(self):
        if self.cancelled():
            raise asyncio.CancelledError("odd")
        return self.ended

    def exception(self):
        if self.cancelled():
            raise asyncio.CancelledError("odd")

    def _make_cancelled_error(self):
        return asyncio.CancelledError("odd, made")

    _cancel_message = None

    def cancel(self, msg=None):
        print("odd cancel", repr(msg), self.done())
        return {cancel}

    def add_done_callback(self, callback, *, context=None):
        if self.done():
            self.loop.call_soon(callback, self, context=context)
        else:
            self.callbacks.append((callback, context))

    def remove_done_callback(self, callback):
        before, self.callbacks = self.callbacks, [each for each in self.callbacks if each[0] != callback]
        return len(before) - len(self.callbacks)

    def end(self, how):
        if self.done():
            return False
        self.ended = how
        for callback, context in self.callbacks:
            {call}
        self.callbacks.clear()
        return True'''


class DerivedProgram(later_programs.LaterProgram):
    DERIVED = {"own_future": 14, "own_task": 10, "own_factory": 5, "odd_future": 8}

    def __init__(self, seed):
        super().__init__(seed)
        for kind, weight in self.DERIVED.items():
            self._kinds[kind] = self._kinds.get(kind, 0) + weight

    def _members(self, own, called, often):
        members = self.some(own, 0, 1)
        if self.chance(0.7):
            members.append(self.pick(CANCELS))
        for name in self.some(called, 0, 4):
            members.append(SAYS.format(name=name))
        members += self.some(often, 0, 1)
        return "\n\n    ".join(members or ["note = None"])

    def _need_task_class(self):
        if "OwnTask" not in self._helpers:
            self._helpers["OwnTask"] = "class OwnTask(asyncio.Task):\n    " + self._members(TASK_MEMBERS, CALLED, OF_TASKS)

    def _need_future_class(self):
        made = "OwnFuture" in self._helpers
        super()._need_future_class()
        if not made:
            self._helpers["OwnFuture"] = "class OwnFuture(asyncio.Future):\n    " + self._members(FUTURE_MEMBERS, CALLED + OF_ALL_TASKS, OF_FUTURES)

    def _write_odd_future(self):
        if "Odd" not in self._helpers:
            self._helpers["Odd"] = ODD_FUTURE.format(
                cancel=self.pick(['self.end("cancelled")', 'self.end("cancelled")', "False"]),
                call=self.pick(["self.loop.call_soon(callback, self, context=context)"] * 3 + ["callback(self)"]))
            self._helpers["odds"] = "odds = {}"
        name = f'"o{self.number(1, 3)}"'
        odd = f"odds.setdefault({name}, Odd())"
        way = self.number(1, 10)
        if way <= 3:
            self.line(f"asyncio.get_running_loop().call_later({self._delay()}, {odd}.end, {self.number(1, 9)})")
        elif way == 4:
            self.line(f"{odd}.end({self.number(1, 9)})")
        elif way == 5:
            self._say("odd cancelled", f"{odd}.cancel()")
        else:
            what = self.pick([odd, odd, f"asyncio.gather({odd}, {self._any_future()})", f"asyncio.wait([{odd}], timeout={self._limit_s()})",
                              f"asyncio.wait_for({odd}, {self._limit_s()})", f"asyncio.shield({odd})",
                              f"asyncio.gather({odd}, {self._awaitable()}, return_exceptions=True)", f"asyncio.ensure_future({odd})"])
            self._guarded(0.8, ["(TimeoutError, asyncio.CancelledError)", "Exception", "BaseException"], lambda: self._say("odd", f"await {what}"))


def make(seed):
    return DerivedProgram(seed).make() if seed >= FIRST_SEED else later_programs.make(seed)


if __name__ == "__main__":
    import sys
    print(make(int(sys.argv[1])), end="")
