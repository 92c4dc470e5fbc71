# contextlib's asynchronous half: asynccontextmanager, AsyncExitStack, aclosing, and what happens on cancellation.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def connection(name):
    print("connect", name)
    await asyncio.sleep(0.1)
    try:
        yield name
    except ConnectionError as error:
        print(name, "recovered from", error)
    finally:
        await asyncio.sleep(0.1)
        print("disconnect", name)


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("generator closed")


@connection("decorated")
async def fetch():
    print("fetching")
    return 7


async def main():
    loop = asyncio.get_running_loop()
    async with connection("a") as name:
        print("in", name, loop.time())
    async with connection("b"):
        raise ConnectionError("reset")
    print(await fetch())
    async with AsyncExitStack() as stack:
        for n in ("x", "y"):
            await stack.enter_async_context(connection(n))
        stack.push_async_callback(asyncio.sleep, 0.5)
        stack.callback(print, "sync callback")
        print("stacked", loop.time())
    print("unstacked", loop.time())
    async with aclosing(numbers()) as source:
        async for n in source:
            if n == 1:
                break
    async with nullcontext(3) as three:
        print(three)

    async def holds():
        async with connection("cancelled"):
            await asyncio.sleep(10)

    task = asyncio.create_task(holds())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("was cancelled", loop.time())
    try:
        await AsyncExitStack().enter_async_context(3)
    except TypeError as error:
        print(error)
    async with connection("last"):
        raise ValueError("to the end")


asyncio.run(main())
