# The traceback of a failed task shows the awaiter's frames first, then the task's own down to the raise.
import asyncio


async def innermost():
    await asyncio.sleep(1)
    return {}["missing"]


async def middle():
    return await innermost()


async def main():
    task = asyncio.create_task(middle())
    await task


asyncio.run(main())
