# title: Closing time
# group: Queues
# look for: shutdown() at 1.2 s lets the waiter serve the two guests who are there, and then ends his loop with
#   QueueShutDown; a late guest is refused.
# from: Simul

import asyncio


async def waiter(guests):
    try:
        while True:
            name = await guests.get()
            await asyncio.sleep(1)
            print("served", name)
    except asyncio.QueueShutDown:
        print("the waiter goes home")


async def main():
    guests = asyncio.Queue()
    for name in ("Ada", "Bob", "Cleo"):
        guests.put_nowait(name)
    task = asyncio.create_task(waiter(guests))
    await asyncio.sleep(1.2)
    guests.shutdown()
    try:
        guests.put_nowait("Dan")
    except asyncio.QueueShutDown:
        print("sorry, Dan")
    await task


asyncio.run(main())
