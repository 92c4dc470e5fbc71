# time.sleep() blocks the whole loop: timers that fall due meanwhile fire late, all in one turn.
import asyncio
import time


async def ticker(name, seconds):
    loop = asyncio.get_running_loop()
    for _ in range(3):
        await asyncio.sleep(seconds)
        print(f"{loop.time():.2f} {name}")


async def blocker():
    await asyncio.sleep(0.5)
    print("blocks")
    time.sleep(2)
    print("done blocking")


async def main():
    await asyncio.gather(ticker("a", 0.4), ticker("b", 0.7), blocker())


asyncio.run(main())
