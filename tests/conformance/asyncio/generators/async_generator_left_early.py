# An async generator that is left early is closed by the loop, as a task of its own.
import asyncio
async def gen():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(1)
    finally:
        print("gen closed")
async def main():
    async for x in gen():
        print(x)
        if x == 2: break
    print("after")
    await asyncio.sleep(1)
asyncio.run(main())
