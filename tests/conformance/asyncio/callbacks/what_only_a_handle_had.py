# What only a callback's handle still has dies where the loop lets go of the handle: as it takes the next one of its turn, or when the
# turn is over. That goes for a callback's arguments and for the future that a wakeup was about, with all that its exception keeps.
import asyncio


def drops(coroutine):
    print("called with", coroutine.__name__)


async def one():
    pass


async def two():
    pass


async def three():
    pass


async def nested(coroutine):
    asyncio.get_running_loop().run_until_complete(coroutine)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(drops, one())
    await asyncio.sleep(1)
    print("one by itself")
    loop.call_soon(drops, two())
    loop.call_soon(print, "behind it")
    await asyncio.sleep(1)
    print("two before another")
    loop.call_later(1, drops, two())
    await asyncio.sleep(2)
    asyncio.gather(nested(three()), return_exceptions=True)
    await asyncio.sleep(1)
    print("three in an exception")


asyncio.run(main())
