# wait(FIRST_EXCEPTION) looks at each task's exception to see whether it is over, which counts as retrieving it. When the last
# task is done it need not look: that one's exception is still reported as never retrieved.
import asyncio


async def fails(seconds, what):
    await asyncio.sleep(seconds)
    raise ValueError(what)


async def main():
    done, pending = await asyncio.wait(
        [asyncio.create_task(fails(1, "first")), asyncio.create_task(fails(2, "second"))], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))
    done = None
    print("the first one is gone without a word")
    await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    pending = None
    print("the second one is gone")


asyncio.run(main())
