# A task can run what an async generator's aclose() gives, and be cancelled before it begins and while it waits.
import asyncio
import collections.abc


class Own(collections.abc.Coroutine):
    """A coroutine that is no generator: its throw() gives back what it waits for."""

    def __init__(self):
        self.inner = self.run()

    async def run(self):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("own one tidies up")
            await asyncio.sleep(1)
            return "tidied"

    def send(self, value):
        return self.inner.send(value)

    def throw(self, *args):
        return self.inner.throw(*args)

    def close(self):
        self.inner.close()

    def __await__(self):
        return self.inner.__await__()


async def numbers():
    try:
        yield 1
    finally:
        print("closing in", asyncio.current_task().get_name(), asyncio.get_running_loop().time())
        await asyncio.sleep(1)
        print("closed", asyncio.get_running_loop().time())


async def main():
    for before in (True, False):
        generator = numbers()
        await anext(generator)
        task = asyncio.create_task(generator.aclose(), name=f"closer {before}")
        if not before:
            await asyncio.sleep(0.5)
        task.cancel("enough")
        try:
            print(await task)
        except asyncio.CancelledError as error:
            print("cancelled", error.args, asyncio.get_running_loop().time())
    task = asyncio.create_task(Own())
    await asyncio.sleep(0.25)
    task.cancel()
    print(await task, asyncio.get_running_loop().time())
    lost = numbers()
    await anext(lost)


asyncio.run(main())
