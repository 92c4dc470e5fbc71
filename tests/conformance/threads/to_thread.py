# A blocking function in a thread leaves the loop free; in the loop itself it holds everybody up.
import asyncio
import threading
import time


def blocking(seconds):
    print("  blocks in", threading.current_thread().name, "at", time.monotonic())
    time.sleep(seconds)
    return f"{seconds} s"


async def ticker():
    for _ in range(6):
        print("tick", time.monotonic())
        await asyncio.sleep(0.5)


async def main():
    tick = asyncio.create_task(ticker())
    await asyncio.sleep(0)
    print(await asyncio.to_thread(blocking, 1), time.monotonic())
    print(await asyncio.gather(asyncio.to_thread(blocking, 0.25), asyncio.to_thread(blocking, 0.75)), time.monotonic())
    print("and now in the loop:")
    print(blocking(1), time.monotonic())
    await tick
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)


asyncio.run(main())
print("end", time.monotonic())
