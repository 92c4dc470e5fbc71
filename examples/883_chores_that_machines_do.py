# title: Chores that machines do
# group: Compare
# look for: Whoever has started the rice cooker need not stand beside it: 100 minutes of chores are done in 40.
#   Under Compare the plain way takes the whole 100.
# from: seed 004, cooking, washing and the dishes

# scene: home
import asyncio
import time

MINUTE = 60


async def chore(name, minutes):
    print(f"{time.monotonic() / MINUTE:3.0f} min  {name} is started")
    await asyncio.sleep(minutes * MINUTE)  # the machine does it
    print(f"{time.monotonic() / MINUTE:3.0f} min  {name} is done")


async def main():
    await asyncio.gather(
        chore("Cooking rice", 40),
        chore("Washing clothes", 30),
        chore("Washing dishes", 30),
    )


asyncio.run(main())
