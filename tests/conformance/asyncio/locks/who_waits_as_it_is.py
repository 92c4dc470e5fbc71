# What locks and queues keep of those that wait, for whoever looks inside.
import asyncio


async def main():
    lock, event, semaphore, bounded = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(1), asyncio.BoundedSemaphore(2)
    condition, queue = asyncio.Condition(lock), asyncio.Queue(1)
    print(lock._locked, lock._waiters, event._value, event._waiters, semaphore._value, semaphore._waiters)
    print(bounded._value, bounded._bound_value, condition._lock is lock, condition._waiters)
    print(queue._queue, queue._getters, queue._putters, queue._unfinished_tasks, queue._maxsize, queue._is_shutdown)
    print(lock._loop, queue._loop)

    async with lock, semaphore:
        await queue.put("item")
        tasks = [asyncio.create_task(each) for each in (
            lock.acquire(), lock.acquire(), event.wait(), semaphore.acquire(), queue.put("another"))]
        await asyncio.sleep(0)
        print(lock._locked, len(lock._waiters), len(event._waiters), len(semaphore._waiters), len(queue._putters))
        print(type(lock._waiters).__name__, type(queue._queue).__name__, queue._queue, lock._waiters[0])
        print(lock._loop is asyncio.get_running_loop(), queue._loop is asyncio.get_running_loop())
        tasks[0].cancel()
        event.set()
        await asyncio.sleep(0)
        print(len(lock._waiters), event._value, len(event._waiters))
        waiter = asyncio.create_task(condition.wait())
        await asyncio.sleep(0)
        print(len(condition._waiters))
    for each in tasks[1:4]:
        await each
    print(await queue.get(), await queue.get(), lock._locked, len(lock._waiters), semaphore._value)
    waiter.cancel()
    lock.release()
    await asyncio.wait([waiter])
    heap, stack = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for each in 3, 1, 2:
        heap.put_nowait(each)
        stack.put_nowait(each)
    print(heap._queue, stack._queue, asyncio.gather(event.wait())._children[0])


asyncio.run(main())
