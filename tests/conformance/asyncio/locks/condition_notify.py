# A condition hands its lock over: who is notified goes on only when the lock is free.
import asyncio


async def consumer(name, condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, "took", items.pop(0))


async def main():
    condition = asyncio.Condition()
    items = []
    tasks = [asyncio.create_task(consumer(n, condition, items)) for n in "ab"]
    await asyncio.sleep(1)
    async with condition:
        items.append("x")
        condition.notify()
        print("notified one")
        await asyncio.sleep(1)
        print("lets go")
    await asyncio.sleep(1)
    async with condition:
        items.append("y")
        condition.notify_all()
    await asyncio.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
