# title: Tasks made too late
# group: Tasks that overlap
# look for: The second task is created only after the first is done, so the sleeps add up to 3 s.
# from: “asyncio”, the notes with the two design patterns

import asyncio
import time

async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)

async def main():
    print(f"started at {time.strftime('%X')}")

    task1 = asyncio.create_task(say_after(1, 'hello'))
    await task1
    task2 = asyncio.create_task(say_after(2, 'world'))
    await task2

    print(f"finished at {time.strftime('%X')}")

asyncio.run(main())
