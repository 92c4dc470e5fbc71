# title: Chores that need you
# group: Compare
# look for: Tasks and gather as before, and nothing overlaps: who jogs cannot watch television. It takes 100
#   minutes, with asyncio or without.
# from: seed 004, television, jogging and video games

# scene: home
import asyncio
import time

MINUTE = 60


async def chore(name, minutes):
    print(f"{time.monotonic() / MINUTE:3.0f} min  {name} begins")
    time.sleep(minutes * MINUTE)  # computing: nobody can do it for you
    print(f"{time.monotonic() / MINUTE:3.0f} min  {name} is over")


async def main():
    await asyncio.gather(
        chore("Watching television", 30),
        chore("Jogging", 30),
        chore("Playing video games", 40),
    )


asyncio.run(main())
