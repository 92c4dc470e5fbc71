# inspect: what each test says of each kind of thing, parameters and their texts, bound arguments split again, formats of every order of kinds.
import asyncio
import functools
import inspect
import sys
import types
import typing


class Data:
    def __get__(self, instance, owner=None):
        return 1

    def __set__(self, instance, value):
        pass


class Deleted:
    def __get__(self, instance, owner=None):
        return 1

    def __delete__(self, instance):
        pass


class Got:
    def __get__(self, instance, owner=None):
        return 1


class Thing:
    def method(self):
        pass

    @property
    def value(self):
        return 1

    @staticmethod
    def alone():
        pass

    @classmethod
    def made(cls):
        pass


async def coroutine():
    pass


def generator():
    yield


async def agen():
    yield


@types.coroutine
def old():
    yield


class Waits:
    def __await__(self):
        yield


try:
    raise ValueError
except ValueError as error:
    place = error.__traceback__
running = coroutine()
things = {"class": Thing, "function": generator, "method": Thing().method, "unbound": Thing.method, "classmethod": Thing.made, "static": vars(Thing)["alone"], "property": vars(Thing)["value"], "module": sys,
          "len": len, "append": [].append, "str.join": str.join, "object.__init__": object.__init__, "().__len__": ().__len__, "generator": generator(), "coroutine": running, "agen": agen(), "old": old(),
          "waits": Waits(), "frame": place.tb_frame, "traceback": place, "code": generator.__code__, "data": Data(), "deleted": Deleted(), "got": Got(), "partial": functools.partial(generator), "five": 5, "lambda": lambda: 0}
tests = [inspect.ismodule, inspect.isclass, inspect.ismethod, inspect.isfunction, inspect.isbuiltin, inspect.isroutine, inspect.isgenerator, inspect.iscoroutine, inspect.isasyncgen, inspect.isawaitable, inspect.iscode, inspect.isframe,
         inspect.istraceback, inspect.isdatadescriptor, inspect.ismethoddescriptor, inspect.ismethodwrapper, inspect.isabstract, inspect.iscoroutinefunction, inspect.isgeneratorfunction, inspect.isasyncgenfunction]
for name, thing in things.items():
    print(name, [test.__name__[2:] for test in tests if test(thing)])
running.close()
print([str(inspect.signature(test)) for test in tests[:6]], inspect.isclass.__qualname__)

kinds = list(inspect._ParameterKind)
print(kinds, [str(kind) for kind in kinds], [kind.description for kind in kinds], inspect.Parameter.KEYWORD_ONLY > 1, inspect.Parameter.VAR_KEYWORD.name)
for kind in kinds:
    for more in ({}, {"annotation": int}, {"default": 1}, {"annotation": "text", "default": "d"}, {"annotation": typing.Optional[list[int]]}, {"annotation": list[int]}, {"annotation": Thing}):
        try:
            print(inspect.Parameter("p", kind, **more), end=" | ")
        except ValueError as error:
            print(error, end=" | ")
    print()
p = inspect.Parameter("p", 1, default=2)
print(repr(p), p == inspect.Parameter("p", inspect.Parameter.POSITIONAL_OR_KEYWORD, default=2), p == p.replace(default=3), p == 5, hash(p) == hash(p.replace()), p.replace(kind=3, annotation=int), p.kind, p.default, p.annotation is p.empty)
for wrong in ((5, 1), ("1", 1), ("p", 9), ("p", "positional-only")):
    try:
        inspect.Parameter(*wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print([inspect.formatannotation(each) for each in (int, Thing, typing.Any, typing.Union[int, "Thing"], list[typing.Any], int | None, "text", None, type(None))], inspect.formatannotation(Thing, "__main__"))


def a(x, /, y, *z, w=1, **k): pass
def b(x, /): pass
def c(*, w, v: int = 2): pass
def d(x, /, *, w): pass
def e(*z, w) -> typing.List[int]: pass
def f(): pass
def h(x=0, y=0, /): pass
def g(x=1, /, y=2, *, w=3, **k) -> None: pass


for function in (a, b, c, d, e, f, g):
    signature = inspect.signature(function)
    print(signature, repr(signature), repr(signature.format(max_width=12)), signature == inspect.signature(function), hash(signature) == hash(inspect.signature(function)))
for args, kwargs in (((1, 2, 3, 4), {"w": 5, "q": 6}), ((1,), {"y": 2}), ((1, 2), {}), ((1, 2), {"k": 3})):
    bound = inspect.signature(a).bind(*args, **kwargs)
    print(bound, bound.args, bound.kwargs, bound.signature == inspect.signature(a))
    bound.apply_defaults()
    print(bound.arguments, bound.args, bound.kwargs)
partial = inspect.signature(g).bind_partial(y=5, w=1)
print(partial, partial.args, partial.kwargs, partial == inspect.signature(g).bind_partial(y=5, w=1), partial == 5)
del partial.arguments["w"]
print(partial.args, partial.kwargs)
for function, args, kwargs in ((b, (), {}), (b, (), {"x": 1}), (c, (), {}), (c, (1,), {"w": 1}), (g, (1, 2), {"y": 3}), (f, (), {"q": 1}), (h, (), {"x": 1}), (h, (5,), {"y": 1}), (g, (), {"x": 2}), (d, (1,), {})):
    try:
        print(inspect.signature(function).bind(*args, **kwargs))
    except TypeError as error:
        print("TypeError", error)
