# A task knows its coroutine and its loop, also after it is done.
import asyncio


async def child(n):
    return n


async def main():
    coroutine = child(3)
    task = asyncio.create_task(coroutine)
    print(task.get_coro() is coroutine, task.get_loop() is asyncio.get_running_loop())
    print(coroutine.cr_frame is None, await task, coroutine.cr_frame is None)
    print(task.get_coro() is coroutine, task.get_coro().__name__)


asyncio.run(main())
