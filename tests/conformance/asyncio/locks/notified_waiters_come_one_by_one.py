# notify(n) wakes the n oldest waiters; each goes on only when it has the lock again.
import asyncio


async def waiter(name, condition):
    async with condition:
        await condition.wait()
        print(asyncio.get_running_loop().time(), name, "has the lock")
        await asyncio.sleep(1)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(name, condition)) for name in "abcd"]
    await asyncio.sleep(1)
    async with condition:
        condition.notify(2)
        print("notified two, keeps the lock for 2 s")
        await asyncio.sleep(2)
    await asyncio.gather(*tasks[:2])
    print([task.done() for task in tasks])
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
