# Awaiting a task that is already done does not suspend: nobody else runs in between.
import asyncio


async def quick():
    return "result"


async def bystander():
    print("bystander runs")


async def main():
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    asyncio.create_task(bystander())
    print(await task, await task, await task)
    print("still nobody else")
    await asyncio.sleep(0)
    print("now")


asyncio.run(main())
