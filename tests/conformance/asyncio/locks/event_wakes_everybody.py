# Event.set() wakes all who wait, in order; after clear() one waits again.
import asyncio


async def waiter(name, event):
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "abc"]
    await asyncio.sleep(1)
    print("set", event.is_set())
    event.set()
    event.clear()
    print("cleared", event.is_set())
    await asyncio.gather(*tasks)
    try:
        await asyncio.wait_for(event.wait(), 1)
    except TimeoutError:
        print("waited in vain")
    event.set()
    print(await event.wait(), event.is_set())


asyncio.run(main())
