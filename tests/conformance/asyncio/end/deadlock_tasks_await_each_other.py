# Two tasks that await each other are never done, and nobody is told by asyncio.
import asyncio

tasks = {}


async def wait_for_other(name):
    print("waits for", name)
    return await tasks[name]


async def main():
    tasks["a"] = asyncio.create_task(wait_for_other("b"), name="a")
    tasks["b"] = asyncio.create_task(wait_for_other("a"), name="b")
    await asyncio.wait(tasks.values())


asyncio.run(main())
