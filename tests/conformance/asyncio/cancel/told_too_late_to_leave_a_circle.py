# A task that cancels itself, and then waits for one that waits for it: the request is handed on when
# it begins to wait, there it goes round until the stack is used up, and the loop reports that. The
# task keeps the request, but nobody will wake it any more.
import asyncio

tasks = {}


async def wait_for(name):
    await tasks[name]


async def cancel_itself():
    await asyncio.sleep(1)
    asyncio.current_task().cancel("told myself")
    await tasks["other"]


async def main():
    tasks["itself"] = asyncio.create_task(cancel_itself(), name="itself")
    tasks["other"] = asyncio.create_task(wait_for("itself"), name="other")
    await asyncio.sleep(2)
    itself = tasks["itself"]
    print(itself.done(), itself._must_cancel, itself.cancelling() > 1, tasks["other"].cancelling() > 1)
    limit = 0
    try:
        await asyncio.wait_for(itself, limit)
    except RecursionError as error:
        print("wait_for:", error)
    try:
        asyncio.gather(itself).cancel()
    except RecursionError as error:
        print("gather:", error)
    shield = asyncio.shield(itself)
    print("shield:", shield.cancel(), shield.cancelled())


try:
    asyncio.run(main())
except RecursionError as error:
    print("run:", error)
