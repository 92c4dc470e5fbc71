# A child that is cancelled counts as a failure with CancelledError: the awaiter gets it, the siblings go on.
import asyncio


async def child(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")
    return name


async def main():
    tasks = [asyncio.create_task(child(name, seconds)) for name, seconds in (("a", 1), ("b", 2), ("c", 3))]
    asyncio.get_running_loop().call_later(1.5, tasks[1].cancel, "b only")
    outer = asyncio.gather(*tasks)
    try:
        await outer
    except asyncio.CancelledError as error:
        print(asyncio.get_running_loop().time(), "CancelledError", error.args)
    print("gather itself cancelled:", outer.cancelled(), "| requests to main:", asyncio.current_task().cancelling())
    print(await tasks[2])


asyncio.run(main())
