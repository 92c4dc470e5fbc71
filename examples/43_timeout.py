# title: Timeout: who waits is let go, who works is cancelled
# group: Watch
# look for: The slow one would take 2 s. At 0.8 s the timer of the timeout fires, cancels it, and main
#   goes on; the fast one never notices that there was a limit.
# from: Simul

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name} after {seconds} s"


async def within(name, seconds, limit):
    try:
        print(await asyncio.wait_for(fetch(name, seconds), limit))
    except TimeoutError:
        print(name, "took too long")


async def main():
    await asyncio.gather(within("fast", 0.5, 0.8), within("slow", 2.0, 0.8))


asyncio.run(main())
