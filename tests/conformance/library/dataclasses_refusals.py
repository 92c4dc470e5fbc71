# What dataclass() refuses, what its helpers say of other things, and how fields, parameters and marks show.
import dataclasses
from dataclasses import KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from collections import OrderedDict, defaultdict, namedtuple
from typing import Any, ClassVar


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def built(annotations, more=None, /, *, bases=(), **options):
    def make():
        cls = dataclass(type("Made", bases, {"__annotations__": annotations, "__module__": "__main__", **(more or {})}), **options)
        return cls.__doc__, cls.__match_args__, cls.__hash__ is None
    tried(make)


built({"a": int, "b": int}, {"a": 1})
built({"a": int, "b": int}, {"b": 1}, order=True, frozen=True)
built({"a": list}, {"a": []})
built({"a": "ClassVar[int]", "b": int, "c": "InitVar[str]"}, {"a": 1})
built({"a": ClassVar[int]}, {"a": field(default_factory=int)})
built({"a": InitVar[int]}, {"a": field(default_factory=int)})
built({"a": ClassVar[int]}, {"a": field(kw_only=True)})
built({"a": int, "_": KW_ONLY, "b": int, "__": KW_ONLY})
built({"a": int, "_": KW_ONLY, "b": int, "c": int}, {"a": 1, "c": field(default=3, kw_only=False)})
built({}, {"a": field()})
built({"a": int}, order=True, eq=False)
built({"a": int}, {"__lt__": lambda *_: True}, order=True)
built({"a": int}, {"__setattr__": 1}, frozen=True)
built({"a": int}, {"__hash__": lambda self: 1}, unsafe_hash=True)
built({"a": int}, {"__hash__": lambda self: 1})
built({"a": int}, {"__hash__": None}, frozen=True)
built({"a": int}, {"__slots__": ()}, slots=True)
built({"a": int}, weakref_slot=True)
built({"a": int}, weakref_slot=True, slots=True)
built({"self": int}, init=True)
built({"a": list[int], "b": dict[str, Any], "c": Any}, {"b": field(default_factory=dict), "c": None}, kw_only=True)
built({"a": int}, {"__doc__": "told"}, init=False, match_args=True)


@dataclass
class Loose:
    a: int = 1


@dataclass(frozen=True)
class Tight:
    a: int = 1


@dataclass(frozen=True)
class Empty:
    pass


built({"b": int}, bases=(Loose,), frozen=True)
built({"b": int}, bases=(Tight,))
built({"b": int}, {"b": 2}, bases=(Tight,), frozen=True)
tried(lambda: setattr(Tight(), "a", 2))
tried(lambda: delattr(Tight(), "a"))
tried(lambda: setattr(Tight(), "b", 2))
tried(lambda: setattr(Empty(), "b", 2))
print(issubclass(FrozenInstanceError, AttributeError), InitVar[int], InitVar[list[int]], InitVar(str), dataclasses.KW_ONLY is KW_ONLY)
tried(lambda: field(default=1, default_factory=int))
print(field(default=1, metadata={"unit": "s"}, repr=False))
print(*[repr(each).replace(repr(MISSING), "MISSING") for each in fields(Tight)])
print(Tight.__dataclass_params__)
tried(lambda: Field[int])


class Named:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)

    def __get__(self, instance, owner=None):
        return 7


@dataclass
class Described:
    x: int = Named()
    y: int = field(default=Named())


print(Described(), Described(3, 4))
for what in (1, int, "x"):
    tried(lambda: fields(what))
    tried(lambda: asdict(what))
    tried(lambda: astuple(what))
    tried(lambda: replace(what))
tried(lambda: asdict(Loose))
tried(lambda: replace(Loose, a=1))
print(is_dataclass(Loose), is_dataclass(Loose()), is_dataclass(1), is_dataclass(list[int]))


@dataclass
class Part:
    n: int
    tags: list = field(default_factory=list)


Point = namedtuple("Point", "x y")


class Names(list):
    pass


@dataclass
class Whole:
    parts: Any
    other: Any


whole = Whole([Part(1, ["a"]), (Part(2), {Part.__name__: Part(3)})], {"p": Point(Part(4), 5), "d": defaultdict(list, k=[Part(6)]), "o": OrderedDict(z=Part(7)), "n": Names([Part(8)]), "s": {9}, (1, 2): b"x"})
print(asdict(whole))
print(astuple(whole))
print(asdict(Part(1, [2]), dict_factory=lambda pairs: sorted(pairs, reverse=True)), astuple(Part(1, [Part(2)]), tuple_factory=list))
copied = asdict(whole)["other"]["s"]
print(copied is whole.other["s"], type(asdict(whole)["other"]["d"]), asdict(whole)["other"]["d"].default_factory)


@dataclass
class Started:
    a: int
    b: InitVar[int]
    c: InitVar[int] = 3
    d: int = field(init=False)
    e: ClassVar[int] = 9

    def __post_init__(self, b, c):
        self.d = b * 10 + c


made = Started(1, 2)
print(made, fields(made)[1].name, [f.name for f in Started.__dataclass_fields__.values()])
tried(lambda: replace(made, a=5))
tried(lambda: replace(made, b=5))
tried(lambda: replace(made, b=5, d=6))
tried(lambda: replace(made, b=5, nothing=6))
tried(lambda: made.__replace__(a=9, b=1, c=1))
for items, more in ((["x", ("y", int), ("z", int, 5)], {}), (["x", "x"], {}), (["class"], {}), (["1x"], {}), ([("a", int, 1, 2)], {}), ([3], {}), ([(3, int)], {}),
                    (["x"], {"bases": (Loose,), "namespace": {"twice": lambda self: self.x * 2}, "frozen": False, "module": "elsewhere"})):
    def make():
        cls = make_dataclass("Made", items, **more)
        return cls.__doc__, cls.__module__, cls.__annotations__, cls.__mro__[1:-1]
    tried(make)
tried(lambda: make_dataclass("Made", [("a", int, 1), ("b", int)]))
tried(lambda: make_dataclass("Made", ["x"], namespace={"twice": lambda self: self.x * 2})(4).twice())
tried(lambda: Started())
tried(lambda: Started(1, 2, 3, 4))
tried(lambda: Loose(1) < Loose(2))
print(Loose(1) == Loose(1), Loose(1) == Tight(1), Tight(1) != Tight(2), hash(Tight(3)) == hash((3,)), hash(Empty()) == hash(()))
print(Loose.__init__.__qualname__, Loose.__eq__.__qualname__, Loose.__init__.__annotations__, dataclass, dataclass()(type("C", (), {})).__name__)
