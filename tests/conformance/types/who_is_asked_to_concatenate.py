# operator.concat() asks the first sequence alone; what is a coroutine function for asyncio.
import asyncio
import functools
import inspect
import operator
from unittest.mock import AsyncMock, MagicMock


def told(thunk):
    try:
        print(thunk())
    except TypeError as error:
        print(error)


class R:
    def __radd__(self, other):
        return "radd"

    def __getitem__(self, index):
        raise IndexError


class Many(list):
    def __add__(self, other):
        return "own"


told(lambda: operator.concat([1], R()))
told(lambda: operator.concat("a", R()))
told(lambda: operator.concat(b"a", "b"))
told(lambda: operator.concat((1,), [2]))
told(lambda: operator.concat((1,), (2,)))
told(lambda: operator.concat(1, 2))
told(lambda: operator.concat(R(), R()))
told(lambda: operator.concat({}, {}))
told(lambda: operator.concat(Many([1]), [2]))
told(lambda: operator.concat([1], Many([2])))


async def f(x=1):
    pass


class Called:
    async def __call__(self):
        pass

    async def method(self):
        pass


@inspect.markcoroutinefunction
def marked():
    pass


def plain():
    pass


plain.tag = 1
for each in (f, functools.partial(f, 2), AsyncMock(), MagicMock(), Called(), Called().method, marked, plain, Called, len, 3,
             functools.partial(plain), lambda: f()):
    print(asyncio.iscoroutinefunction(each), inspect.iscoroutinefunction(each))
