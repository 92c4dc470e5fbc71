# title: A blocking call in a thread
# group: Threads
# look for: read() blocks for 1 s, but in a thread of its own: the ticks go on every 0.25 s. Called in
#   the loop, as the last line of main does, the same function holds up everybody.
# from: Simul

import asyncio
import time


def read(name):
    time.sleep(1.0)
    return f"contents of {name}"


async def tick():
    for number in range(6):
        print("tick", number)
        await asyncio.sleep(0.25)


async def main():
    ticking = asyncio.create_task(tick())
    print(await asyncio.to_thread(read, "a.txt"))
    print(read("b.txt"))
    await ticking


asyncio.run(main())
