# Two conditions may share one lock: a buffer with "not full" and "not empty".
import asyncio


async def producer(lock, not_full, not_empty, buffer):
    for n in range(4):
        async with lock:
            while len(buffer) == 2:
                print("full")
                await not_full.wait()
            buffer.append(n)
            not_empty.notify()


async def consumer(lock, not_full, not_empty, buffer):
    for _ in range(4):
        async with not_empty:
            await not_empty.wait_for(lambda: buffer)
            print("take", buffer.pop(0))
            not_full.notify()
        await asyncio.sleep(1)


async def main():
    lock = asyncio.Lock()
    not_full, not_empty = asyncio.Condition(lock), asyncio.Condition(lock)
    buffer = []
    await asyncio.gather(producer(lock, not_full, not_empty, buffer), consumer(lock, not_full, not_empty, buffer))
    print(lock.locked(), not_full.locked(), buffer)


asyncio.run(main())
