# Subscribing a generic again puts the argument in the place of its type variable, as deep as it is.
from typing import Annotated, Callable, Concatenate, Generic, Literal, Optional, ParamSpec, Tuple, TypeVar, TypeVarTuple, Union, get_args, get_origin

X = TypeVar("X")
Y = TypeVar("Y", default=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Two(Generic[X, Y]):
    pass


class Call(Generic[P]):
    pass


class Many(Generic[*Ts, X]):
    pass


print(list[X][int], dict[X, Y][int], dict[X, list[X]][str], dict[X, Y].__parameters__, (list[X] | int)[str], (X | None)[int])
print(Two[str], Two[X, list[Y]][int, bool], Two[X, int].__parameters__, Two[X, int][str])
print(Callable[P, X][[int, str], bool], Callable[P, X][..., bool], Callable[Concatenate[int, P], X][[str], bool], Callable[[X, Y], int][str, bool])
print(Call[int], Call[int, str], Call[[int, str]], Call[...], Call[P][int, str])
print(Many[int], Many[int, str, bool], Many[*tuple[int, ...], bool], Many[*tuple[int, str], bool].__args__)
print(Tuple[X, ...][int], Union[X, int][str], Optional[X][int], Annotated[X, 1][int], tuple[()], list[None], list[[int, str]])
print(get_args(Callable[[int], str]), get_origin(list[int]), get_args(Two[int, str]), list[int] | None)
print(repr(TypeVar("A", covariant=True)), repr(TypeVar("A", contravariant=True)), repr(TypeVar("A", infer_variance=True)), P, Ts, TypeVar("B", bound="X").__bound__, TypeVar("C", int, str).__constraints__)
for wrong in (lambda: list[int][str], lambda: list[X][int, str], lambda: Two[()], lambda: Many[()], lambda: Literal[1][2], lambda: TypeVar("A", int), lambda: TypeVar("A", int, str, bound=int),
              lambda: TypeVar("A", covariant=True, contravariant=True), lambda: Generic[int], lambda: Generic[X, X], lambda: isinstance([], list[int]), lambda: issubclass(int, list[int]), lambda: TypeVar(), lambda: type("T", (X,), {})):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
    except ValueError as error:
        print("ValueError", error)


class Numbers(list[int]):
    pass


print(Numbers([1]), Numbers.__mro__, Numbers.__orig_bases__, list[int]([3]), list[int].__name__, dict[str, int].fromkeys("a"))
