# Wrong arguments are refused when the function is called, in the words of a Python function.
import asyncio


def complain(text, action):
    try:
        result = action()
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
    else:
        print(f"{text}: {type(result).__name__}")
        if asyncio.iscoroutine(result):
            result.close()


async def main():
    loop = asyncio.get_running_loop()
    lock, queue, group = asyncio.Lock(), asyncio.Queue(), asyncio.TaskGroup()
    complain("sleep()", lambda: asyncio.sleep())
    complain("sleep(1, 2, 3)", lambda: asyncio.sleep(1, 2, 3))
    complain("sleep(0, result=1)", lambda: asyncio.sleep(0, result=1))
    complain("sleep(0, delay=1)", lambda: asyncio.sleep(0, delay=1))
    complain("sleep(0, loop=1)", lambda: asyncio.sleep(0, loop=1))
    complain("wait()", lambda: asyncio.wait())
    complain("wait([], 1)", lambda: asyncio.wait([], 1))
    complain("wait_for(1)", lambda: asyncio.wait_for(1))
    complain("wait_for(1, 2, 3)", lambda: asyncio.wait_for(1, 2, 3))
    complain("wait_for(1, timout=3)", lambda: asyncio.wait_for(1, timout=3))
    complain("shield()", lambda: asyncio.shield())
    complain("timeout()", lambda: asyncio.timeout())
    complain("timeout_at(1, 2)", lambda: asyncio.timeout_at(1, 2))
    complain("create_task()", lambda: asyncio.create_task())
    complain("create_task(1, 2)", lambda: asyncio.create_task(1, 2))
    complain("create_task(1)", lambda: asyncio.create_task(1))
    complain("ensure_future(1, 2)", lambda: asyncio.ensure_future(1, 2))
    complain("ensure_future(1)", lambda: asyncio.ensure_future(1))
    complain("as_completed()", lambda: asyncio.as_completed())
    complain("as_completed(3)", lambda: asyncio.as_completed(3))
    complain("gather(timeout=1)", lambda: asyncio.gather(timeout=1))
    complain("iscoroutine()", lambda: asyncio.iscoroutine())
    complain("Lock(1)", lambda: asyncio.Lock(1))
    complain("Event(1)", lambda: asyncio.Event(1))
    complain("Condition(1, 2)", lambda: asyncio.Condition(1, 2))
    complain("Semaphore(value=-1)", lambda: asyncio.Semaphore(value=-1))
    complain("Semaphore(val=1)", lambda: asyncio.Semaphore(val=1))
    complain("BoundedSemaphore(1, 2)", lambda: asyncio.BoundedSemaphore(1, 2))
    complain("Queue(1, 2)", lambda: asyncio.Queue(1, 2))
    complain("TaskGroup(1)", lambda: asyncio.TaskGroup(1))
    complain("Barrier()", lambda: asyncio.Barrier())
    complain("lock.acquire(1)", lambda: lock.acquire(1))
    complain("lock.release(1)", lambda: lock.release(1))
    complain("queue.put()", lambda: queue.put())
    complain("queue.put(1, 2)", lambda: queue.put(1, 2))
    complain("queue.get(1)", lambda: queue.get(1))
    complain("queue.shutdown(now=True)", lambda: queue.shutdown(now=True))
    complain("group.create_task()", lambda: group.create_task())
    complain("loop.call_soon()", lambda: loop.call_soon())
    complain("loop.call_soon(print, end=1)", lambda: loop.call_soon(print, end=1))
    complain("loop.call_later(1)", lambda: loop.call_later(1))
    complain("loop.call_later(None, print)", lambda: loop.call_later(None, print))
    complain("loop.call_at(None, print)", lambda: loop.call_at(None, print))
    complain("loop.call_later('1', print)", lambda: loop.call_later("1", print))
    complain("loop.stop(1)", lambda: loop.stop(1))
    complain("loop.run_until_complete()", lambda: loop.run_until_complete())
    complain("loop.set_task_factory(1)", lambda: loop.set_task_factory(1))


asyncio.run(main())
