# A new task does not run before the one that made it gives up its turn.
import asyncio


async def child():
    print("child runs")


async def main():
    print("before")
    task = asyncio.create_task(child())
    print("after create_task")
    await asyncio.sleep(0)
    print("after one turn, done:", task.done())


asyncio.run(main())
