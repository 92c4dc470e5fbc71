# typing: what forms look like when they are printed, what they hold, and the classes that do something.
import typing
from typing import (Annotated, Any, Callable, ClassVar, Dict, Final, Generic, Iterable, List, Literal, NamedTuple, NewType, Optional, Protocol,
                    Tuple, Type, TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable)

T = TypeVar("T")
K = TypeVar("K", bound=int)
print(Optional[int], Union[int, str, None], List[int], Dict[str, List[int]], Tuple[int, ...], Callable[[int, str], bool], Callable[..., Any], Type[int])
print(Literal["a", 1], Annotated[int, "meta"], Any, ClassVar[int], Final, Iterable[T], T, TypeVar("C", covariant=True), K.__bound__)
print(Union[int, int], Union[int, Union[str, int]], Optional[Union[int, str]], Union[int, str] == Union[str, int], int | None, Optional[int] == (int | None))
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(int), get_args(Literal["a", "b"]))
print(List[T][int], Dict[str, T][int], list[int], get_origin(list[int]), typing.List, typing.Callable)


class Box(Generic[T]):
    def __init__(self, item: T): self.item = item


class Pair(Box[K], Generic[K, T]):
    pass


print(Box[int], Box[int](5).item, Box.__parameters__, Pair.__parameters__, Box.__orig_bases__, Box.__mro__[1:], Box[int](1).__orig_class__)


class Employee(NamedTuple):
    name: str
    id: int = 3

    def hello(self): return f"hi {self.name}"


print(Employee("Ada"), Employee("Bo", 7).hello(), Employee._fields, Employee.__annotations__, Employee._field_defaults)


class Movie(TypedDict, total=False):
    title: str
    year: int


print(Movie(title="x"), Movie.__annotations__, Movie.__total__, sorted(Movie.__optional_keys__), type(Movie(year=1)))


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self): pass


print(isinstance(Door(), Closes), isinstance(3, Closes), issubclass(Door, Closes))
UserId = NewType("UserId", int)
print(UserId(5), UserId, cast(str, 3), typing.TYPE_CHECKING)


def hinted(a: "int", b: Optional[str] = None, *c: float) -> List["Box"]: ...


print(get_type_hints(hinted), hinted.__annotations__)


@overload
def two(x: int) -> int: ...
def two(x): return x


print(two(1))
for wrong in (lambda: Any(), lambda: Box[int, str], lambda: Union[()], lambda: Closes(), lambda: isinstance(1, List[int]), lambda: List[int, str],
              lambda: Optional[int, str], lambda: isinstance([], typing.Union), lambda: Employee()):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
