# What a thread does to the loop without call_soon_threadsafe is seen only when the loop wakes for something else.
import asyncio
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    careless, careful = asyncio.Event(), asyncio.Event()

    def worker():
        time.sleep(1)
        careless.set()
        print("set without telling the loop", time.monotonic())
        time.sleep(1)
        loop.call_soon_threadsafe(careful.set)
        print("set, and told", time.monotonic())

    async def waits(event, name):
        await event.wait()
        print(name, "seen at", time.monotonic())

    tasks = [asyncio.create_task(waits(careless, "careless")), asyncio.create_task(waits(careful, "careful"))]
    threading.Thread(target=worker).start()
    await asyncio.gather(*tasks)


asyncio.run(main())
