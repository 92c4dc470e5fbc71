# A coroutine that the module itself keeps warns at the very end, when there is no line left to blame.
import asyncio


async def child():
    print("this is never printed")


async def main():
    print("main runs")


forgotten = child()
also_forgotten = [child(), child()]
asyncio.run(main())
print("the last line")
