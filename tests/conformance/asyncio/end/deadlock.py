# Two tasks that wait for each other wait for ever.
import asyncio


async def first(event):
    await event


async def main():
    loop = asyncio.get_running_loop()
    left = loop.create_future()
    right = loop.create_future()
    print("about to hang")
    await asyncio.gather(first(left), first(right))


asyncio.run(main())
