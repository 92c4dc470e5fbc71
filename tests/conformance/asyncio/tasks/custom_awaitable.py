# Anything with __await__ can be awaited, gathered and made a future.
import asyncio


class Delayed:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0.5).__await__()
        return self.value


async def main():
    print(await Delayed(1))
    print(await asyncio.gather(Delayed(2), Delayed(3)))
    future = asyncio.ensure_future(Delayed(4))
    print(type(future).__name__, await asyncio.wait_for(future, 1))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
