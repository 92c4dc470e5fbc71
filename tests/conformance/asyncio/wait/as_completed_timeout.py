# as_completed(timeout=...) raises TimeoutError for each that is missing; the tasks are not cancelled.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(child(n)) for n in (3, 1, 4)]
    for coming in asyncio.as_completed(tasks, timeout=2):
        try:
            print(loop.time(), await coming)
        except TimeoutError:
            print(loop.time(), "TimeoutError")
    print([task.done() for task in tasks], [task.cancelled() for task in tasks])
    print(await asyncio.gather(*tasks), loop.time())


asyncio.run(main())
