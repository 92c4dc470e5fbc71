# Locks, queues and barriers of the program's own classes: what their other methods do goes through those that a class has anew.
import asyncio


class Lock(asyncio.Lock):
    async def acquire(self):
        print("acquire")
        got = await super().acquire()
        print("acquired", got)
        return got

    def release(self):
        print("release")
        super().release()


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        print("acquire a semaphore")
        return await super().acquire()

    def release(self):
        print("release a semaphore")
        super().release()


class BoundedSemaphore(asyncio.BoundedSemaphore):
    def release(self):
        print("release a bounded one")
        super().release()


class Condition(asyncio.Condition):
    def notify(self, n=1):
        print("notify", n)
        super().notify(n)

    async def wait(self):
        print("wait")
        return await super().wait()


class Queue(asyncio.Queue):
    def put_nowait(self, item):
        print("put_nowait", item)
        super().put_nowait(item)

    def get_nowait(self):
        print("get_nowait")
        return super().get_nowait()


class Barrier(asyncio.Barrier):
    async def wait(self):
        print("wait at the barrier")
        return await super().wait()


async def with_a_lock():
    lock = Lock()

    async def second():
        async with lock:
            print("second")

    async with lock as given:
        print("first", given, lock.locked())
        task = asyncio.create_task(second())
        await asyncio.sleep(0)
    await task
    try:
        async with lock:
            raise ValueError
    except ValueError:
        print(lock.locked())


async def with_semaphores():
    for semaphore in Semaphore(1), BoundedSemaphore(1):
        async with semaphore:
            print("inside")
        print(semaphore._value)


async def with_conditions():
    condition, ready = Condition(), False

    async def waits():
        async with condition:
            await condition.wait_for(lambda: ready)
            print("woken")

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    async with condition:
        ready = True
        condition.notify_all()
    await task


async def with_a_condition_of_a_lock():
    condition = asyncio.Condition(Lock())

    async def waits():
        async with condition:
            await condition.wait()
            print("woken with the lock")

    tasks = [asyncio.create_task(waits()) for _ in range(2)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0)
    await condition.acquire()
    condition.notify()
    condition.release()
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def with_a_queue():
    queue = Queue(1)
    await queue.put(1)
    task = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    print(await queue.get())
    await task
    print(await queue.get())


async def with_a_barrier():
    barrier = Barrier(2)

    async def comes():
        async with barrier as place:
            print("place", place)

    await asyncio.gather(comes(), comes())


async def with_a_method_of_its_own():
    lock = asyncio.Lock()
    release = lock.release

    def tells():
        print("its own release")
        release()

    lock.release = tells
    async with lock:
        print(lock.locked())
    async with asyncio.Condition(lock):
        print(lock.locked())
    print(lock.locked())


async def main():
    for each in with_a_lock, with_a_method_of_its_own, with_semaphores, with_conditions, with_a_condition_of_a_lock, with_a_queue, with_a_barrier:
        print("---", each.__name__)
        await each()


asyncio.run(main())
