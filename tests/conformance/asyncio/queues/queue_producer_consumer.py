# A bounded queue makes the producer wait; join() waits until every item was reported done.
import asyncio


async def producer(queue):
    for n in range(5):
        await queue.put(n)
        print(f"{asyncio.get_running_loop().time()} put {n}, size {queue.qsize()}")


async def consumer(name, queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(1)
        print(f"{asyncio.get_running_loop().time()} {name} ate {item}")
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    workers = [asyncio.create_task(consumer(n, queue)) for n in ("c1", "c2")]
    await producer(queue)
    await queue.join()
    print("all done", queue.empty(), queue.full())
    for worker in workers:
        worker.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("QueueEmpty", repr(error))
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print("QueueFull", repr(error))
    print(queue.get_nowait(), queue.maxsize, str(queue))
    try:
        for _ in range(3):
            queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
