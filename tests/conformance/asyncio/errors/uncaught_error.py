# An error that nobody catches ends the program with the traceback of the program's own lines.
import asyncio


async def inner(n):
    await asyncio.sleep(0.1)
    return 10 // n


async def outer(n):
    return await inner(n) + 1


async def main():
    print(await outer(5))
    task = asyncio.create_task(outer(0))
    print(await task)


asyncio.run(main())
