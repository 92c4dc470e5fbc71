# A coroutine runs once: awaited again, awaited by two, or made a task twice, it says so.
import asyncio


async def work():
    await asyncio.sleep(1)
    return "done"


async def main():
    coroutine = work()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    coroutine = work()
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    print(await task)
    coroutine = work()
    print(await asyncio.gather(coroutine, asyncio.sleep(2), coroutine))
    results = await asyncio.gather(asyncio.create_task(coroutine), return_exceptions=True)
    print(results)
    try:
        await asyncio.wait_for(coroutine, 1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
