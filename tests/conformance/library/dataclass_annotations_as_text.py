# What a dataclass makes of annotations that are texts, of its module's name, and of slots that bases have.
from __future__ import annotations

import dataclasses
import dataclasses as dc
import typing
import typing as t
from dataclasses import InitVar as Begin, KW_ONLY as later, dataclass, fields, make_dataclass
from typing import ClassVar as Shared


@dataclass
class Mixed:
    a: Shared[int] = 1
    b: typing.ClassVar = 2
    c: t . ClassVar[str] = "3"
    d: Begin[int] = 4
    e: dc.InitVar[int] = 5
    f: "int" = 6
    _: later
    g: list[typing.ClassVar] = None

    def __post_init__(self, d, e):
        self.sum = d + e


print([field.name for field in fields(Mixed)], Mixed(10, 20).sum, Mixed.__match_args__)


class typing2:
    ClassVar = Shared


@dataclass
class Lookalike:
    x: typing2.ClassVar = 1


print([field.name for field in fields(Lookalike)])

Made = make_dataclass("Made", [("x", int)])
print(Made.__module__, Made(1).__module__, vars(Made)["__module__"])


class Plain:
    pass


Plain.__module__ = "elsewhere"
print(Plain, Plain().__module__, vars(Plain)["__module__"])
for name in ("__module__", "__name__", "__qualname__", "__doc__"):
    try:
        delattr(Plain, name)
    except TypeError as error:
        print(error)


class Base:
    pass


@dataclass(slots=True, weakref_slot=True)
class Derived(Base):
    x: int


print(Derived.__slots__, Derived(1))


class Odd:
    __slots__ = iter(["a"])


try:
    @dataclass(slots=True)
    class OfOdd(Odd):
        x: int
except TypeError as error:
    print(error)
