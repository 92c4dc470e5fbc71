# What @dataclass writes: __init__ in the order of the fields, also inherited ones, __eq__ by class, __hash__ only where it is safe.
from dataclasses import FrozenInstanceError, KW_ONLY, asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)


@dataclass(order=True, frozen=True)
class Card:
    rank: int
    suit: str = field(default="hearts", compare=False)


@dataclass
class Named(Point):
    name: str = "?"
    _: KW_ONLY
    loud: bool = False
    size: int = field(init=False, default=3)

    def __post_init__(self):
        self.size = len(self.name)


p = Point(1)
print(p, p == Point(1, 0, ["other"]), p == (1, 0, []), Point(1, tags=[1]).tags, Point.__hash__, hash(Card(2)) == hash(Card(2, "spades")))
print(Card(2) < Card(3), sorted([Card(3), Card(1, "x")]), Card(2) == Card(2, "spades"), max(Card(1), Card(5)))
named = Named(1, 2, name="ada", loud=True)
print(named, asdict(named), astuple(named), replace(named, name="bob"), [f.name for f in fields(Named)], is_dataclass(Named), is_dataclass(named), is_dataclass(int))
print(Point.__match_args__, Named.__match_args__, [(f.name, f.init, f.compare, f.repr) for f in fields(Point)])
match named:
    case Named(x, 2, name=who):
        print("matched", x, who)
print(asdict(Point(1, 2, [Point(3), {"k": Point(4)}])))
for wrong in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Card(1).__setattr__("rank", 2), lambda: setattr(Card(1), "new", 1), lambda: Card(1) < 5, lambda: Point(1) < Point(2), lambda: hash(p), lambda: Named(1, 2, [], "n", True), lambda: replace(named, size=4), lambda: fields(5), lambda: asdict(5), lambda: delattr(Card(1), "rank")):
    try:
        print(wrong())
    except (TypeError, FrozenInstanceError, ValueError) as error:
        print(type(error).__name__, error)
for text in ("@dataclass\nclass A:\n    a: int = 1\n    b: int\n", "@dataclass\nclass A:\n    a: list = []\n", "@dataclass\nclass A:\n    a: int = field(default=1, default_factory=int)\n", "@dataclass(order=True)\nclass A:\n    def __lt__(self, other): pass\n", "@dataclass(eq=False, order=True)\nclass A: pass\n"):
    try:
        exec(text)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
