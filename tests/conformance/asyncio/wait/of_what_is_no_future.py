# asyncio.wait() asks each in turn for a callback. One that is no future fails, but by then those before it have theirs, and
# the timeout runs: both come later, for nobody.
import asyncio


async def done_soon():
    await asyncio.sleep(0)
    return "done"


async def main():
    task = asyncio.create_task(done_soon())
    try:
        await asyncio.wait((task, "not a future"), timeout=1)
    except AttributeError as error:
        print(error)
    print(task)
    print(await task)
    await asyncio.sleep(2)


asyncio.run(main())
