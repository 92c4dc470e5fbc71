# What the forms of typing refuse and when two of them are equal; the protocols it brings; what annotations become.
import collections.abc
import typing
from typing import (Annotated, Any, AsyncGenerator, Callable, ClassVar, Concatenate, ContextManager, Dict, Final, ForwardRef, FrozenSet, Generator, Generic, List, Literal, NamedTuple, NewType,
                    Optional, ParamSpec, Protocol, Required, Self, SupportsAbs, SupportsInt, SupportsRound, Tuple, Type, TypedDict, TypeVar, Union, Unpack, dataclass_transform, get_args,
                    get_origin, get_type_hints, overload, runtime_checkable)


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
for name in typing.__all__:
    if name not in ("ByteString", "NamedTuple", "TypedDict") and not callable(getattr(typing, name)) or name[0].isupper() and name not in ("ByteString", "NamedTuple", "TypedDict"):
        print(name, getattr(typing, name), end="; ")
print()
for form in Any, Union, Optional, ClassVar, Self, Literal, List, List[int], Union[int, str], Callable[[int], str], Annotated[int, 1], NewType("N", int):
    for use in (lambda: form() if not isinstance(form, NewType) else 0, lambda: isinstance(1, form), lambda: issubclass(int, form), lambda: type("Sub", (form,), {}), lambda: form[3], lambda: form[int, str], lambda: form | None,
                lambda: None | form, lambda: get_origin(form), lambda: get_args(form), lambda: form.__name__, lambda: form.nothing, lambda: form[()], lambda: form[T]):
        tried(use)
print("equal", [[a == b for b in (List[int], list[int], Union[int, str], Union[str, int], int | str, str | int, Literal[1, 2], Literal[2, 1], Literal[True, 2], Annotated[int, 1], Annotated[int, 2], Optional[int], Callable[[int], str],
                                   collections.abc.Callable[[int], str], ForwardRef("x"), ForwardRef("x", module="m"), Tuple[int, ...], tuple[int, ...], List, list)]
                for a in (List[int], Union[str, int], int | str, Literal[1, 2], Annotated[int, 1], Union[int, None], Callable[[int], str], ForwardRef("x"), Tuple[int, ...], List)])
print("hash", hash(Union[int, str]) == hash(Union[str, int]), hash(Literal[1, 2]) == hash(Literal[2, 1]), hash(List[int]) == hash(List[int]), len({Annotated[int, 1], Annotated[int, 1], Annotated[int, 2]}), len({ForwardRef("a"), ForwardRef("a")}))
for make in (lambda: Union[()], lambda: Union[int], lambda: Union[int, None], lambda: Union[None, str], lambda: Union[int, Union[str, int]], lambda: Union[int, "x"], lambda: Union[ClassVar, int], lambda: Union[(int, str), int],
             lambda: Optional[int, str], lambda: Optional[Optional[int]], lambda: Literal["a", 1, None], lambda: Literal[1, 1, True], lambda: Literal[Literal[1], 2], lambda: Annotated[int], lambda: Annotated[Annotated[int, 1], 2],
             lambda: List[int, str], lambda: Dict[int], lambda: Dict[T, int][str], lambda: Dict[T, S][str], lambda: Dict[T, S][int, str], lambda: Tuple[()], lambda: Tuple[int, str, ...], lambda: Tuple[int, ...],
             lambda: Generator[int], lambda: Generator[int, str], lambda: Generator[()], lambda: Generator[1, 2, 3, 4], lambda: AsyncGenerator[int], lambda: ContextManager[int], lambda: Callable[int, str], lambda: Callable[[], None],
             lambda: Callable[..., T][int], lambda: Callable[P, int], lambda: Callable[P, int][[str, int]], lambda: Callable[Concatenate[int, P], str], lambda: Callable[[int]], lambda: Callable, lambda: collections.abc.Callable[[], int],
             lambda: collections.abc.Callable[..., int], lambda: collections.abc.Callable[int, str], lambda: ForwardRef(1), lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()], lambda: Generic, lambda: List[int][str], lambda: Required[int, str], lambda: Final[int],
             lambda: Unpack[tuple[int, str]], lambda: Type[int], lambda: FrozenSet[T], lambda: List["int"], lambda: List[None], lambda: List[...], lambda: List[(int,)], lambda: List[[int]]):
    tried(make)
