# inspect: how far a generator or coroutine has come, what a signature takes, where a frame stands, what a thing is.
import asyncio
import inspect
import sys
import types
from inspect import Parameter, Signature


def generator():
    state.append(inspect.getgeneratorstate(running[0]))
    received = yield 1
    yield received


state, running = [], []
running.append(generator())
print(inspect.getgeneratorstate(running[0]) == inspect.GEN_CREATED, inspect.getgeneratorlocals(running[0]), next(running[0]), state[0] == inspect.GEN_RUNNING, inspect.getgeneratorstate(running[0]) == inspect.GEN_SUSPENDED)
running[0].send("x")
print(inspect.getgeneratorlocals(running[0]), running[0].gi_code.co_name, running[0].gi_yieldfrom, running[0].close(), inspect.getgeneratorstate(running[0]) == inspect.GEN_CLOSED, inspect.getgeneratorlocals(running[0]))


def delegating():
    yield from running[1]


running.append(iter([1]))
outer = delegating()
next(outer)
print(outer.gi_yieldfrom is running[1])


async def waits(local=7):
    await asyncio.sleep(0)
    return inspect.getcoroutinestate(coroutine) == inspect.CORO_RUNNING


async def agen():
    yield 5


async def main():
    print(coroutine.cr_await, coroutine.cr_code.co_name, coroutine.cr_running, coroutine.cr_suspended, inspect.getcoroutinelocals(coroutine), inspect.getcoroutinestate(coroutine) == inspect.CORO_CREATED)
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(coroutine) == inspect.CORO_SUSPENDED, coroutine.cr_suspended, coroutine.cr_await is not None, await task, inspect.getcoroutinestate(coroutine) == inspect.CORO_CLOSED, coroutine.cr_await)
    items = agen()
    print(inspect.getasyncgenstate(items) == inspect.AGEN_CREATED, items.ag_code.co_name, items.ag_await, items.ag_frame.f_lineno, await anext(items), inspect.getasyncgenstate(items) == inspect.AGEN_SUSPENDED, inspect.AGEN_RUNNING)
    await items.aclose()
    print(inspect.getasyncgenstate(items) == inspect.AGEN_CLOSED, inspect.isasyncgen(items), inspect.isasyncgenfunction(agen), items.ag_frame)


coroutine = waits()
asyncio.run(main())

# What a function takes, bound and replaced.
def function(a, /, b: int, c=3, *rest, d, e: "str" = "e", **options) -> float:
    pass


signature = Signature.from_callable(function)
for parameter in signature.parameters.values():
    print(parameter, parameter.kind.name, parameter.kind.description, parameter.default is Parameter.empty, parameter.annotation, end=" | ")
print(signature, signature.return_annotation, signature == inspect.signature(function), hash(signature) == hash(inspect.signature(function)))
bound = signature.bind(1, 2, d=4, x=9)
print(bound, bound.args, bound.kwargs, bound.arguments, bound.signature is signature, signature.bind_partial(1).arguments, isinstance(bound, inspect.BoundArguments))
bound.apply_defaults()
print(bound.arguments)
print(signature.replace(return_annotation=Signature.empty, parameters=list(signature.parameters.values())[:3]), signature.parameters["b"].replace(name="z", annotation=Parameter.empty), signature.format(max_width=20))
print(Signature([Parameter("x", Parameter.POSITIONAL_ONLY), Parameter("y", Parameter.POSITIONAL_OR_KEYWORD, default=5), Parameter("r", Parameter.VAR_POSITIONAL), Parameter("k", Parameter.KEYWORD_ONLY), Parameter("o", Parameter.VAR_KEYWORD)]))
for failing in (lambda: signature.bind(), lambda: signature.bind(1, 2), lambda: signature.bind(1, 2, d=1, b=5), lambda: inspect.signature(lambda x: x).bind(1, 2), lambda: inspect.signature(lambda x: x).bind(1, y=5), lambda: inspect.signature(5), lambda: Parameter("1x", Parameter.KEYWORD_ONLY),
                lambda: Parameter("x", Parameter.VAR_POSITIONAL, default=1), lambda: Signature([Parameter("x", Parameter.KEYWORD_ONLY), Parameter("y", Parameter.POSITIONAL_ONLY)]), lambda: Signature([Parameter("x", Parameter.KEYWORD_ONLY), Parameter("x", Parameter.KEYWORD_ONLY)]), lambda: Parameter("x", 9)):
    try:
        print(failing())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
full = inspect.getfullargspec(function)
print(full.args, full.varargs, full.varkw, full.defaults, full.kwonlyargs, full.kwonlydefaults, full.annotations, inspect.formatannotation(dict[str, int]), inspect.formatannotation(int))
print(inspect.get_annotations(function), inspect.get_annotations(function, eval_str=True)["e"], inspect.get_annotations(Signature))

# Frames: where one stands and who called.
def where():
    frame = inspect.currentframe()
    info = inspect.getframeinfo(frame)
    return info.function, info.lineno - frame.f_code.co_firstlineno, info.code_context, info.index, type(info).__name__, [each.function for each in inspect.stack()][:2], inspect.stack()[1].code_context[0].strip()[:12], inspect.stack()[0].frame is frame


print(where())
code = where.__code__
print(code.co_argcount, code.co_varnames, code.co_names[:2], code.co_flags & inspect.CO_OPTIMIZED != 0, code.co_flags & inspect.CO_NEWLOCALS != 0, function.__code__.co_flags & inspect.CO_VARARGS != 0, function.__code__.co_flags & inspect.CO_VARKEYWORDS != 0,
      generator.__code__.co_flags & inspect.CO_GENERATOR != 0, waits.__code__.co_flags & inspect.CO_COROUTINE != 0, agen.__code__.co_flags & inspect.CO_ASYNC_GENERATOR != 0, function.__code__.co_posonlyargcount, function.__code__.co_kwonlyargcount, function.__code__.co_qualname, (lambda: state).__code__.co_flags & inspect.CO_NESTED)


class Base:
    """Base's own text."""

    def method(self):
        """What it does.

            Indented.
        """


class Derived(Base):
    data = property(lambda self: 1)

    def method(self):
        pass


print(inspect.getdoc(Derived().method), inspect.isdatadescriptor(Derived.data), inspect.ismethoddescriptor(str.join), inspect.ismethoddescriptor(Derived.method), inspect.isframe(sys._getframe()), inspect.iscode(code), inspect.ismodule(types), inspect.isabstract(Derived), inspect.istraceback(None))
print(inspect.getattr_static(Derived(), "data") is Derived.__dict__["data"], inspect.getattr_static(Derived, "none", "else"), inspect.getmodule(Derived).__name__, inspect.getmodule(len).__name__, inspect.getfile(Derived) == inspect.getsourcefile(Derived) == __file__)


@inspect.markcoroutinefunction
def plain():
    return waits()


print(inspect.iscoroutinefunction(plain), inspect.iscoroutinefunction(waits), inspect.iscoroutinefunction(len), inspect.isawaitable(5))
for failing in (lambda: inspect.getattr_static(Derived, "none"), lambda: inspect.getfile(int), lambda: inspect.getfile(5), lambda: inspect.getgeneratorlocals(5)):
    try:
        failing()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
