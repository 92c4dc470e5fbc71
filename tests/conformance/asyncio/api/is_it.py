# iscoroutine, iscoroutinefunction and isfuture, for all that looks alike.
import asyncio


async def coroutine_function():
    pass


def generator_function():
    yield


async def asyncgen_function():
    yield


class Awaitable:
    def __await__(self):
        yield

    async def method(self):
        pass


class LooksLikeAFuture:
    _asyncio_future_blocking = False


class LooksLess:
    _asyncio_future_blocking = None


async def main():
    task = asyncio.current_task()
    future = asyncio.get_running_loop().create_future()
    coroutine = coroutine_function()
    sleeping = asyncio.sleep(0)
    values = {
        "coroutine": coroutine, "sleep(0)": sleeping, "generator": generator_function(), "asyncgen": asyncgen_function(),
        "task": task, "future": future, "gather": asyncio.gather(), "awaitable": Awaitable(), "looks like": LooksLikeAFuture(),
        "less": LooksLess(), "int": 3, "None": None, "Future": asyncio.Future, "lock": asyncio.Lock(),
    }
    for name, value in values.items():
        print(name, asyncio.iscoroutine(value), asyncio.isfuture(value), asyncio.iscoroutinefunction(value))
    for function in (coroutine_function, generator_function, asyncgen_function, Awaitable().method, asyncio.sleep, asyncio.gather,
                     asyncio.wait_for, asyncio.Lock().acquire, asyncio.Queue.get, print, len):
        print(asyncio.iscoroutinefunction(function), end=" ")
    print()
    coroutine.close()
    sleeping.close()


asyncio.run(main())
