# title: A deadline that moves
# group: Time limits
# look for: Every sign of life puts the deadline two seconds off again; after the third there is none,
#   and the block ends at 4.5 s.
# from: Simul

import asyncio


async def signs_of_life():
    for pause in (1, 1, 0.5, 60):
        await asyncio.sleep(pause)
        yield f"alive after {pause} s"


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2) as limit:
            async for sign in signs_of_life():
                print(f"{loop.time():.1f}", sign)
                limit.reschedule(loop.time() + 2)
    except TimeoutError:
        print(f"{loop.time():.1f} silent for two seconds; expired: {limit.expired()}")


asyncio.run(main())
