# title: The urgent first
# group: Queues
# look for: A PriorityQueue gives the smallest first: the alarm overtakes all that were put before it.
# from: Simul

import asyncio


async def clerk(desk):
    while True:
        priority, what = await desk.get()
        print(f"{priority}: {what}")
        await asyncio.sleep(1)
        desk.task_done()


async def main():
    desk = asyncio.PriorityQueue()
    for each in ((5, "letters"), (9, "dust the shelf"), (3, "a customer")):
        desk.put_nowait(each)
    worker = asyncio.create_task(clerk(desk))
    await asyncio.sleep(1.5)
    desk.put_nowait((1, "the fire alarm"))
    await desk.join()
    worker.cancel()


asyncio.run(main())
