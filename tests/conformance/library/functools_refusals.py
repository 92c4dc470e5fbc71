# What functools refuses, and what its decorators leave on the functions they give back.
import functools
from abc import ABC, abstractmethod
from functools import cached_property, lru_cache, partial, partialmethod, singledispatch, singledispatchmethod, update_wrapper, wraps


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error, "|", type(error.__context__).__name__, error.__suppress_context__)


def plain(a: int, b=2):
    "told"
    return a, b


plain.mark = 1
for make in (lambda: wraps(plain)(lambda: 0).__name__, lambda: wraps(plain)(lambda: 0).mark, lambda: update_wrapper(lambda: 0, 3).__wrapped__, lambda: update_wrapper(3, plain), lambda: update_wrapper(lambda: 0, plain, updated=("nothing",)),
             lambda: wraps(plain, assigned=("__doc__",), updated=())(lambda: 0).__doc__, lambda: update_wrapper(lambda: 0, partial(plain)).__wrapped__.func is plain):
    tried(make)
for size in 2, 0, -3, None, 1.5, "x":
    tried(lambda: lru_cache(size)(plain).cache_parameters())
    tried(lambda: lru_cache(size, True)(plain).cache_info())
tried(lambda: lru_cache(plain).cache_parameters())
tried(lambda: lru_cache(plain, 3))
tried(lambda: functools.cache(plain).cache_parameters())
tried(lambda: (lru_cache(plain).__wrapped__ is plain, lru_cache(plain)(1), lru_cache(plain).__name__, lru_cache(plain).mark))
tried(lambda: functools.cache(plain)([]))


class Cell:
    alive = False

    def set(self, state, *rest, **more):
        self.alive = state
        return state, rest, more

    on = partialmethod(set, True, 1, x=2)
    more = partialmethod(on, 3, y=4)
    kind = partialmethod(classmethod(lambda cls, *a: (cls.__name__, a)), 5)
    fixed = partialmethod(staticmethod(lambda *a: a), 6)
    called = partialmethod(partial(plain, b=9))


cell = Cell()
for make in (lambda: cell.on(), lambda: cell.on(7, z=8), lambda: cell.more(7), lambda: Cell.on(cell), lambda: cell.kind(), lambda: Cell.kind(1), lambda: cell.fixed(1), lambda: cell.on.__self__ is cell, lambda: partialmethod(3),
             lambda: Cell.__dict__["more"].args, lambda: Cell.__dict__["more"].keywords, lambda: Cell.__dict__["on"].__isabstractmethod__, lambda: type(partialmethod[int]).__name__, lambda: partialmethod(), lambda: Cell.on()):
    tried(make)


class Base(ABC):
    @abstractmethod
    def f(self): ...

    g = partialmethod(f)

    @cached_property
    @abstractmethod
    def h(self): ...


tried(lambda: Base())


@singledispatch
def shown(x, *rest):
    return "object", rest


@shown.register
def _(x: int | str, *rest):
    return "int or str", rest


@shown.register(list)
@shown.register(tuple)
def listed(x, *rest):
    return "listed", rest


shown.register(float, lambda x: "float")
for make in (lambda: shown(1, 2), lambda: shown("a"), lambda: shown([]), lambda: shown(()), lambda: shown(1.0), lambda: shown(None), lambda: shown(True), lambda: shown(), lambda: shown.dispatch(bool)(3), lambda: shown.dispatch(dict)(3),
             lambda: [getattr(each, "__name__", each) for each in shown.registry], lambda: shown.register(3), lambda: shown.register(3, plain), lambda: shown.register(list[int])(plain),
             lambda: shown.register(plain) is plain, lambda: shown(3), lambda: type(shown.registry).__name__, lambda: shown._clear_cache(), lambda: shown.__name__, lambda: listed.__name__):
    tried(make)


def wrong(x: "list[int]"): ...


tried(lambda: shown.register(wrong))


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError(f"cannot negate {arg!r}")

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register(bool)
    @classmethod
    def _(cls, arg):
        return cls.__name__, not arg


for make in (lambda: Negator().neg(3), lambda: Negator().neg(True), lambda: Negator().neg("x"), lambda: Negator().neg(), lambda: Negator.neg(True), lambda: Negator().neg.__name__, lambda: singledispatchmethod(3),
             lambda: Negator.__dict__["neg"].__isabstractmethod__, lambda: callable(Negator().neg.register)):
    tried(make)


class Data:
    count = 0

    @cached_property
    def value(self):
        "computed"
        self.count += 1
        return self.count

    @cached_property
    def fails(self):
        raise KeyError("inside")

    free = cached_property(lambda self: 1)


class Slotted:
    __slots__ = ()
    value = cached_property(lambda self: 1)


data = Data()
for make in (lambda: (data.value, data.value, data.__dict__), lambda: data.__dict__.pop("value") and data.value, lambda: data.fails, lambda: Data.value.attrname, lambda: Data.value.__doc__, lambda: Slotted().value, lambda: Data.free.__module__,
             lambda: type("Twice", (), {"a": Data.value, "b": 1}), lambda: cached_property(plain).__get__(data), lambda: type(cached_property[int]).__name__, lambda: Data.value.__set_name__(Data, "value"), lambda: cached_property(plain).__get__(None)
             .func is plain):
    tried(make)
