# Each asyncio.run() has a loop of its own; names of tasks go on counting.
import asyncio


async def main():
    print(asyncio.current_task().get_name())
    task = asyncio.create_task(asyncio.sleep(1, "slept"))
    print(task.get_name(), await task)
    return asyncio.get_running_loop()


first = asyncio.run(main())
second = asyncio.run(main())
print(first is second, first.is_closed(), first.is_running())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
