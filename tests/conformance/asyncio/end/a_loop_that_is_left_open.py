# A task that never began, in a loop that nobody closes: "never awaited" and "destroyed but pending" at the very end.
import asyncio


async def child():
    print("this is never printed")


loop = asyncio.new_event_loop()
task = loop.create_task(child(), name="child")
print(task.done(), loop.is_closed())
