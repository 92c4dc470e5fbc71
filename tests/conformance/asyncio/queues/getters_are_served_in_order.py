# Getters are woken in the order in which they began to wait, but one that comes back at once takes the next item as well.
import asyncio


async def getter(name, queue):
    for _ in range(2):
        print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    for n in range(3):
        queue.put_nowait(n)
    await asyncio.sleep(1)
    print("second round")
    for n in range(3, 6):
        queue.put_nowait(n)
        await asyncio.sleep(1)
    await asyncio.gather(*tasks)


asyncio.run(main())
