# inspect: signatures, kinds of functions, the states of generators and coroutines, source.
import asyncio
import functools
import inspect
from inspect import Parameter, signature


def f(a, b: int = 1, /, c=2, *args: str, d, e: float = 1.5, **kw) -> None:
    """Doc
    of f."""


class Calls:
    def __init__(self, x, y=3): pass
    def method(self, z): pass
    def __call__(self, q): pass
    @classmethod
    def make(cls, n): pass
    @staticmethod
    def still(s): pass


async def coro(x: int) -> str:
    await asyncio.sleep(0)


def gen():
    x = yield 1


async def agen():
    yield 1


print(signature(f), signature(Calls), signature(Calls(1).method), signature(Calls.method), signature(Calls(1)), signature(Calls.make), signature(Calls.still))
print(signature(coro), signature(lambda *, k=1: k), signature(functools.partial(f, 1, d=5)), signature(f).parameters["b"], signature(f).return_annotation)
print([(n, p.kind.name, p.kind.description, p.default is Parameter.empty) for n, p in signature(f).parameters.items()])
bound = signature(f).bind(1, 2, 3, 4, d=5, z=6)
print(bound, bound.args, bound.kwargs)
short = signature(lambda a, b=2, *c, **d: 0).bind(1)
short.apply_defaults()
print(short.arguments)
for fn in (f, coro, gen, agen, print, Calls, Calls(1).method, functools.partial(coro, 1)):
    print([name for name in ("isfunction", "ismethod", "isbuiltin", "isclass", "iscoroutinefunction", "isgeneratorfunction", "isasyncgenfunction", "isroutine")
           if getattr(inspect, name)(fn)])
g = gen()
states = [inspect.getgeneratorstate(g)]
next(g)
states.append(inspect.getgeneratorstate(g))
g.close()
states.append(inspect.getgeneratorstate(g))
c = coro(1)
print(states, inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isgenerator(g))
c.close()
print(inspect.getcoroutinestate(c), inspect.getdoc(f), inspect.getsource(gen), end="")
print(inspect.getsourcelines(Calls.method), inspect.getfullargspec(f).args, inspect.getfullargspec(f).kwonlydefaults)
print([name for name, _ in inspect.getmembers(Calls(1), inspect.ismethod)], inspect.getmro(bool), inspect.cleandoc("a\n   b\n     c\n"))


@functools.wraps(f)
def wrapper(*args, **kwargs): pass


print(signature(wrapper), inspect.unwrap(wrapper) is f, signature(wrapper, follow_wrapped=False), inspect.currentframe().f_lineno)
for wrong in (lambda: signature(3), lambda: signature(f).bind(1), lambda: signature(f).bind(1, d=1, b=2), lambda: signature(gen).bind(1),
              lambda: signature(gen).bind(k=1), lambda: inspect.getsource(len), lambda: Parameter("a b", Parameter.KEYWORD_ONLY)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
