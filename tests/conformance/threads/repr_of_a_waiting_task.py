# A task that waits for a thread, or reads, shows where asyncio's own function stands (the line is left out here: it is asyncio's).
import asyncio
import re
import time


def show(task):
    print(re.sub(r"(\.py):\d+", r"\1", repr(task)))


async def main():
    work = asyncio.create_task(asyncio.to_thread(time.sleep, 1), name="in a thread")
    reader = asyncio.StreamReader()
    reading = asyncio.create_task(reader.readline(), name="reading")
    await asyncio.sleep(0)
    show(work)
    show(reading)
    reader.feed_eof()
    print(await work, await reading)


asyncio.run(main())
