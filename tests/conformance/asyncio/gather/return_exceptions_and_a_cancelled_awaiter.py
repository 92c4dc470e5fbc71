# return_exceptions does not keep the awaiter from being cancelled: the children are cancelled and the list is lost.
import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        return n
    finally:
        print("child", n, "leaves")


async def awaiter():
    try:
        print(await asyncio.gather(child(1), child(5), return_exceptions=True))
    except asyncio.CancelledError:
        print("the awaiter is cancelled at", asyncio.get_running_loop().time())
        raise


async def main():
    task = asyncio.create_task(awaiter())
    await asyncio.sleep(2)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
