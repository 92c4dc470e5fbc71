# main() has failed, and what it left is nested so deep that asyncio.run() cannot cancel it: that RecursionError leaves run(), and says
# that it happened while main()'s failure was handled.
import asyncio


async def main():
    waiting = asyncio.get_running_loop().create_future()
    for _ in range(1100):
        waiting = asyncio.gather(waiting)

    async def waits():
        await waiting
    asyncio.create_task(waits())
    await asyncio.sleep(0)
    raise LookupError("main")


try:
    asyncio.run(main())
except RecursionError as error:
    print(repr(error), "during", repr(error.__context__))
