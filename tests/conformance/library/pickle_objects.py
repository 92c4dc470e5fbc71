# pickle: instances of the program's own classes, and every hook by which a class says how it comes apart and together again.
import collections
import dataclasses
import enum
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    class Inner:
        pass

    def length(self):
        return abs(self.x) + abs(self.y)


class Slotted:
    __slots__ = ("a", "b")


class Both(Slotted):
    pass


class Ints(list):
    pass


class Named(dict):
    pass


class Count(int):
    pass


class Text(str):
    pass


class Pair(tuple):
    pass


class Colour(enum.Enum):
    RED = 1


class Rights(enum.Flag):
    READ = 1
    WRITE = 2


Place = collections.namedtuple("Place", "x y")


@dataclasses.dataclass
class Order:
    number: int
    lines: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    x: int


class Half:
    """Keeps only a part of itself."""

    def __init__(self):
        self.kept, self.lost = 1, 2

    def __getstate__(self):
        print("  getstate")
        return {"kept": self.kept}

    def __setstate__(self, state):
        print("  setstate", state)
        self.__dict__.update(state)


class NothingToKeep:
    def __getstate__(self):
        return 0

    def __setstate__(self, state):
        self.got = state


class WithArguments:
    def __new__(cls, a, b=2):
        print("  new", a, b)
        made = super().__new__(cls)
        made.a, made.b = a, b
        return made

    def __getnewargs__(self):
        return (self.a,)


class WithNames:
    def __new__(cls, a, *, b=2):
        print("  new", a, b)
        made = super().__new__(cls)
        made.b = b
        made.a = a
        return made

    def __getnewargs_ex__(self):
        return (self.a,), {"b": self.b}


class Reduced:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return Reduced, (self.x + 1,)


class Everything:
    def __init__(self):
        self.items, self.pairs = [], {}

    def append(self, item):
        self.items.append(item)

    def __setitem__(self, key, value):
        self.pairs[key] = value

    def __reduce__(self):
        return Everything, (), {"x": 3}, iter([1, 2, 3]), iter({"a": 1, "b": 2}.items())


def put(target, state):
    target.state = ("put", state)


class Six:
    def __reduce__(self):
        return Six, (), "state", None, None, put


class Failed(Exception):
    def __init__(self, code, text):
        super().__init__(code)
        self.text = text

    def __reduce__(self):
        return Failed, (self.args[0], self.text)


slotted, both, own = Slotted(), Both(), Point(1, 2)
slotted.a = 3
both.a, both.b, both.c = 1, 2, 3
own.me = own
noted = ValueError("noted")
noted.extra = 1
for value in (Point(1, [2]), [Point(1, 2), Point(3, 4)], Point, Point.Inner, Point.Inner(), Point.length, Point(0, 1).length, own, slotted, both,
              Ints([1, 2]), Ints(), Named(a=1), Count(3), Text("t"), Pair((1, 2)), Colour.RED, Rights.READ | Rights.WRITE, Place(1, 2),
              [Place(1, 2), Place(3, 4)], Order(1, ["x"]), Frozen(4), Half(), NothingToKeep(), WithArguments(5), WithNames(5, b=7), Reduced(1),
              Everything(), Six(), noted, Failed(404, "gone"), OSError(2, "no", "name"), KeyError("k"), ExceptionGroup("g", [ValueError(1)])):
    print(type(value).__name__)
    for protocol in range(6):
        try:
            data = pickle.dumps(value, protocol)
        except TypeError as error:
            print(" ", protocol, error)
            continue
        print(" ", protocol, data)
    again = pickle.loads(data)
    print("  ->", type(again) is type(value), [x for x in sorted(getattr(again, "__dict__", {})) if x[0] != "_" and x != "filename"])

print(vars(pickle.loads(pickle.dumps(Everything()))), vars(pickle.loads(pickle.dumps(Six()))))
again = pickle.loads(pickle.dumps(own))
print(again.me is again, pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED, pickle.loads(pickle.dumps(Reduced(1))).x)
print(object.__reduce_ex__(both, 2)[1:], both.__getstate__(), Point(1, 2).__getstate__(), object().__getstate__(), slotted.__getstate__())
