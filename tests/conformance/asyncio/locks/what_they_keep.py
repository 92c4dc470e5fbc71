"""Names with an underscore that programs look at: the count of a semaphore, a lock's line."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    lock = asyncio.Lock()
    print(lock._waiters, lock._locked, lock._loop)
    async with lock:
        second = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        print(len(lock._waiters), type(lock._waiters), lock._waiters[0].done(), lock._loop is loop)
    await second
    lock._locked = False
    print(lock.locked(), len(lock._waiters), lock._get_loop() is loop)

    event = asyncio.Event()
    print(event._waiters, event._value)
    event._value = True
    print(await event.wait(), event.is_set())

    condition = asyncio.Condition(lock)
    print(condition._lock is lock, condition._waiters, condition._loop)

    seats = asyncio.BoundedSemaphore(2)
    print(seats._value, seats._bound_value, seats._waiters)
    seats._value = 0
    print(seats.locked())
    waiting = asyncio.create_task(seats.acquire())
    await asyncio.sleep(0)
    seats._value += 2
    print(seats._wake_up_next(), seats._value, await waiting)
    seats._bound_value = 1
    try:
        seats.release()
    except ValueError as error:
        print(error)

    handle = loop.call_later(1, print, 1, 2)
    print(handle._callback, handle._args, handle._cancelled, handle._when == handle.when())
    handle.cancel()
    print(handle._callback, handle._args, handle._cancelled)

    async with asyncio.TaskGroup() as group:
        ends = group.create_task(asyncio.sleep(1, "slept"))
        stays = group.create_task(asyncio.sleep(9))
        print(len(group._tasks), stays in group._tasks, type(group._tasks), group._errors)
        print(group._parent_task is asyncio.current_task(), group._entered, group._aborting)
        print(await ends, stays in group._tasks, ends in group._tasks)
        for task in group._tasks:
            task.cancel()
    print(stays.cancelled(), group._tasks)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(9))
            group._abort()
            print(group._aborting)
    except asyncio.CancelledError:
        print("cancelled")
    print(group, loop.time())
    async with asyncio.timeout(5) as limit:
        print(limit._when == limit.when(), limit._task is asyncio.current_task())


asyncio.run(main())
