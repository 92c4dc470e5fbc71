# A child of a group fails, and the group cancels the others, one after another. If two of them wait
# for each other that is a RecursionError in the group's callback: the loop reports it, those that
# come later were not asked, and neither was the task that waits in the block.
import asyncio

tasks = {}


async def wait_for(name):
    await tasks[name]


async def fail():
    await asyncio.sleep(1)
    raise ValueError("failed")


async def group():
    async with asyncio.TaskGroup() as group:
        tasks["before"] = group.create_task(asyncio.sleep(5), name="before")
        tasks["a"] = group.create_task(wait_for("b"), name="a")
        tasks["b"] = group.create_task(wait_for("a"), name="b")
        tasks["after"] = group.create_task(asyncio.sleep(5, "slept"), name="after")
        group.create_task(fail(), name="fails")
        try:
            await asyncio.sleep(3)
            print("the block goes on")
        except asyncio.CancelledError:
            print("the block was cancelled")


async def main():
    running = asyncio.create_task(group(), name="group")
    await asyncio.sleep(2)
    print("before", tasks["before"].cancelled(), "after", tasks["after"].cancelling())
    await asyncio.sleep(5)
    print("after", tasks["after"].result())
    print(running.done())


try:
    asyncio.run(main())
except RecursionError as error:
    print("run:", error)
