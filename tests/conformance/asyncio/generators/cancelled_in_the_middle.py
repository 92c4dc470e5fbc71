# A cancellation that arrives while an async generator awaits runs its finally, and then that of its user.
import asyncio


async def numbers():
    try:
        for n in range(10):
            await asyncio.sleep(1)
            yield n
    except asyncio.CancelledError:
        print("generator: cancelled")
        raise
    finally:
        print("generator: finally")


async def user():
    try:
        async for n in numbers():
            print(n)
    finally:
        print("user: finally")


async def main():
    task = asyncio.create_task(user())
    await asyncio.sleep(2.5)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
