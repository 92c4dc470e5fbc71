# PriorityQueue gives the smallest first; of tuples the next member decides, 
# and members that cannot be compared are a TypeError as soon as two of them meet.
import asyncio


class Job:
    def __init__(self, name):
        self.name = name


async def main():
    queue = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "z"), (2, "a"), (0, "x"), (1, "a")):
        await queue.put(item)
    print([queue.get_nowait() for _ in range(5)])
    queue.put_nowait((1, Job("first")))
    queue.put_nowait((0, Job("other priority")))
    queue.put_nowait((1, Job("second")))
    print("three items, and no two of priority 1 have met yet:", queue.qsize())
    try:
        queue.get_nowait()
    except TypeError as error:
        print("TypeError:", error, "| left:", queue.qsize())


asyncio.run(main())
