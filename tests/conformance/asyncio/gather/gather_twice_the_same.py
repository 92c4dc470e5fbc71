# One future given twice is awaited once; gather() of nothing is done at once.
import asyncio


async def child():
    print("child runs once")
    return 7


async def main():
    task = asyncio.create_task(child())
    print(await asyncio.gather(task, task))
    nothing = asyncio.gather()
    print(nothing.done(), await nothing)
    outer = asyncio.gather(child(), child())
    print(type(outer).__name__, outer.done())
    print(await outer)


asyncio.run(main())
