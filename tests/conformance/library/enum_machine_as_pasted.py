"""A state machine with enums, flags and match statements."""
import enum
from enum import Enum, Flag, IntEnum, IntFlag, auto, unique, verify, member, nonmember, CONTINUOUS, UNIQUE, NAMED_FLAGS
from dataclasses import dataclass
from typing import Any


class Light(Enum):
    RED = "r", 3
    GREEN = "g", 2
    AMBER = "a", 1

    def __new__(cls, code, secs):
        obj = object.__new__(cls)
        obj._value_ = code
        obj.secs = secs
        return obj

    @property
    def next(self) -> "Light":
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]

    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.name.lower() == str(value).lower():
                return m
        return None


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    ALL = RW | X


class Prio(IntEnum):
    LOW = 1
    HIGH = 10
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 99


class Bits(IntFlag, boundary=enum.KEEP):
    A = 1
    B = 2


print(list(Light), Light("r"), Light("green"), Light.RED.next, Light.AMBER.secs, Light["GREEN"].name)
for bad in ("zzz", None):
    try:
        Light(bad)
    except ValueError as e:
        print(repr(e))
try:
    Light["NOPE"]
except KeyError as e:
    print(repr(e))
try:
    Light.RED = 3
except AttributeError as e:
    print(e)
try:
    Light.BLUE
except AttributeError as e:
    print(e)
try:
    class L2(Light):
        BLUE = "b", 4
except TypeError as e:
    print(e)
print(Perm.R | Perm.X, ~Perm.R, Perm.RW & Perm.W, Perm(0), Perm(5), bool(Perm(0)), Perm.ALL, list(Perm.ALL), len(Perm.RW), Perm.R in Perm.RW, Perm.X ^ Perm.ALL)
try:
    Perm(8)
except ValueError as e:
    print(e)
print(Bits(7), Bits.A | 8, ~Bits.A, Bits(0), repr(Bits.A | Bits.B), Bits.A + 1, Bits.A < 3)
print(f"{Prio.HIGH}", f"{Prio.HIGH!r}", f"{Prio.HIGH:>5}", str(Prio.LOW), Prio.HIGH * 2, Prio(10), sorted([Prio.HIGH, Prio.LOW]), Prio.HIGH.real)
print(Perm.__members__.keys(), Perm.RW.name, Perm.RW.value, (Perm.R | Perm.X).name, Perm.__flag_mask__ if hasattr(Perm, "__flag_mask__") else "")
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
except ValueError as e:
    print(e)
try:
    @verify(CONTINUOUS)
    class Gap(Enum):
        A = 1
        C = 3
except ValueError as e:
    print(e)
try:
    @verify(NAMED_FLAGS)
    class Hole(Flag):
        A = 1
        D = 12
except ValueError as e:
    print(e)
Animal = Enum("Animal", "ANT BEE CAT", module=__name__, start=5)
print(list(Animal), Animal.BEE.value, Enum("Z", {"a": 1, "b": "x"}).b, Animal.ANT == 5, Animal.ANT != Animal.BEE, hash(Animal.ANT) == hash("ANT"))


@dataclass
class Ev:
    kind: str
    data: Any = None
    __match_args__ = ("kind", "data")


def step(state: Light, ev):
    match state, ev:
        case _, Ev("tick", int(n) | float(n)) if n > 2:
            return f"{n} ticks"
        case Light.RED, Ev("tick"):
            return state.next
        case Light.GREEN | Light.AMBER as s, Ev(kind="go", data={"speed": v, **rest}):
            return s.name, v, rest
        case _, Ev(data=[first, *mid, last]):
            return first, mid, last
        case _, {"type": "x", "v": [a, (b, c)]}:
            return a, b, c
        case _, str() as text:
            return text.upper()
        case (_, None | True | False) | (_, -1):
            return "const"
        case Prio.LOW, _:
            return "low"
        case _:
            return NotImplemented


for st, ev in [(Light.RED, Ev("tick")), (Light.RED, Ev("tick", 3)), (Light.AMBER, Ev("go", {"speed": 1, "z": 2})), (Light.RED, Ev("q", (1, 2, 3, 4))),
               (1, {"type": "x", "v": [1, (2, 3)], "k": 0}), (0, "abc"), (0, None), (0, -1.0), (1, 5), (2, b"x")]:
    print(step(st, ev))
class P3:
    __match_args__ = ("x",)
    def __init__(self): self.x = 1
try:
    match P3():
        case P3(1, 2): pass
except TypeError as e:
    print(e)
class W(Enum):
    @member
    def f(): return 1
    N = nonmember(5)
    @enum.property
    def p(self): return "p" + self.name
print(list(W), W.N, W.f.value(), W.f.p)
print(enum.show_flag_values(7), enum.bin(10), enum.bin(~10, 8)) if hasattr(enum, "show_flag_values") else 0
print(Perm.R._value_, Perm.__len__(), Perm["X"], dir(Light.RED)[:3], Light.RED.__class__, isinstance(Light.RED, Light))
Prio("x")
