# Two tasks wait in a condition when their loop is closed. At the program's end their coroutines are
# closed, and the first one hands the notification on that may have been its own: the other's future
# is set, its loop refuses the callback, and that RuntimeError comes out of wait(), not out of the block
# around it. Whoever notifies a closed loop's waiters gets the same error at once.
import asyncio

condition = asyncio.Condition()


async def wait():
    async with condition:
        await condition.wait()


async def main():
    for name in "ab":
        asyncio.get_running_loop().create_task(wait(), name=name)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.run_until_complete(condition.acquire())
loop.close()
try:
    condition.notify_all()
except RuntimeError as error:
    print(error)
