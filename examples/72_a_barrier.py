# title: All meet, then all go on
# group: Locks and signals
# look for: Nobody begins the next leg before the slowest has arrived; the barrier opens in the same turn for all three.
# from: Simul

import asyncio

LEGS = {"Ada": (1, 3), "Ben": (2, 1), "Cleo": (3, 2)}


async def hiker(name, barrier):
    for leg, hours in enumerate(LEGS[name], start=1):
        await asyncio.sleep(hours)
        print(f"{name} is at hut {leg} after {hours} h")
        place = await barrier.wait()
        if place == 0:
            print(f"--- all {barrier.parties} are at hut {leg}")


async def main():
    barrier = asyncio.Barrier(len(LEGS))
    async with asyncio.TaskGroup() as group:
        for name in LEGS:
            group.create_task(hiker(name, barrier))


asyncio.run(main())
