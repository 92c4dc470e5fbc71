# One coroutine object given to two tasks: only one of them can finish it.
import asyncio
async def a():
    return await asyncio.sleep(1, 5)
async def main():
    c = a()
    t = asyncio.create_task(c)
    try:
        await asyncio.gather(c)
    except RuntimeError as e: print(e)
    try:
        await c
    except RuntimeError as e: print(e)
    print(await t)
asyncio.run(main())
