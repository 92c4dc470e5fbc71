# def f[T](...): type parameters live in a scope of their own around the function; bounds are computed when somebody asks.
def first[T](items: list[T]) -> T:
    return items[0]


def longest[T: (str, bytes), *Ts, **P](one: T, *rest: *Ts) -> T:
    return max(one, *rest, key=len)


def bounded[N: Later = int](n: N = 5, *, scale: N = 2):
    """It has a docstring, too."""
    return n * scale


print(first([3]), longest("a", "bcd"), bounded(), bounded(scale=10), bounded.__doc__)
print(first.__type_params__, longest.__type_params__, first.__annotations__, longest.__annotations__)
print(bounded.__defaults__, bounded.__kwdefaults__, bounded.__qualname__, first.__code__.co_name)
(N,) = bounded.__type_params__
try:
    N.__bound__
except NameError as error:
    print("before:", error)
Later = float
print("after:", N.__bound__, N.__default__, N.__constraints__, N.__name__, N.has_default(), type(N), N.__module__)
T, Ts, P = longest.__type_params__
print(T.__constraints__, T.__bound__, Ts, P, P.args, P.kwargs, P.args.__origin__ is P, T.__infer_variance__, T.__covariant__, list(Ts))
try:
    T
    print(T is longest.__type_params__[0])
    print(first.T)
except AttributeError as error:
    print(error)


async def later[R](value: R) -> R:
    return value


def values[Y](up_to: Y):
    yield from range(up_to)


print(list(values(3)), values.__type_params__, later.__type_params__)
later(1).close()
for wrong in (lambda: T(), lambda: setattr(T, "__name__", "x"), lambda: isinstance(1, T), lambda: hash(T) == hash(T), lambda: T | None, lambda: None | T, lambda: type(T)("A", int), lambda: type(T)(1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
