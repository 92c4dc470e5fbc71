# ensure_future() makes a task of a coroutine or awaitable and gives a future back as it is.
import asyncio


class Answer:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 42


async def child():
    return "child"


async def main():
    task = asyncio.ensure_future(child())
    print(type(task).__name__, asyncio.ensure_future(task) is task)
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future)
    wrapped = asyncio.ensure_future(Answer())
    print(type(wrapped).__name__, wrapped.get_coro().__qualname__)
    print(await task, await wrapped)
    for thing in (5, None, child):
        try:
            asyncio.ensure_future(thing)
        except TypeError as error:
            print("TypeError:", error)


asyncio.run(main())
