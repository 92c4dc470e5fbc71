# The names of typing that annotations have been made of for years, and what they stand for.
import typing
from typing import (IO, AbstractSet, AnyStr, AsyncContextManager, AsyncIterable, BinaryIO, ByteString, Collection, Container, DefaultDict, ItemsView,
                    KeysView, Mapping, MappingView, Match, MutableMapping, MutableSequence, MutableSet, NoDefault, Pattern, ReadOnly, Reversible,
                    Sequence, Set, Sized, SupportsBytes, SupportsComplex, SupportsFloat, SupportsIndex, TextIO, TypedDict, TypeIs, ValuesView)


class Settings(TypedDict):
    name: ReadOnly[str]
    size: int


def is_text(value: object) -> TypeIs[str]:
    return isinstance(value, str)


def read(source: TextIO, raw: BinaryIO, any_of_them: IO[AnyStr], words: Sequence[str], table: Mapping[str, int],
         found: Match[str], pattern: Pattern[bytes], names: Set[str], seen: AbstractSet[int], groups: DefaultDict[str, list[int]]) -> None:
    pass


for name, hint in typing.get_type_hints(read).items():
    print(name, hint, typing.get_origin(hint), typing.get_args(hint))
for alias in (AsyncContextManager[int], AsyncIterable[int], Collection[str], Container[int], ItemsView[str, int], KeysView[str], ValuesView[int],
              MutableMapping[str, int], MutableSequence[int], MutableSet[int], Reversible[int], ByteString, Sized, MappingView):
    print(alias, typing.get_origin(alias))
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance({}.keys(), KeysView), isinstance("", Sized))
print(isinstance(3, SupportsIndex), isinstance(3.5, SupportsFloat), isinstance(3, SupportsComplex), isinstance("x", SupportsBytes),
      isinstance({1}, MutableSet), isinstance((), Reversible), isinstance(3, Container), isinstance([], MutableSequence))
print(Settings.__readonly_keys__, Settings.__mutable_keys__, is_text("a"), typing.get_type_hints(is_text)["return"])
P = typing.ParamSpec("P")
print(isinstance(P.args, typing.ParamSpecArgs), isinstance(P.kwargs, typing.ParamSpecKwargs), P.args.__origin__ is P)
print(typing.TypeVar("T").__default__ is NoDefault, NoDefault, typing.TypeVar("D", default=int).__default__, AnyStr.__constraints__)
