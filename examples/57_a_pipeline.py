# title: A pipeline of generators
# group: Async generators
# look for: Each stage pulls from the one before: an item goes through all three before the next is begun.
# from: Simul

import asyncio


async def numbers():
    for number in range(1, 4):
        await asyncio.sleep(0.5)
        print("read", number)
        yield number


async def squares(items):
    async for item in items:
        await asyncio.sleep(0.5)
        yield item * item


async def main():
    async for square in squares(numbers()):
        print("    wrote", square)


asyncio.run(main())
