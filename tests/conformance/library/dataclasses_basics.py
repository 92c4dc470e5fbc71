# dataclasses: what the decorator writes for you, and how it complains.
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list[str] = field(default_factory=list)

    def total(self, n: int) -> float:
        return self.price * n


a, b = Item("pen"), Item("pen", 1.5, [])
a.tags.append("blue")
print(a, b, a == b, Item("pen") == b, a.total(3), b.tags, Item.__match_args__)
print(asdict(a), astuple(a), replace(a, price=2), [f.name for f in fields(Item)], is_dataclass(Item), is_dataclass(3))
print(Item.__doc__, Item.__init__.__annotations__, Item.__hash__)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False, repr=False)


versions = [Version(1, 2), Version(1), Version(0, 9, "old")]
print(sorted(versions), max(versions), Version(1) == Version(1, note="x"), {Version(1): "one"}[Version(1)], Version(1) < Version(2))
try:
    versions[0].major = 5
except FrozenInstanceError as error:
    print(type(error).__mro__[1].__name__, error)
try:
    del versions[0].minor
except FrozenInstanceError as error:
    print(error)


@dataclass
class Base:
    x: int
    y: int = field(default=10, kw_only=True)


@dataclass
class Child(Base):
    z: int = 0

    def __post_init__(self):
        self.sum = self.x + self.y + self.z


print(Child(1, 2), Child(1, 2).sum, Child(x=1, y=5, z=7))


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


slotted = Slotted(1)
print(slotted, Slotted.__slots__, hasattr(slotted, "__dict__"))
match Item("pen", 2):
    case Item("pen", price):
        print("matched", price)
Point = make_dataclass("Point", [("x", int), ("y", int, field(default=0))])
print(Point(1), Point(1, 2) == Point(1, 2))


def wrong(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def mutable_default():
    @dataclass
    class Bad:
        items: list = []


def bad_order():
    @dataclass
    class Bad:
        a: int = 1
        b: int


def not_annotated():
    @dataclass
    class Bad:
        a = field()


wrong(mutable_default)
wrong(bad_order)
wrong(not_annotated)
wrong(lambda: Item())
wrong(lambda: Item("a", 1, [], 4))
wrong(lambda: Item("a", cost=3))
wrong(lambda: Version(1) < 3)
wrong(lambda: setattr(slotted, "c", 1))
wrong(lambda: fields(3))
wrong(lambda: asdict(Item))
wrong(lambda: replace(a, nothing=1))


@dataclass
class Checked:
    n: int

    def __post_init__(self):
        if self.n < 0:
            raise ValueError(f"n is {self.n}")


print(Checked(1))
Checked(-1)
