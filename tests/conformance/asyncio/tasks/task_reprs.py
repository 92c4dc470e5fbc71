# What a task shows of itself at each stage of its life.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    return n


async def fails():
    raise ValueError("x")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.create_future())
    future = loop.create_future()
    future.set_result("r" * 50)
    print(future)
    task = asyncio.create_task(child(1), name="job")
    print(task)
    await asyncio.sleep(0)
    print(task)
    await task
    print(task)
    failed = asyncio.create_task(fails())
    await asyncio.wait([failed])
    print(failed)
    stopped = asyncio.create_task(child(9))
    await asyncio.sleep(0)
    stopped.cancel()
    print(stopped)
    await asyncio.wait([stopped])
    print(stopped)
    print(type(task), type(future), task.get_name(), task.get_coro().__name__)
    both = asyncio.gather(child(0), child(0))
    print(both)
    await both
    print(both)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))


asyncio.run(main())
