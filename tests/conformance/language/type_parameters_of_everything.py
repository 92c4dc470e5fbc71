# PEP 695: `type X = …` is evaluated when somebody looks; a class's and a function's type parameters live in a scope of their own.
from typing import Callable, Generic, TypeAliasType, get_args, get_type_hints

type Vector = list[float]
type Tree[T] = T | list[Tree[T]]    # it may name itself
type Handler[**P, R] = Callable[P, R]
type Row[*Ts] = tuple[int, *Ts]
type Late = undefined_until_asked

print(Vector, type(Vector) is TypeAliasType, Vector.__value__, Vector.__name__, Vector.__type_params__, Vector.__module__)
print(Tree[int], Tree.__type_params__, Tree.__value__, Tree[int].__origin__ is Tree, get_args(Tree[int]), Tree.__parameters__)
print(Handler.__value__, Row[str, bytes], Row.__value__)
try:
    Late.__value__
except NameError as error:
    print(error)
undefined_until_asked = int
print(Late.__value__, isinstance(5, int | str), Vector | None)
for failing in (lambda: isinstance([], Vector), lambda: Vector[int], lambda: Vector(), lambda: setattr(Vector, "__value__", 5), lambda: setattr(Vector, "other", 5)):
    try:
        print(failing())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T: (int, str), *Rest, **P](list):
    kind: T

    def push[U](self, item: U, other: T) -> "Stack[U]":
        return U, T

    def params(self):
        return T, Rest, P


print(first([3]), first.__type_params__, first.__annotations__, first.__type_params__[0].__bound__)
print(Stack.__type_params__, Stack.__orig_bases__, Stack.__mro__[-3:], Stack.__parameters__, Stack.push.__type_params__, Stack().push(1, 2), Stack().params())
T, Rest, P = Stack.__type_params__
print(T.__constraints__, T.__variance__ if hasattr(T, "__variance__") else (T.__covariant__, T.__contravariant__, T.__infer_variance__), P.has_default(), type(T).__name__, type(Rest).__name__, type(P).__name__)


class Bounded[T: "Later" = str]:
    pass


bound = Bounded.__type_params__[0]
try:
    bound.__bound__
except NameError as error:
    print(error)
Later = object
print(bound.__bound__, bound.__default__, bound.has_default(), Bounded[int], issubclass(Bounded, Generic), get_type_hints(first)["return"])

# The names are not those of the module, and not those of the class's body.
try:
    U
except NameError as error:
    print(error)
print("T" in vars(Bounded), [name for name in vars(Stack) if name in ("T", "U", "kind")])


def scopes():
    captured = "of the function"

    class Inner[T]:
        captured = "of the class"
        type Alias = tuple[captured, T]

        def method[S = captured](self):
            return S.__default__

    return Inner


Inner = scopes()
print(Inner.Alias.__value__, Inner.Alias.__type_params__, Inner().method())


def decorated(function):
    print("decorating", function.__name__, function.__type_params__, function.__defaults__)
    return function


@decorated
def with_default[X, *Y](value: X = 5, *rest: *Y) -> X:
    return value


async def asynchronous[X](value: X) -> X:
    return value


import asyncio
print(with_default(), with_default.__qualname__, asyncio.run(asynchronous(7)), (lambda: [item for item in first([[1]])])())
for text in ("type X[T, T] = int", "class A[T=int, U]: pass", "def f[*Ts, *Ts](): pass", "type X = (yield)", "class A[T: (yield)]: pass", "def f[T: (x := 1)](): pass", "type X = await y", "type 5 = int", "def f[**P: int](): pass", "class A[]: pass", "def f[T](): nonlocal T", "type x.y = int"):
    try:
        exec(text)
        print("fine:", text)
    except SyntaxError as error:
        print(text, "->", error.msg, error.offset)
type = type(5)    # a soft keyword is a name elsewhere
print(type)
