# loop.time() begins anywhere and never goes back; a sleep of zero takes no time, sleeps in a row add up.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    for delay in (0.1, 0.2, 0.3):
        await asyncio.sleep(delay)
    print(round(loop.time() - start, 9))
    await asyncio.sleep(0)
    print(round(loop.time() - start, 9))
    deadline = loop.time() + 1
    loop.call_at(deadline, lambda: print("fired late by", round(loop.time() - deadline, 9)))
    await asyncio.sleep(1)
    await asyncio.gather(*(asyncio.sleep(n / 10) for n in range(10)))
    print(round(loop.time() - start, 9))


asyncio.run(main())
