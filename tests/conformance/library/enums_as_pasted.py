import enum, functools
from enum import Enum, IntEnum, IntFlag, Flag, auto, unique, StrEnum, member, nonmember, EnumMeta, verify, CONTINUOUS, NAMED_FLAGS, FlagBoundary

class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
    ALL = RW | X
    NONE = 0
print(Perm.RW, repr(Perm.RW), Perm.R | Perm.X, ~Perm.R, list(Perm), list(Perm.ALL), Perm.R in Perm.RW, bool(Perm.NONE), Perm(5), Perm['W'], len(Perm), Perm.RW ^ Perm.W)
for v in (8, -1, "x"):
    try: print(Perm(v))
    except ValueError as e: print(e)
class Color(StrEnum):
    RED = auto(); GREEN = "g"
    def hex(self): return {"red": "#f00"}.get(self, "#000")
print(Color.RED, repr(Color.GREEN), Color.RED == "red", f"{Color.RED:>6}", Color("g").hex(), Color.RED.hex(), Color.RED.upper())
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.4e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return 6.67e-11 * self.mass / self.radius ** 2
print(f"{Planet.EARTH.g:.2f}", Planet.MARS, Planet((6.4e23, 3.4e6)).name, Planet.EARTH < Planet.MARS if False else "")
try: Planet.EARTH < Planet.MARS
except TypeError as e: print(e)
try:
    @unique
    class Dup(Enum): A = 1; B = 1
except ValueError as e: print(e)
class Order(IntEnum):
    LOW = 1; HIGH = 10
    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str): return cls.__members__.get(value.upper())
print(Order("low"), Order.LOW < Order.HIGH, sorted([Order.HIGH, Order.LOW]), Order.LOW + 1, f"{Order.HIGH}", "%d %s" % (Order.HIGH, Order.HIGH), Order.HIGH.__class__, max(Order))
try: Order("mid")
except ValueError as e: print(e)
class Access(IntFlag, boundary=enum.KEEP): A = 1; B = 2
print(Access(7), Access.A | 8, Access(3), ~Access.A, repr(Access(0)))
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower() * (count + 1)
    X = auto(); Y = auto()
print([m.value for m in Auto], Auto.__members__)
class Ops(Enum):
    ADD = member(lambda a, b: a + b)
    helper = nonmember(3)
    MUL = functools.partial(lambda a, b: a * b) if False else enum.member(lambda a, b: a * b)
    def __call__(self, *a): return self.value(*a)
print(Ops.ADD(2, 3), Ops.helper, [o.name for o in Ops])
Animal = Enum("Animal", "CAT DOG", start=5); print(list(Animal), Animal.CAT.value, Animal.__module__)
P2 = Flag("P2", ["a", "b"]); print(list(P2))
try:
    class Sub(Perm): Z = 9
except TypeError as e: print(e)
try: Perm.R = 3
except AttributeError as e: print(e)
try: del Perm.R
except AttributeError as e: print(e)
try: Perm.Q
except AttributeError as e: print(e)
try:
    @verify(CONTINUOUS)
    class Gap(IntEnum): A = 1; C = 3
except ValueError as e: print(e)
print(Perm.R.name, Perm(3).name, Perm(5).name, Perm(0).name, Color.__doc__, hash(Color.RED) == hash("red"), isinstance(Perm.R, Perm), dir(Auto)[:3], Perm.__contains__(3), 1 in Perm)
match Perm(3):
    case Perm.RW: print("rw")
for m in Planet: print(m, m.value, sep="=")
print(enum.property, Planet.__len__(), reversed(Perm), list(reversed(Order)), Order.__call__ if 0 else '', str(Order.LOW), Order.LOW.real)
