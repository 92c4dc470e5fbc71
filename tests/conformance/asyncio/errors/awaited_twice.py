# A coroutine object runs once: awaiting it again, or while another task is inside it, is a RuntimeError.
import asyncio


async def child():
    await asyncio.sleep(1)
    return 5


async def await_it(coroutine):
    return await coroutine


async def main():
    coroutine = child()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine = child()
    first, second = (asyncio.create_task(await_it(coroutine)) for _ in range(2))
    for task in (second, first):
        try:
            print(await task)
        except RuntimeError as error:
            print("RuntimeError:", error)


asyncio.run(main())
