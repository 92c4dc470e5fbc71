# main() has failed, and while asyncio.run() cancels what is left, another task awaits the failed one: the same exception object is
# raised again, and its traceback begins anew. When run() then lets it out, its own frame is not added once more.
import asyncio


async def fails():
    raise LookupError("once")


async def asks_again(task):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await task


async def main():
    task = asyncio.create_task(fails())
    asyncio.create_task(asks_again(task))
    await asyncio.sleep(0)
    await task


asyncio.run(main())
