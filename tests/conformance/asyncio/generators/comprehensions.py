# Async comprehensions await in order, one after another, in lists, sets, dicts and with conditions.
import asyncio


async def numbers(n, seconds=1):
    for each in range(n):
        await asyncio.sleep(seconds)
        yield each


async def even(n):
    await asyncio.sleep(0.5)
    return n % 2 == 0


async def main():
    loop = asyncio.get_running_loop()
    print([n async for n in numbers(3)], loop.time())
    print({n % 2 async for n in numbers(3)}, loop.time())
    print({n: n * n async for n in numbers(3) if await even(n)}, loop.time())
    print([(a, b) async for a in numbers(2) for b in "xy"], loop.time())
    print([await asyncio.sleep(1, n) for n in range(3)], loop.time())
    lazy = (n async for n in numbers(2))
    print(type(lazy).__name__, loop.time())
    print([n async for n in lazy], loop.time())
    try:
        sum(n async for n in numbers(2))
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
