# The end of a loop that nobody cleaned up. First, with the names still there, what no name reaches: a task's coroutine is
# closed, then the task says that it was pending. When the names are gone: all tasks and failures, oldest first, and only then
# their coroutines are closed.
import asyncio

event = asyncio.Event()
kept = []


async def waits(name, waiting):
    try:
        await waiting
    finally:
        print(name, "is closed")


async def fails():
    raise ValueError("nobody asks")


async def main():
    loop = asyncio.get_running_loop()
    kept.append(loop.create_task(waits("first", event.wait()), name="first"))
    loop.create_task(waits("lost", loop.create_future()), name="lost")
    kept.append(loop.create_task(fails(), name="failed"))
    loop.create_task(waits("in the event", event.wait()), name="in the event")
    kept.append(loop.create_task(waits("last", asyncio.gather(asyncio.sleep(9), event.wait())), name="last"))
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
