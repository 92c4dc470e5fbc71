"""Random programs without a loop, each made from its seed alone: a handful of parts, each about one thing of the language.

A part is a function of the program that is run by part(); what it raises is printed with its traceback, and so is what most
single expressions raise, so that one program compares many messages and carets. The last part may end the program.
"""
import re

import sync_values
from maker import Maker
from sync_classes import ClassParts
from sync_statements import StatementParts

PRELUDE = '''
def show(thunk):
    try:
        print(repr(thunk()))
    except Exception:
        traceback.print_exc()


def hashed(value):
    return hash(value) if value == value else "nan"


def whole(values):
    return [value for value in values if isinstance(value, int)]
'''


class SyncProgram(StatementParts, ClassParts, Maker):
    def __init__(self, seed):
        super().__init__(seed)
        self._seed = seed
        self._mistaken = self.pick([0, 0, 0.02, 0.06])
        self._deep = self.pick([2, 2, 3, 3, 4])
        self._next = 1
        self.scope = {}          # type: names of variables
        self._level = 0

    # ---- expressions

    def expression(self, kind, depth=None):
        depth = self._deep if depth is None else depth
        if kind in sync_values.MIXED:
            kind = self.pick(sync_values.MIXED[kind])
        names = self.scope.get(kind)
        if names and self.chance(0.45):
            return self.pick(names)
        literals = sync_values.LITERALS.get(kind)
        if literals and (depth <= 0 or self.chance(0.2)):
            return self.pick(literals)
        shape = self.pick(sync_values.SHAPES[kind])
        return self.fill(shape, depth)

    def fill(self, shape, depth=None):
        """The shape with an expression for each <word>."""
        depth = self._deep if depth is None else depth

        def part(match):
            word = match[1]
            if word in sync_values.WORDS:
                return self.pick(sync_values.WORDS[word])
            if self._mistaken and self.chance(self._mistaken):
                word = "any"
            text = self.expression(word, depth - 1)
            return text if re.fullmatch(r"[\w.]+|'[^']*'|\[[^][]*\]|\([^()]*\)|\w+\([^()]*\)", text) and not text[0].isdigit() else f"({text})"
        text = re.sub(r"<([a-z]\w*)>", part, shape)
        # An f-string's expression may not hold its own quotes before PEP 701, nor a backslash.
        return text if not shape.startswith("f'") else self._f_string(shape, depth)

    def _f_string(self, shape, depth):
        def part(match):
            word = match[1]
            if word in sync_values.WORDS:
                return self.pick(sync_values.WORDS[word])
            names = self.scope.get(self.pick(sync_values.MIXED[word]) if word in sync_values.MIXED else word)
            if names:
                return self.pick(names)
            text = self.expression("int", min(depth - 1, 1))
            return f"({text})" if not re.search(r"""['"\\\\{}]""", text) else "1"
        return re.sub(r"<([a-z]\w*)>", part, shape)

    def fresh(self, stem="v"):
        self._next += 1
        return f"{stem}{self._next}"

    # ---- the whole

    def make(self):
        parts, lines = [], []
        with self.aside(lines):
            for _ in range(self.number(2, 5)):
                kind = self.pick_weighted(self.PARTS)
                self.scope, self._level = {}, 0
                name = f"part_{len(parts) + 1}"
                self.blank()
                with self.block(f"def {name}():"):
                    self.line(f"print('{name}: {kind.replace('_', ' ')}')")
                    getattr(self, "part_" + kind)()
                parts.append(name)
            self.blank()
            for name in parts[:-1]:
                self.line(f"show({name})")
            self.line(f"{parts[-1]}()" if self.chance(0.5) else f"show({parts[-1]})")
            if self.chance(0.1):
                self.line(f"sys.exit({self.number(2, 9)})")
        text = "\n".join(lines)
        self.line(f"# Made from seed {self._seed}.")
        for module in sorted([*sync_values.IMPORTS, "contextlib", "sys", "traceback"]):
            if module == "traceback" or re.search(rf"\b{module}\.", text):
                self.line(f"import {module}")
        if "@dataclass" in text or "field(" in text:
            self.line("from dataclasses import asdict, astuple, dataclass, field, replace")
        if "Enum)" in text or "Flag)" in text:
            self.line("from enum import Enum, Flag, IntEnum, auto")
        for each in (PRELUDE + "\n" + text).split("\n"):
            self.line(each)
        return self.text()

    def blank(self):
        self.line()
        self.line()

    PARTS = {**StatementParts.PARTS, **ClassParts.PARTS}


def make(seed):
    return SyncProgram(seed).make()
