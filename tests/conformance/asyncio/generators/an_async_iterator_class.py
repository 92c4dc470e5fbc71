# __aiter__ is plain, __anext__ is awaited for each item, and StopAsyncIteration ends the loop with its else branch.
import asyncio


class Ticks:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        print("iterates")
        return self

    async def __anext__(self):
        if self.count == 0:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(1)
        return asyncio.get_running_loop().time()


async def main():
    async for time in Ticks(3):
        print(time)
    else:
        print("no break")
    async for time in Ticks(3):
        break
    else:
        print("this is never printed")
    print(time)


asyncio.run(main())
