# run_in_executor with a pool of two threads: the third call waits until one is free. The context manager waits for all.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(name, seconds):
    print(name, "begins", time.monotonic())
    time.sleep(seconds)
    print(name, "ends", time.monotonic())
    return name


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, work, *each) for each in [("a", 2), ("b", 1), ("c", 1), ("d", 1)]]
        print("submitted", futures[0].done())
        await asyncio.sleep(0.5)
        print("the loop is free", time.monotonic())
        for future in asyncio.as_completed(futures):
            print("result", await future, time.monotonic())
    try:
        loop.run_in_executor(pool, work, "late", 1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
