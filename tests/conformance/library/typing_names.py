# typing: the names are for a checker; at run time they are objects that can be looked into, and a few do something.
import collections
import re
import typing
from typing import *

# The old names stand for the builtin and collections classes, subscripted or not.
for alias in (typing.List[int], typing.Dict[str, int], Set[int], FrozenSet[int], Deque[int], DefaultDict[str, int], typing.OrderedDict[str, int], typing.Counter[str], typing.ChainMap[str, int],
              AbstractSet[int], Collection[int], Container[int], Sequence[int], MutableSequence[int], Mapping[str, int], MutableMapping[str, int], MutableSet[int], MappingView, KeysView[str], ItemsView[str, int],
              ValuesView[int], Iterable[int], Iterator[int], Reversible[int], Generator[int, str, None], Generator[int], AsyncGenerator[int, None], AsyncIterable[int], AsyncIterator[int], Awaitable[int],
              ContextManager[int], AsyncContextManager[int], Hashable, Sized, Pattern[str], Match[bytes]):
    print(alias, get_origin(alias), get_args(alias), sep=" ; ")
print(typing.List is list, typing.List[int] == list[int], isinstance([], typing.List), issubclass(dict, Mapping), isinstance(re.compile(""), Pattern), typing.Deque() if False else collections.deque())
for failing in (lambda: isinstance([], typing.List[int]), lambda: typing.List(), lambda: typing.Deque(), lambda: Any(), lambda: Union[()], lambda: Optional[int, str], lambda: Generator[()], lambda: Dict[str],
                lambda: type("X", (Union[int, str],), {}), lambda: Literal(), lambda: ClassVar[int, str], lambda: NoReturn[int], lambda: TypeVar("T", int), lambda: TypeVar("T", covariant=True, contravariant=True),
                lambda: isinstance(5, Any), lambda: Annotated[int], lambda: Unpack[int, str], lambda: Required[int, str], lambda: Callable[int], lambda: Tuple[..., int], lambda: Final[int][str]):
    try:
        print("made", failing())
    except (TypeError, ValueError) as error:
        print(error)

# Special forms, each with its repr.
print(Any, NoReturn, Never, LiteralString, Self, TypeAlias, Required[int], NotRequired[str], ReadOnly[int], TypeGuard[int], TypeIs[int], Unpack[Tuple[int, str]], Concatenate[int, ...], Final, ClassVar[int])
print(AnyStr, AnyStr.__constraints__, NoDefault, TypeVar("T").__default__, TypeVar("T", default=int).__default__, TypeVarTuple("Ts").has_default(), ParamSpec("P").has_default(), TypeVar("B", bound=str).__bound__)
P = ParamSpec("P")
print(P.args, P.kwargs, type(P.args) is ParamSpecArgs, isinstance(P.kwargs, ParamSpecKwargs), P.args.__origin__ is P, P.args == P.args)
print(ForwardRef("int"), ForwardRef("int") == ForwardRef("int"), List["Later"], get_args(List["Later"])[0].__forward_arg__, ByteString.__name__, Text is str, IO[str], TextIO, BinaryIO)

# The Supports classes ask for one method each.
print([kind.__name__ for kind in (SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt, SupportsRound) if isinstance(1.5, kind)])
print([kind.__name__ for kind in (SupportsAbs, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, SupportsInt, SupportsRound) if issubclass(int, kind)])


# What decorators leave behind.
@final
class Last:
    @final
    def method(self):
        pass

    @override
    def __repr__(self):
        return "last"


print(Last.__final__, Last.method.__final__, Last.__repr__.__override__, type("Below", (Last,), {}).__name__)


@overload
def twice(value: int) -> int: ...
@overload
def twice(value: str) -> str: ...
def twice(value):
    return value * 2


print(twice("ab"), [each.__annotations__ for each in get_overloads(twice)], clear_overloads(), get_overloads(twice))


@overload
def only(value): ...


try:
    only(1)
except NotImplementedError as error:
    print(error)


@no_type_check
def untyped(a: "nonsense here"):
    pass


@dataclass_transform(kw_only_default=True)
class Model:
    pass


print(get_type_hints(untyped), Model.__dataclass_transform__["kw_only_default"], Model.__dataclass_transform__["field_specifiers"])


@runtime_checkable
class Closes(Protocol):
    name: str

    def close(self): ...


class Plain(Protocol):
    def run(self): ...


print(is_protocol(Closes), is_protocol(int), sorted(get_protocol_members(Closes)), isinstance(open, Closes))
for failing in (lambda: isinstance(5, Plain), lambda: issubclass(int, Closes), lambda: Closes(), lambda: get_protocol_members(int), lambda: assert_never(5), lambda: runtime_checkable(Last), lambda: Protocol()):
    try:
        print(failing())
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, error)
print(assert_type([1], str), reveal_type(5), cast(str, 5))


class Movie(TypedDict, total=False):
    title: Required[str]
    year: ReadOnly[int]


class Series(Movie):
    seasons: NotRequired[int]


film = Series(title="x", extra=1)
print(film, type(film), is_typeddict(Series), is_typeddict(dict), Series.__required_keys__, sorted(Series.__optional_keys__), Series.__readonly_keys__, Series.__total__, get_type_hints(Series), get_type_hints(Series, include_extras=True))
try:
    isinstance(film, Series)
except TypeError as error:
    print(error)


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


print(Point(1), Point._fields, Point._field_defaults, Point.__annotations__, Point(3, -4).norm(), Point(1)._replace(y=5), NamedTuple("Pair", [("a", int)])(1), Point.__orig_bases__)
