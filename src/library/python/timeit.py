"""How long statements take, on the program's clock. Mirrors what programs use of CPython's Lib/timeit.py."""
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number, default_repeat = 1000000, 5
default_timer = time.perf_counter

# What is timed, on the lines where a traceback of CPython has it.
_LOOP = """
def inner(_times, _timer, _setup, _stmt):
    {setup}
    _begin = _timer()
    for _ in _times:
        {stmt}
    return _timer() - _begin
"""


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer, self._given = timer, {"_setup": setup, "_stmt": stmt}
        before, texts = "", {}
        for name, source, indent in (("setup", setup, 4), ("stmt", stmt, 8)):
            if isinstance(source, str):
                before += source + "\n"
                compile(before, "<timeit-src>", "exec")      # alone, not as a part of a function: no return
                texts[name] = source.replace("\n", "\n" + " " * indent)
            elif callable(source):
                texts[name] = f"_{name}()"
            else:
                raise ValueError(f"{name} is neither a string nor callable")
        made = {}
        exec(compile(_LOOP.format_map(texts), "<timeit-src>", "exec"), _own_globals() if globals is None else globals, made)
        self.inner = made["inner"]

    def timeit(self, number=default_number):
        return self.inner(itertools.repeat(None, number), self.timer, **self._given)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """As many times as take 0.2 seconds; with a clock that stands still while a program computes, as many as one may wait for."""
        for scale in itertools.count():
            for digit in (1, 2, 5):
                number = digit * 10 ** scale
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2 or number >= 10 ** 6:
                    return number, taken

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


_own_globals = globals


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)
