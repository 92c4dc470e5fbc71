# gather() cancels its children in Python, one frame for each gather that a cancellation goes
# through. So a circle with a gather in it ends at Python's limit of 1000 frames, those of the caller
# among them, and with another message. Of the children, those before the one that fails were
# asked each time round; the others never.
import asyncio

tasks = {}


async def wait_for(name):
    await tasks[name]


async def gather(*names):
    await asyncio.gather(*[tasks[name] for name in names])


def deeper(levels, task):
    return deeper(levels - 1, task) if levels else task.cancel()


def attempt(levels):
    before = {name: task.cancelling() for name, task in tasks.items()}
    try:
        deeper(levels, tasks["circle"])
    except RecursionError as error:
        print(levels, "deeper:", error)
    print({name: task.cancelling() - before[name] for name, task in tasks.items()})


async def main():
    tasks["circle"] = asyncio.create_task(gather("first", "second", "third"))
    tasks["first"] = asyncio.create_task(asyncio.sleep(1, "slept"))
    tasks["second"] = asyncio.create_task(wait_for("circle"))
    tasks["third"] = asyncio.create_task(asyncio.sleep(1, "slept"))
    await asyncio.sleep(0)
    attempt(0)
    attempt(100)
    asyncio.get_running_loop().call_soon(tasks["circle"].cancel)
    await asyncio.sleep(2)
    for name, task in tasks.items():
        print(name, task.done() and (task.cancelled() or task.result()))


try:
    asyncio.run(main())
except RecursionError as error:
    print("run:", error)
