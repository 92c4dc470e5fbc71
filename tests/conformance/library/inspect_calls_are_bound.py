# What a call would give to each parameter, and what it is told that gives the wrong ones.
import inspect


class Shop:
    def __init__(self, name, *, open=True):
        self.name = name

    def sell(self, what, count=1, /, *rest, price, tax=0.2, **notes):
        pass


def plain(a, b, c=1):
    pass


def named(a, *, b, c, d=4):
    pass


shop = Shop("corner")
calls = [(shop.sell, ("tea",), {"price": 3}), (shop.sell, ("tea", 2, "x", "y"), {"price": 3, "gift": True}),
         (plain, (1, 2, 3, 4), {}), (plain, (1,), {}), (plain, (), {}), (plain, (1, 2), {"q": 1}), (plain, (1, 2), {"a": 1}),
         (plain, (), {"a": 1, "c": 2}), (named, (1,), {}), (named, (), {"b": 1}), (named, (1, 2), {"b": 1, "c": 2}),
         (named, (1,), {"b": 1, "c": 2}), (lambda x: x, (), {}), (lambda x: x, (1, 2), {})]
for function, args, kwargs in calls:
    try:
        values = inspect.getcallargs(function, *args, **kwargs)
        print({name: value for name, value in values.items() if name != "self"})
    except TypeError as error:
        print("getcallargs:", error)
    try:
        print(inspect.signature(function).bind(*args, **kwargs))
    except TypeError as error:
        print("bind:", error)

print(inspect.getfullargspec(shop.sell))
print(inspect.getfullargspec(Shop))
for wrong in (3, iter):
    try:
        inspect.getfullargspec(wrong)
    except TypeError as error:
        print(error)

P = inspect.Parameter
for parameters in ([P("a", P.POSITIONAL_ONLY, default=1), P("b", P.POSITIONAL_OR_KEYWORD)],
                   [P("a", P.POSITIONAL_ONLY), P("a", P.POSITIONAL_ONLY)],
                   [P("a", P.KEYWORD_ONLY), P("b", P.VAR_POSITIONAL)]):
    try:
        inspect.Signature(parameters)
    except ValueError as error:
        print(error)
for name in ("class", "two words"):
    try:
        P(name, P.KEYWORD_ONLY)
    except ValueError as error:
        print(error)
print(P("x", P.KEYWORD_ONLY).default is P.empty, inspect.Signature.empty)
