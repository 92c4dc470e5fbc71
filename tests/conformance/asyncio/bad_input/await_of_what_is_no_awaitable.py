# Awaiting what cannot be awaited: a value, a function that was not called, a generator; and an iterator that is none.
import asyncio


def generator():
    yield 1


class Wrong:
    def __await__(self):
        return 5


class Odd:
    def __await__(self):
        yield 7
        return "odd"


async def coroutine_function():
    pass


async def attempt(what):
    return await what


async def main():
    for what in (3, None, "text", [asyncio.sleep], coroutine_function, print, generator(), Wrong(), Odd(), asyncio.Lock()):
        try:
            print(await asyncio.create_task(attempt(what)))
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, error)
    for action in (asyncio.gather, asyncio.shield, asyncio.ensure_future):
        for what in (3, coroutine_function):
            try:
                action(what)
            except TypeError as error:
                print(action.__name__, error)
    for what in (3, coroutine_function):
        try:
            await asyncio.wait_for(what, 1)
        except TypeError as error:
            print("wait_for", error)
        try:
            await asyncio.wait([what])
        except (TypeError, AttributeError) as error:
            print("wait", type(error).__name__, error)


asyncio.run(main())
