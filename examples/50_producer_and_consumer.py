# title: Producer and consumer
# group: Queues
# look for: The queue has room for two: from 1 s on the producer waits at put() and works at the consumer's pace.
# from: Simul

import asyncio


async def producer(queue):
    for number in range(1, 7):
        await asyncio.sleep(0.25)
        await queue.put(number)
        print("made", number, "| in the queue:", queue.qsize())
    await queue.put(None)  # the end


async def consumer(queue):
    while (number := await queue.get()) is not None:
        await asyncio.sleep(1)
        print("    used", number)


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
