# The repr of each primitive tells its state and how many wait.
import asyncio


def state(thing):
    return repr(thing).replace(hex(id(thing)), "0x")


async def main():
    lock, event = asyncio.Lock(), asyncio.Event()
    semaphore, condition = asyncio.Semaphore(1), asyncio.Condition()
    things = (lock, event, semaphore, condition, asyncio.BoundedSemaphore(2))
    for thing in things:
        print(state(thing))
    await lock.acquire()
    await semaphore.acquire()
    await condition.acquire()
    waiting = [asyncio.create_task(coroutine) for coroutine in
               (lock.acquire(), lock.acquire(), event.wait(), semaphore.acquire(), condition.acquire())]
    await asyncio.sleep(0)
    for thing in things[:3]:
        print(state(thing))
    event.set()
    print(state(event))
    for task in waiting:
        task.cancel()


asyncio.run(main())
