# Two tasks that wait for each other hand a cancellation round until CPython's stack is used up:
# cancel() raises RecursionError, every round has counted, and nobody was cancelled. Whoever calls
# cancel() gets the error: the program, the loop for its callbacks, a timeout, and asyncio.run().
import asyncio

tasks = {}


async def wait_for(name):
    await tasks[name]


def asked():
    return {name: task.cancelling() for name, task in tasks.items()}


async def main():
    tasks["a"] = asyncio.create_task(wait_for("b"), name="a")
    tasks["b"] = asyncio.create_task(wait_for("a"), name="b")
    await asyncio.sleep(0)
    try:
        tasks["a"].cancel("why")
    except RecursionError as error:
        print(error)
    print(asked(), tasks["a"]._must_cancel, tasks["a"].done())

    asyncio.get_running_loop().call_soon(tasks["b"].cancel)
    await asyncio.sleep(0)
    print("after the callback", asked())

    waiting = asyncio.create_task(wait_at_most(1), name="waiting")
    await asyncio.sleep(2)
    print("after the timeout", asked(), waiting)


async def wait_at_most(seconds):
    async with asyncio.timeout(seconds):
        await tasks["a"]


try:
    asyncio.run(main())
except RecursionError as error:
    print("run:", error)
print("the end")
