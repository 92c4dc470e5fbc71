# A coroutine that swallows the cancellation and returns gives its result to whoever awaits it, through any number of awaits.
import asyncio


async def stubborn(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return f"what {name} had so far"


async def direct(first, second):
    third = await stubborn("direct")
    return first, second, third


async def in_a_block(lock):
    async with lock:
        try:
            return await direct("a", "b")
        finally:
            await asyncio.sleep(1)


class Awaitable:
    def __await__(self):
        result = yield from stubborn("awaitable").__await__()
        return result


async def in_an_expression():
    return [1, await Awaitable(), {"key": await asyncio.wait_for(stubborn("wait_for"), 5)}]


async def main():
    lock = asyncio.Lock()
    for coroutine in (direct(1, 2), in_a_block(lock), in_an_expression()):
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(1)
        task.cancel()
        print(await task, task.cancelled(), asyncio.get_running_loop().time())
    print(lock.locked())


asyncio.run(main())
