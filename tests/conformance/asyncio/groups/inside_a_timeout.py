# A group in a timeout: the children are cancelled, and the block of the timeout raises TimeoutError, not a group.
import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        print("child", n, "ends")
    except asyncio.CancelledError:
        await asyncio.sleep(n)
        print("child", n, "cancelled at 2, clean at", asyncio.get_running_loop().time())
        raise


async def main():
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                for n in (1, 3, 5):
                    group.create_task(child(n))
    except TimeoutError:
        print("TimeoutError at", asyncio.get_running_loop().time())


asyncio.run(main())
