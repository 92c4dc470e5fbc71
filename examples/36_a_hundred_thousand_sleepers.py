# title: A hundred thousand sleepers
# group: Waiting for many
# look for: A task costs so little that a hundred thousand may sleep at the same time; they wake in waves,
#   ten thousand each tenth of a second.
# from: Simul

import asyncio

awake = 0


async def sleeper(number):
    global awake
    await asyncio.sleep(1 + number % 10 / 10)
    awake += 1


async def main():
    tasks = [asyncio.create_task(sleeper(number)) for number in range(100_000)]
    for _ in range(10):
        await asyncio.sleep(0.25)
        print(f"{asyncio.get_running_loop().time():.2f} s: {awake} are awake")
    await asyncio.wait(tasks)


asyncio.run(main())
