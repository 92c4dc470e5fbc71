# Debug mode: a step that takes long is reported, what cannot be called is refused, and objects say where they were made.
import asyncio
import time


def slow_callback(number):
    time.sleep(0.3)


async def slow_task():
    time.sleep(0.5)
    await asyncio.sleep(1)
    time.sleep(0.05)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.call_soon(slow_callback, 1)
    task = asyncio.create_task(slow_task(), name="slow")
    print(loop.create_future())
    await task
    await asyncio.sleep(1)
    loop.slow_callback_duration = 2
    await asyncio.create_task(slow_task(), name="fast enough now")
    for wrong in (slow_task, 3):
        try:
            loop.call_soon(wrong)
        except TypeError as error:
            print(error)
    coroutine = slow_task()
    try:
        loop.call_later(1, coroutine)
    except TypeError as error:
        print(error)
    coroutine.close()
    loop.set_debug(False)
    print(loop.get_debug(), loop.create_future())


asyncio.run(main(), debug=True)
