# title: One deadline for several steps
# group: Time limits
# look for: timeout_at() takes a time of the loop's clock, so the two steps share one deadline: what the first one
#   uses up, the second has not got.
# from: Simul

import asyncio


async def cook(dish, hours):
    print("begins", dish)
    await asyncio.sleep(hours)
    print("serves", dish)


async def main():
    loop = asyncio.get_running_loop()
    dinner = loop.time() + 4
    for dish, hours in (("soup", 1), ("roast", 5), ("pudding", 1)):
        try:
            async with asyncio.timeout_at(dinner):
                await cook(dish, hours)
        except TimeoutError:
            print(f"no {dish}: dinner is at {dinner:.0f}, and it is {loop.time():.0f}")


asyncio.run(main())
