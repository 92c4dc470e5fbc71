"""How long statements take, on the program's clock. Mirrors what programs use of CPython's Lib/timeit.py."""
import itertools
import sys
import time
import _simul

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _function(source, space):
    if callable(source):
        return source
    if not isinstance(source, str):
        raise ValueError("stmt is neither a string nor callable")
    made = dict(space)
    body = source.replace('\n', '\n    ')
    _simul.run(f"def inner():\n    {body}\n", "<timeit-src>", made)
    return made["inner"]


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        space = {} if globals is None else dict(globals)
        if isinstance(setup, str):
            _simul.run(setup, "<timeit-src>", space)
        elif callable(setup):
            setup()
        else:
            raise ValueError("setup is neither a string nor callable")
        self.inner = _function(stmt, space)

    def timeit(self, number=default_number):
        inner = self.inner
        begin = self.timer()
        for _ in itertools.repeat(None, number):
            inner()
        return self.timer() - begin

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        for scale in itertools.count():
            for digit in (1, 2, 5):
                number = digit * 10 ** scale
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2 or number >= 10 ** 6:
                    return number, taken


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
