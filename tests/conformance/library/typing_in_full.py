from __future__ import annotations
import typing
from typing import (Any, Callable, ClassVar, Concatenate, Final, Generic, Iterable, Literal, NamedTuple, NewType, NoReturn, NotRequired,
                    Optional, ParamSpec, Protocol, Required, Self, TypeAlias, TypedDict, TypeGuard, TypeVar, TypeVarTuple, Union, Unpack,
                    Annotated, cast, final, get_args, get_origin, get_type_hints, overload, runtime_checkable, assert_never, TYPE_CHECKING, LiteralString, Never, reveal_type, is_typeddict, override)
from collections.abc import Mapping, Sequence
import dataclasses
import enum

T = TypeVar("T", bound="Comparable")
K = TypeVar("K")
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
UserId = NewType("UserId", int)
Json: TypeAlias = "Union[dict[str, Json], list[Json], str, int, None]"


@runtime_checkable
class Comparable(Protocol):
    def __lt__(self, other: Any) -> bool: ...


class SupportsClose(Protocol):
    name: str

    def close(self) -> None: ...


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int
    rating: NotRequired[float]


class Point(NamedTuple):
    x: int
    y: int = 0

    @property
    def norm(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** .5


class Stack(Generic[K]):
    limit: ClassVar[int] = 10
    name: Final = "stack"

    def __init__(self, items: Iterable[K] = ()) -> None:
        self._items: list[K] = list(items)

    def push(self, item: K) -> Self:
        self._items.append(item)
        return self

    @overload
    def pop(self) -> K: ...
    @overload
    def pop(self, n: int) -> list[K]: ...
    def pop(self, n: Optional[int] = None):
        if n is None:
            return self._items.pop()
        return [self._items.pop() for _ in range(n)]


@final
class Color(enum.Enum):
    RED = "r"
    GREEN = "g"

    @classmethod
    def parse(cls, s: str) -> Color:
        return cls(s)


def name_of(c: Color) -> str:
    if c is Color.RED:
        return "red"
    elif c is Color.GREEN:
        return "green"
    else:
        assert_never(c)


def logged(fn: Callable[Concatenate[str, P], K]) -> Callable[P, K]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> K:
        return fn("log", *args, **kwargs)
    return inner


@logged
def greet(prefix: str, name: str, *, times: int = 1) -> str:
    return f"{prefix}: " + ", ".join([name] * times)


def largest(xs: Sequence[T]) -> T:
    best = xs[0]
    for x in xs[1:]:
        if best < x:
            best = x
    return best


class Base:
    def run(self) -> None: ...


class Derived(Base):
    @override
    def run(self) -> None:
        print("derived")


print(largest([3, 1, 2]), greet("bob", times=2), UserId(5), UserId, UserId.__supertype__)
print(isinstance(3, Comparable), isinstance(object(), Comparable), Movie.__required_keys__ == {"title"}, sorted(Movie.__optional_keys__), Movie.__total__)
m: Movie = {"title": "x"}
print(m, is_typeddict(Movie), Movie(title="a", year=3), type(m))
print(Point(3, 4).norm, Point(1)._asdict(), Point.__annotations__, Point._field_defaults, Point(1)._replace(y=9))
s = Stack[int]([1, 2]).push(3)
print(s.pop(2), s.pop(), Stack[int], Stack[int].__origin__, Stack.__parameters__)
print(get_type_hints(Stack.push), get_type_hints(Movie), get_type_hints(greet) if 0 else "")
print(get_type_hints(Movie, include_extras=True))
print(Optional[int], Union[int, str, None], int | None, Literal["a", 1], Annotated[int, "m"], Callable[[int], str], Callable[..., Any], tuple[int, ...], list["Point"], dict[str, list[int]])
print(get_origin(Annotated[int, 1]), get_args(Callable[[int, str], bool]), get_origin(list[int]), get_args(Literal[1, 2]), get_origin(Optional[int]), get_args(int | str))
print(Derived.run.__override__, Color.parse("g"), name_of(Color.RED), Color.__final__, typing.get_overloads(Stack.pop))
try:
    SupportsClose()
except TypeError as e:
    print(e)
try:
    isinstance(3, SupportsClose)
except TypeError as e:
    print(e)
try:
    name_of("blue")
except AssertionError as e:
    print(e)
try:
    class Bad(Generic[K], Generic[K]): pass
except TypeError as e:
    print(e)
print(P, P.args, Ts, Unpack[Ts], T, T.__bound__, Concatenate[int, P], TypeGuard[int], Never, LiteralString, Self, Any, NoReturn)
x = reveal_type(cast(int, "a"))

def first[A, *B, **C](a: A, *b: *B) -> A: return a
class Box[X: int = bool]:
    value: X
type Pair[Q] = tuple[Q, Q]
print(first.__type_params__, Box.__type_params__, Box[int], Pair, Pair.__value__, Pair[int], get_type_hints(Box))
