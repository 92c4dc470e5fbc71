# What CPython's own functions say that they take, and which of them say nothing.
import asyncio
import enum
import inspect
import typing


class Level(enum.Enum):
    LOW = 1


class Row(typing.TypedDict):
    id: int


class Names(list):
    pass


class Scores(dict):
    pass


class Late(asyncio.Queue):
    pass


for each in (abs, print, len, sorted, sum, zip, map, open, isinstance, input, repr, pow, round, enumerate, property, object,
             list, tuple, set, float, bool, Names, asyncio.sleep, asyncio.gather, asyncio.wait_for, asyncio.create_task,
             asyncio.run, asyncio.Queue, Late, asyncio.Semaphore, asyncio.Lock, asyncio.Task, Level, enum.Enum,
             int, str, dict, range, type, Scores, Row, min, getattr, ValueError, 3):
    try:
        print(getattr(each, "__name__", each), inspect.signature(each))
    except (TypeError, ValueError) as error:
        print(error)
bound = inspect.signature(asyncio.wait_for).bind("future", timeout=2)
print(bound.arguments, inspect.signature(print).parameters["end"].default == "\n")
