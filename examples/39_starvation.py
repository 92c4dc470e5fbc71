# title: Starvation: a task that never lets go
# group: Watch
# look for: greedy gives way only for an instant, ten times over, and computes for 0.1 s in between. The
#   heartbeat is due every 0.25 s and is late every time: amber, behind a green block.
# truth: await asyncio.sleep(0) lets others run, but not before what stands in the queue already; work
#   between two awaits is never interrupted.
# from: Simul

import asyncio
import time


async def heartbeat():
    for beat in range(5):
        await asyncio.sleep(0.25)
        print("beat", beat)


async def greedy():
    for piece in range(10):
        time.sleep(0.1)
        await asyncio.sleep(0)
    print("greedy is done")


async def main():
    await asyncio.gather(heartbeat(), greedy())


asyncio.run(main())
