# as_completed gives results in the order in which they are ready.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError("two")
    return n


async def main():
    loop = asyncio.get_running_loop()
    for future in asyncio.as_completed([job(3), job(1), job(2)]):
        try:
            print(loop.time(), await future)
        except ValueError as error:
            print(loop.time(), "failed:", error)
    tasks = [asyncio.create_task(job(n), name=f"job-{n}") for n in (0.3, 0.1)]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task in tasks, await task)
    try:
        for future in asyncio.as_completed([job(1), job(5)], timeout=3):
            print(await future)
    except TimeoutError:
        print("timeout at", loop.time())


asyncio.run(main())
