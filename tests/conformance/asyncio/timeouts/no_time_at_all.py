# wait_for(timeout <= 0) of a finished future gives its result; anything else is cancelled before it can begin.
import asyncio


async def child():
    print("this is never printed")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("ready")
    print(await asyncio.wait_for(future, 0), await asyncio.wait_for(future, -1))
    for timeout in (0, -1):
        task = asyncio.create_task(child())
        try:
            await asyncio.wait_for(task, timeout)
        except TimeoutError:
            print("TimeoutError", task.cancelled())
    try:
        await asyncio.wait_for(child(), 0)
    except TimeoutError:
        print("TimeoutError at", asyncio.get_running_loop().time())
    print(await asyncio.wait_for(asyncio.sleep(2, "no limit"), None))


asyncio.run(main())
