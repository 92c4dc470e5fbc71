# Event.set() wakes all who wait now, even if clear() follows at once; wait() returns True whatever the state is then.
import asyncio


async def waiter(name, event):
    print(name, await event.wait(), event.is_set())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "ab"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late = asyncio.create_task(waiter("late", event))
    await asyncio.gather(*tasks)
    print("late still waits:", not late.done())
    event.set()
    event.set()
    await late
    print(event.is_set(), await event.wait())


asyncio.run(main())
