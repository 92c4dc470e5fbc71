# title: Wait until it is true
# group: Locks and signals
# look for: Each customer waits for a state, not for a signal: after every notify_all() both look again, and only
#   the one who finds enough bread goes on.
# from: Simul

import asyncio

bread = 0


async def customer(name, wants, shop):
    global bread
    async with shop:
        await shop.wait_for(lambda: bread >= wants)
        bread -= wants
        print(name, "takes", wants, "| left:", bread)


async def baker(shop):
    global bread
    for _ in range(4):
        await asyncio.sleep(1)
        async with shop:
            bread += 1
            print("baked one | there are", bread)
            shop.notify_all()


async def main():
    shop = asyncio.Condition()
    await asyncio.gather(customer("Ada", 3, shop), customer("Bob", 1, shop), baker(shop))


asyncio.run(main())
