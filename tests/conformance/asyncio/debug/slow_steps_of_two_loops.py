# A slow step is told of by its own loop when it is over, whatever other loops have run meanwhile in their threads.
import asyncio
import threading
import time


async def slow(seconds):
    time.sleep(seconds)
    return seconds


async def ticks():
    for _ in range(20):
        await asyncio.sleep(0.05)


async def waits_for_a_thread(loop):
    print("elsewhere", asyncio.run_coroutine_threadsafe(asyncio.sleep(0.15, "slept"), loop).result())


async def main():
    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    thread = threading.Thread(target=loop.run_until_complete, args=(ticks(),))
    thread.start()
    print(await asyncio.create_task(slow(0.21), name="slow"))
    await asyncio.create_task(waits_for_a_thread(loop), name="waits")
    await asyncio.sleep(1)
    thread.join()
    loop.close()


asyncio.run(main(), debug=True)