print([type(made) for made in ([].__class__, Dict)], end=" ")
tried(lambda: Tuple[int]())
tried(lambda: List[int]())


class Box(Generic[T]):
    pass


class Pair(Box[T], Generic[T, S]):
    pass


class Names(List[int]):
    pass


print(Box[int], Box[int]().__orig_class__, Pair[int, str], Pair[int, T].__parameters__, Pair.__mro__, Pair.__orig_bases__, Names.__mro__, Box.__parameters__)
for make in (lambda: Box[int][str], lambda: Pair[int], lambda: Pair[int, str, float], lambda: isinstance(Box(), Box[int]), lambda: Names[int], lambda: Box[T][int], lambda: Box["int"]):
    tried(make)


@runtime_checkable
class Closes(Protocol):
    def close(self):
        ...


@runtime_checkable
class Sized(Protocol):
    size: int


class Silent(Protocol):
    def hush(self): ...


class File:
    size = 3

    def close(self):
        pass


class Never:
    close = None


class Named(Closes):
    pass


print(isinstance(File(), Closes), isinstance(Never(), Closes), issubclass(File, Closes), issubclass(Never, Closes), isinstance(File(), Sized), isinstance(1, Sized), isinstance(Named(), Closes), Named._is_protocol)
for make in (lambda: issubclass(File, Sized), lambda: isinstance(File(), Silent), lambda: issubclass(File, Silent), lambda: issubclass(1, Silent), lambda: Silent(), lambda: type(Protocol)("Bad", (File, Protocol), {}),
             lambda: runtime_checkable(File), lambda: isinstance(3, SupportsInt), lambda: isinstance("3", SupportsInt), lambda: issubclass(float, SupportsAbs), lambda: isinstance(3.5, SupportsRound), lambda: SupportsInt(),
             lambda: SupportsAbs[int], lambda: SupportsRound.__mro__, lambda: SupportsInt.__int__.__qualname__, lambda: type("Mine", (SupportsInt,), {})(), lambda: typing.is_protocol(SupportsInt), lambda: typing.get_protocol_members(SupportsInt),
             lambda: typing.get_protocol_members(File), lambda: sorted(typing.get_protocol_members(Sized)), lambda: isinstance(1, Protocol), lambda: get_type_hints(SupportsInt.__int__), lambda: SupportsRound.__round__.__defaults__):
    tried(make)


class Settings(TypedDict, total=False):
    name: Required[str]
    size: "int"


class Row(NamedTuple):
    a: int
    b: "str" = "x"


@dataclass_transform(kw_only_default=True, field_specifiers=(int,), more=1)
def made(cls):
    return cls


@overload
def both(a: int): ...


print(Settings.__required_keys__, Settings.__optional_keys__, Settings.__annotations__, get_type_hints(Settings), get_type_hints(Settings, include_extras=True), Row.__annotations__, get_type_hints(Row), made.__dataclass_transform__)
for make in (lambda: type(Settings)("Bad", (int,), {}), lambda: type("Bad", (Row, NamedTuple), {}), lambda: both(1), lambda: isinstance({}, Settings), lambda: get_type_hints(3), lambda: NewType("a.B", int).__name__, lambda: NewType("B", int)(3),
             lambda: get_origin(Generic), lambda: get_origin(Generic[T]), lambda: get_origin(P.args), lambda: get_origin(int | str), lambda: get_args(int | str), lambda: get_args(Callable[..., int]), lambda: get_args(Callable[P, int]),
             lambda: get_args(collections.abc.Callable[[int], str]), lambda: get_args(Annotated[int, 2]), lambda: get_args(int), lambda: typing.no_type_check(made) and get_type_hints(made), lambda: Settings(name="n")):
    tried(make)
