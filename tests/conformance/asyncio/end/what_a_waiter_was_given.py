# What the primitives set a waiter's future to, when they wake it: seen in the task's repr, when the
# loop ends between the waking and the step of the one that was woken.
import asyncio


async def hold(lock):
    async with lock:
        pass


async def wait(condition):
    async with condition:
        await condition.wait()


async def group():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(asyncio.sleep(0))


async def main():
    lock, semaphore, event, condition = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Event(), asyncio.Condition()
    full, empty, busy = asyncio.Queue(1), asyncio.Queue(), asyncio.Queue()
    barrier = asyncio.Barrier(2)
    full.put_nowait(0)
    busy.put_nowait(0)
    await lock.acquire()
    await semaphore.acquire()
    waiting = [asyncio.create_task(each, name=name) for name, each in {
        "lock": hold(lock), "semaphore": hold(semaphore), "event": event.wait(), "condition": wait(condition),
        "put": full.put(1), "get": empty.get(), "join": busy.join(), "barrier": barrier.wait(),
        "wait": asyncio.wait([asyncio.create_task(asyncio.sleep(0.5), name="half")])}.items()]
    await asyncio.sleep(1)
    waiting.pop()
    lock.release()
    semaphore.release()
    event.set()
    async with condition:
        condition.notify()
    full.get_nowait()
    empty.put_nowait(0)
    busy.task_done()
    for task in waiting:
        print(task.get_name(), task._fut_waiter)


asyncio.run(main())
