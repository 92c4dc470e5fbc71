# title: Dining philosophers
# group: Small programs
# look for: Everyone takes the fork with the smaller number first, so no circle of waits can arise; all have eaten
#   after a few seconds.
# from: Simul

import asyncio

names = ["Plato", "Kant", "Hume", "Mill", "Marx"]


async def philosopher(seat, forks):
    first, second = sorted((seat, (seat + 1) % len(forks)))
    for meal in (1, 2):
        await asyncio.sleep(0.5)  # thinks
        async with forks[first], forks[second]:
            await asyncio.sleep(1)
            print(f"{asyncio.get_running_loop().time():.1f} {names[seat]} has eaten meal {meal}")


async def main():
    forks = [asyncio.Lock() for _ in names]
    async with asyncio.TaskGroup() as group:
        for seat, name in enumerate(names):
            group.create_task(philosopher(seat, forks), name=name)


asyncio.run(main())
