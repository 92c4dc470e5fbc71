# all_tasks() has the tasks that are not done, main among them, begun or not.
import asyncio


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def child(seconds):
    await asyncio.sleep(seconds)


async def main():
    asyncio.current_task().set_name("main")
    tasks = [asyncio.create_task(child(n), name=f"child-{n}") for n in (1, 2)]
    print(names())
    await asyncio.sleep(1.5)
    print(names())
    tasks[1].cancel()
    print("asked to cancel:", names())
    await asyncio.sleep(0)
    print("cancelled in that turn:", names())


asyncio.run(main())
