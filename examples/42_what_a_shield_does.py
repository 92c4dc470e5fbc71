# title: What a shield does
# group: Cancelling
# look for: The order is cancelled at 1 s, but the payment behind the shield goes on and ends at 2 s.
# from: Simul

import asyncio


async def payment():
    await asyncio.sleep(2)
    print("paid")


async def order(paying):
    try:
        await asyncio.shield(paying)
    except asyncio.CancelledError:
        print("the order is cancelled, the payment is not")
        raise


async def main():
    paying = asyncio.create_task(payment())  # kept: a shield alone does not keep it alive
    task = asyncio.create_task(order(paying))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task, paying])


asyncio.run(main())
