# The default executor: its type, its end, and calls that come too late.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def main():
    loop = asyncio.get_running_loop()
    for wrong in (None, object(), "pool"):
        try:
            loop.set_default_executor(wrong)
        except TypeError as error:
            print(error)
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="mine"))
    first = loop.run_in_executor(None, time.sleep, 1)
    second = loop.run_in_executor(None, time.sleep, 1)
    print(first.done(), second.done())
    await loop.shutdown_default_executor()
    print(first.done(), second.done(), time.monotonic())
    try:
        await asyncio.to_thread(print, "never")
    except RuntimeError as error:
        print(error)
    try:
        asyncio.wrap_future(5)
    except AssertionError as error:
        print(error)


asyncio.run(main())
