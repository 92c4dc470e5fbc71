"""What generators of random programs have in common: chance that depends on the seed alone, and lines with their depth.

Chance is taken from random.random() only, whose numbers are the same in every version of Python: one seed, one program.
"""
import contextlib
import random


class Maker:
    def __init__(self, seed):
        self._random = random.Random(seed)
        self._lines = []
        self._depth = 0

    def chance(self, probability):
        return self._random.random() < probability

    def number(self, low, high):
        """An integer from low to high, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, choices):
        return choices[int(self._random.random() * len(choices))]

    def pick_weighted(self, weights):
        """A key of the dict, as often as its weight says."""
        point = self._random.random() * sum(weights.values())
        for key, weight in weights.items():
            point -= weight
            if point < 0:
                return key
        return key

    def some(self, choices, low, high):
        """Between low and high of the choices, in a random order."""
        left, out = list(choices), []
        for _ in range(min(len(left), self.number(low, high))):
            out.append(left.pop(int(self._random.random() * len(left))))
        return out

    # ---- lines

    def line(self, text=""):
        self._lines.append("    " * self._depth + text if text else "")

    @contextlib.contextmanager
    def block(self, head):
        """The lines of a compound statement; "pass" where nothing came."""
        self.line(head)
        self._depth += 1
        began = len(self._lines)
        yield
        if len(self._lines) == began:
            self.line("pass")
        self._depth -= 1

    @contextlib.contextmanager
    def aside(self, into):
        """What is written meanwhile goes to the list `into`, from the left margin."""
        lines, depth = self._lines, self._depth
        self._lines, self._depth = into, 0
        yield
        self._lines, self._depth = lines, depth

    def text(self):
        return "\n".join(self._lines) + "\n"
