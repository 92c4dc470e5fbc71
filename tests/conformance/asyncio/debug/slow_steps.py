# In debug mode a step that takes slow_callback_duration or longer is named: a task's, a callback's, a done callback's.
import asyncio
import time


def slow(*args):
    time.sleep(0.25)


async def work(*parts):
    for part in parts:
        time.sleep(part)
        await asyncio.sleep(0)
    return parts


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    await asyncio.create_task(work(0.05, 0.1, 0.3), name="worker")
    loop.call_soon(slow, 1, "two")
    loop.call_later(1, slow)
    future = loop.create_future()
    future.add_done_callback(slow)
    future.set_result(None)
    await asyncio.sleep(2)
    loop.slow_callback_duration = 1
    await work(0.9)
    print("not slow any more")


asyncio.run(main(), debug=True)
