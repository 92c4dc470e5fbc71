# wait() gives two sets and raises nothing: failures stay in the tasks until somebody asks.
import asyncio


async def child(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError("two")
    return n


async def main():
    tasks = [asyncio.create_task(child(n), name=f"child-{n}") for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks)
    print(type(done).__name__, len(done), len(pending))
    for task in sorted(done, key=lambda task: task.get_name()):
        print(task.get_name(), task.exception() or task.result())


asyncio.run(main())
