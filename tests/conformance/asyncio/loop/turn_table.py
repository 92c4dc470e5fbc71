# How many turns of the loop an await takes, part two: as_completed, groups, timeouts, locks, queues, generators.
import asyncio


async def noop():
    return 1


async def one():
    await asyncio.sleep(0)


async def measure(label, coroutine):
    loop = asyncio.get_running_loop()
    count = 0
    stopped = False

    def tick():
        nonlocal count
        if not stopped:
            count += 1
            loop.call_soon(tick)

    loop.call_soon(tick)
    await coroutine
    stopped = True
    print(f"{label:45} {count}")
    await asyncio.sleep(0)


async def in_order_of_completion(count):
    for earliest in asyncio.as_completed([asyncio.create_task(noop()) for _ in range(count)]):
        await earliest


async def in_order_with_async_for(count):
    async for earliest in asyncio.as_completed([asyncio.create_task(noop()) for _ in range(count)]):
        await earliest


async def group_of(count):
    async with asyncio.TaskGroup() as group:
        for _ in range(count):
            group.create_task(noop())


async def first_completed():
    await asyncio.wait([asyncio.create_task(noop()), asyncio.create_task(one())], return_when=asyncio.FIRST_COMPLETED)


async def numbers():
    for number in range(3):
        yield number


async def through_numbers():
    async for _ in numbers():
        pass


async def lock_freed_by_call_soon():
    lock = asyncio.Lock()
    await lock.acquire()
    asyncio.get_running_loop().call_soon(lock.release)
    await lock.acquire()


async def queue_fed_by_call_soon():
    queue = asyncio.Queue()
    asyncio.get_running_loop().call_soon(queue.put_nowait, 1)
    await queue.get()


async def event_set_by_call_soon():
    event = asyncio.Event()
    asyncio.get_running_loop().call_soon(event.set)
    await event.wait()


async def main():
    lock, semaphore, event, queue = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Event(), asyncio.Queue()
    event.set()
    queue.put_nowait(1)
    await measure("as_completed of one", in_order_of_completion(1))
    await measure("as_completed of three", in_order_of_completion(3))
    await measure("async for over as_completed of three", in_order_with_async_for(3))
    await measure("TaskGroup of none", group_of(0))
    await measure("TaskGroup of one", group_of(1))
    await measure("TaskGroup of three", group_of(3))
    await measure("wait, the first of two", first_completed())
    await measure("free Lock", lock.acquire())
    await measure("free Semaphore", semaphore.acquire())
    await measure("Event that is set", event.wait())
    await measure("Event set by one call_soon", event_set_by_call_soon())
    await measure("Queue.get with an item", queue.get())
    await measure("Queue.put with room", queue.put(1))
    await measure("Lock freed by one call_soon", lock_freed_by_call_soon())
    await measure("Queue.get fed by one call_soon", queue_fed_by_call_soon())
    await measure("async for over three plain yields", through_numbers())


asyncio.run(main())
