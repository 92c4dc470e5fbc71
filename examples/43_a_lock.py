# title: One at a time
# group: Locks and signals
# look for: The two read and write the counter with a pause between. With the lock the second waits at
#   "async with" until the first has written.
# from: Simul

import asyncio

counter = 0


async def add(name, lock):
    global counter
    for _ in range(2):
        async with lock:
            seen = counter
            print(name, "reads", seen)
            await asyncio.sleep(0.5)  # without the lock the other would read the same number here
            counter = seen + 1


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(add("A", lock), add("B", lock))
    print("counter:", counter)


asyncio.run(main())
