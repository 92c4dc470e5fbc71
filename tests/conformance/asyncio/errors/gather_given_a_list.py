# The beginner's second error: gather([a(), b()]) instead of gather(*[...]); the coroutines in the list are never awaited.
import asyncio


async def child(n):
    print("this is never printed", n)


async def main():
    results = await asyncio.gather([child(1), child(2)])
    print(results)


asyncio.run(main())
