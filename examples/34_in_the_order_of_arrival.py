# title: In the order of arrival
# group: Waiting for many
# look for: as_completed gives each result when it is there: the quickest first, whatever the order in
#   which they were started.
# from: Simul

import asyncio


async def runner(name, seconds):
    await asyncio.sleep(seconds)
    return name, seconds


async def main():
    race = [runner("Ada", 3), runner("Bob", 1), runner("Cleo", 2)]
    place = 1
    for arrival in asyncio.as_completed(race):
        name, seconds = await arrival
        print(f"{place}. {name} in {seconds} s")
        place += 1


asyncio.run(main())
